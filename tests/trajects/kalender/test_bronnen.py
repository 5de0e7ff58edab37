"""Each source of the calendar: what stands in it, what moves, and what falls away."""

from datetime import date
from functools import partial
from typing import Any

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.dagen import op_de_dag
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    ContracteindeFactory,
    ContractFactory,
    EvaluatiemomentFactory,
    NazorgmomentFactory,
    OverdrachtFactory,
    TrajectFactory,
    UitstroomFactory,
)
from tests.trajects.kalender.kalenderhulp import Gelezen, koppel, lees, titels, weg
from trajects.keuzes import Evaluatiestand, Fase
from trajects.models import Nazorgmoment
from trajects.overdracht.overdrachten import (
    verwijder_overdracht,
    voeg_overdracht_toe,
    wijzig_overdracht,
)
from trajects.plan.acties import laat_vallen, rond_af, voeg_actie_toe, wijzig_actie
from trajects.uitstroom.nazorg import leg_nazorg_vast
from trajects.uitstroom.uitstromen import verwijder_uitstroom
from werknemers.domein.adviezen import verwijder_advies
from werknemers.domein.contracteinde.vastleggen import trek_einde_in
from werknemers.models import Arbeidsovereenkomst, Werknemer

pytestmark = pytest.mark.django_db


@pytest.fixture
def pad(begeleider: Gebruiker) -> str:
    return koppel(begeleider)


def enige(pad: str) -> tuple[str, Gelezen]:
    ((uid, punt),) = lees(pad).items()
    return uid, punt


# --- actions ---------------------------------------------------------------------------------


def test_an_action_stands_on_its_day_as_a_whole_day(pad: str, amina: Werknemer) -> None:
    ActieFactory(werknemer=amina, wat="Bellen over de schulden", tegen=date(2026, 12, 15))
    ActieFactory(werknemer=amina, tegen=None)
    _, punt = enige(pad)
    assert (punt.titel, punt.dag, punt.tot) == ("Actie", date(2026, 12, 15), date(2026, 12, 16))
    assert punt.url.endswith(f"/werknemers/{amina.pk}/plan/#doelen")


@pytest.mark.parametrize(
    ("tegen", "staat"),
    [
        (date(2026, 8, 22), False),
        (date(2026, 8, 23), True),
        (date(2028, 11, 23), True),
        (date(2028, 11, 24), False),
    ],
)
def test_three_months_back_and_two_years_on(
    pad: str, amina: Werknemer, tegen: date, staat: bool
) -> None:
    with op_de_dag(date(2026, 8, 1)):
        ActieFactory(werknemer=amina, tegen=tegen)
    assert bool(lees(pad)) is staat


def test_an_action_that_moves_is_the_same_one_with_a_higher_number(
    pad: str, amina: Werknemer, begeleider: Gebruiker
) -> None:
    actie = voeg_actie_toe(
        werknemer=amina, door=begeleider, wat="Bellen", wie="begeleider", tegen=date(2026, 12, 1)
    )
    uid, eerst = enige(pad)
    with op_de_dag(date(2026, 11, 24)):
        wijzig_actie(
            actie, door=begeleider, gezien=actie.gewijzigd_op, wat="Bellen", tegen=date(2030, 1, 7)
        )
        zelfde, dan = enige(pad)
    assert zelfde == uid
    assert (eerst.dag, dan.dag) == (date(2026, 12, 1), date(2030, 1, 7))
    assert dan.volgnummer > eerst.volgnummer


def test_an_action_without_a_day_any_more_falls_away(
    pad: str, amina: Werknemer, begeleider: Gebruiker
) -> None:
    actie = voeg_actie_toe(
        werknemer=amina, door=begeleider, wat="Bellen", wie="begeleider", tegen=date(2026, 12, 1)
    )
    uid, eerst = enige(pad)
    with op_de_dag(date(2026, 11, 24)):
        wijzig_actie(actie, door=begeleider, gezien=actie.gewijzigd_op, wat="Bellen", tegen=None)
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd, dan.titel, dan.url) == (uid, True, "Vervallen", "")
    assert dan.volgnummer > eerst.volgnummer


def test_what_was_done_stands_on_the_day_it_was_done(
    pad: str, amina: Werknemer, begeleider: Gebruiker
) -> None:
    rond_af(ActieFactory(werknemer=amina, tegen=date(2026, 12, 15)), door=begeleider)
    assert titels(pad) == [("Actie", date(2026, 11, 23))]


def test_what_was_dropped_says_so_for_a_month(
    pad: str, amina: Werknemer, begeleider: Gebruiker
) -> None:
    actie = ActieFactory(werknemer=amina, tegen=date(2026, 12, 15))
    uid, eerst = enige(pad)
    with op_de_dag(date(2026, 11, 24)):
        laat_vallen(actie, door=begeleider, reden="Niet meer nodig")
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd) == (uid, True)
    assert dan.volgnummer > eerst.volgnummer
    with op_de_dag(date(2026, 12, 24)):
        assert weg(pad) == [date(2026, 12, 15)]
    with op_de_dag(date(2026, 12, 25)):
        assert lees(pad) == {}


# --- talks of a hand-over --------------------------------------------------------------------


def test_a_talk_that_was_planned_and_then_held(
    pad: str, amina: Werknemer, begeleider: Gebruiker
) -> None:
    overdracht = voeg_overdracht_toe(
        werknemer=amina,
        werkgever="De Linde",
        door=begeleider,
        gesprek_gepland_op=date(2026, 12, 3),
    )
    uid, eerst = enige(pad)
    assert (eerst.titel, eerst.dag) == ("Gesprek", date(2026, 12, 3))
    with op_de_dag(date(2026, 12, 4)):
        wijzig_overdracht(
            overdracht,
            door=begeleider,
            gezien=overdracht.gewijzigd_op,
            werkgever=None,
            gesprek_gepland_op=date(2026, 12, 3),
            gesprek_gehouden_op=date(2026, 12, 4),
        )
        zelfde, dan = enige(pad)
    assert (zelfde, dan.dag, dan.geannuleerd) == (uid, date(2026, 12, 4), False)
    assert dan.volgnummer > eerst.volgnummer


def test_a_hand_over_that_is_removed_falls_away_when_it_had_a_day(
    pad: str, amina: Werknemer, begeleider: Gebruiker
) -> None:
    maak = partial(voeg_overdracht_toe, werknemer=amina, door=begeleider)
    met_dag = maak(werkgever="De Linde", gesprek_gepland_op=date(2026, 12, 3))
    zonder = maak(werkgever="De Eik")
    uid, eerst = enige(pad)
    with op_de_dag(date(2026, 11, 24)):
        for overdracht in (met_dag, zonder):
            verwijder_overdracht(overdracht, door=begeleider, gezien=overdracht.gewijzigd_op)
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd) == (uid, True)
    assert dan.volgnummer > eerst.volgnummer


# --- aftercare -------------------------------------------------------------------------------


@pytest.fixture
def moment(amina: Werknemer) -> Nazorgmoment:
    """On 30 December."""
    ContractFactory(werknemer=amina, periode=Periode(date(2024, 1, 1), date(2026, 10, 1)))
    return NazorgmomentFactory(
        uitstroom=UitstroomFactory(werknemer=amina, datum=date(2026, 9, 30)), weken=13
    )


def test_a_moment_of_aftercare_and_its_answer(
    pad: str, moment: Nazorgmoment, begeleider: Gebruiker
) -> None:
    assert titels(pad) == [("Nazorg", date(2026, 12, 30))]
    with op_de_dag(date(2026, 12, 28)):
        leg_nazorg_vast(
            moment,
            door=begeleider,
            gezien=None,
            resultaat="zelfde",
            gemeten_op=date(2026, 12, 28),
            wat_gedaan="Gebeld",
        )
        assert titels(pad) == [("Nazorg", date(2026, 12, 28))]


def test_aftercare_moves_with_the_day_of_leaving(pad: str, moment: Nazorgmoment) -> None:
    uid, eerst = enige(pad)
    with op_de_dag(date(2026, 11, 24)):
        moment.uitstroom.datum = date(2026, 10, 7)
        moment.uitstroom.save()
        zelfde, dan = enige(pad)
    assert (zelfde, dan.dag) == (uid, date(2027, 1, 6))
    assert dan.volgnummer > eerst.volgnummer


def test_of_who_came_back_nobody_asks_any_more(
    pad: str, moment: Nazorgmoment, amina: Werknemer
) -> None:
    uid, eerst = enige(pad)
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 12, 1)))
    assert not enige(pad)[1].geannuleerd
    with op_de_dag(date(2026, 12, 1)):
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd) == (uid, True)
    assert dan.volgnummer > eerst.volgnummer
    with op_de_dag(date(2027, 1, 1)):
        assert lees(pad) == {}


def test_a_later_moment_takes_the_place_of_an_earlier_one(pad: str, moment: Nazorgmoment) -> None:
    """As *Te doen* asks only for the last one that came."""
    uid, eerst = enige(pad)
    NazorgmomentFactory(uitstroom=moment.uitstroom, weken=15)
    with op_de_dag(date(2027, 1, 12)):
        assert not lees(pad)[uid].geannuleerd
    with op_de_dag(date(2027, 1, 13)):
        dan = lees(pad)
    assert [punt.geannuleerd for punt in dan.values()].count(False) == 1
    assert dan[uid].geannuleerd
    assert dan[uid].volgnummer > eerst.volgnummer
    with op_de_dag(date(2027, 3, 1)):
        assert uid not in lees(pad)


def test_an_outflow_that_was_a_mistake_takes_its_aftercare_along(
    pad: str, moment: Nazorgmoment, begeleider: Gebruiker
) -> None:
    uid, eerst = enige(pad)
    uitstroom = moment.uitstroom
    with op_de_dag(date(2026, 11, 24)):
        verwijder_uitstroom(uitstroom, door=begeleider, gezien=uitstroom.gewijzigd_op)
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd) == (uid, True)
    assert dan.volgnummer > eerst.volgnummer


# --- the end of support ----------------------------------------------------------------------


def test_the_end_of_support_moves_with_an_extension_and_back(
    pad: str, amina: Werknemer, coordinator: Gebruiker
) -> None:
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2025, 5, 14))
    uid, eerst = enige(pad)
    assert (eerst.titel, eerst.dag) == ("Einde ondersteuning", date(2027, 3, 31))
    assert eerst.url.endswith(f"/werknemers/{amina.pk}/contract/#advies")
    with op_de_dag(date(2026, 11, 24)):
        verlenging = AdviesFactory(
            werknemer=amina, periode=Periode(date(2027, 4, 1), date(2029, 4, 1)), twee_jaar=True
        )
        zelfde, dan = enige(pad)
    assert (zelfde, dan.dag) == (uid, date(2029, 3, 31))
    assert dan.volgnummer > eerst.volgnummer
    with op_de_dag(date(2026, 11, 25)):
        verwijder_advies(verlenging, door=coordinator, gezien=verlenging.gewijzigd_op)
        _, terug = enige(pad)
    assert terug.dag == date(2027, 3, 31)
    assert terug.volgnummer > dan.volgnummer


def test_without_any_advice_the_end_falls_away(
    pad: str, amina: Werknemer, coordinator: Gebruiker
) -> None:
    advies = AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2025, 5, 14))
    uid, eerst = enige(pad)
    with op_de_dag(date(2026, 11, 24)):
        verwijder_advies(advies, door=coordinator, gezien=advies.gewijzigd_op)
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd) == (uid, True)
    assert dan.volgnummer > eerst.volgnummer


# --- the end of a contract -------------------------------------------------------------------


@pytest.fixture
def contract(amina: Werknemer) -> Arbeidsovereenkomst:
    return ContractFactory(werknemer=amina)


def test_the_end_of_a_contract_is_what_it_ends_by(pad: str, contract: Arbeidsovereenkomst) -> None:
    ContracteindeFactory(
        contract=contract,
        wijze="werkgever",
        periode=Periode.tem(date(2026, 11, 23), date(2027, 1, 31)),
    )
    uid, eerst = enige(pad)
    assert (eerst.titel, eerst.dag) == ("Einde contract", date(2027, 1, 31))
    with op_de_dag(date(2026, 11, 24)):
        akkoord: dict[str, Any] = {"wijze": "akkoord", "bezorging": ""}
        ContracteindeFactory(
            contract=contract,
            **akkoord,
            periode=Periode.tem(date(2026, 11, 24), date(2026, 12, 31)),
        )
        zelfde, dan = enige(pad)
    assert (zelfde, dan.dag) == (uid, date(2026, 12, 31))
    assert dan.volgnummer > eerst.volgnummer


def test_who_left_earlier_than_the_letter_says(pad: str, contract: Arbeidsovereenkomst) -> None:
    ContracteindeFactory(contract=contract)
    contract.periode = Periode.tem(date(2024, 1, 1), date(2026, 11, 27))
    contract.save()
    assert titels(pad) == [("Einde contract", date(2026, 11, 27))]


def test_an_end_that_is_withdrawn_falls_away(
    pad: str, contract: Arbeidsovereenkomst, coordinator: Gebruiker
) -> None:
    einde = ContracteindeFactory(contract=contract)
    uid, eerst = enige(pad)
    with op_de_dag(date(2026, 11, 24)):
        trek_einde_in(
            einde,
            door=coordinator,
            gezien=einde.gewijzigd_op,
            ingetrokken_op=date(2026, 11, 24),
            reden_intrekking="Blijft toch",
        )
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd) == (uid, True)
    assert dan.volgnummer > eerst.volgnummer
    with op_de_dag(date(2026, 12, 25)):
        assert lees(pad) == {}


def test_the_kinds_together_by_day(pad: str, amina: Werknemer) -> None:
    ContracteindeFactory(contract=ContractFactory(werknemer=amina))
    ActieFactory(werknemer=amina, tegen=date(2026, 12, 1))
    OverdrachtFactory(werknemer=amina, gesprek_gepland_op=date(2026, 12, 2))
    AdviesFactory(werknemer=amina, twee_jaar=True, besluitdatum=date(2025, 5, 14))
    assert titels(pad) == [
        ("Actie", date(2026, 12, 1)),
        ("Gesprek", date(2026, 12, 2)),
        ("Einde contract", date(2026, 12, 6)),
        ("Einde ondersteuning", date(2027, 3, 31)),
    ]


# --- reviews ---------------------------------------------------------------------------------


def test_a_review_that_is_moved_stays_the_same_entry(
    pad: str, amina: Werknemer, begeleider: Gebruiker
) -> None:
    traject = TrajectFactory(werknemer=amina, gestart_op=date(2026, 6, 15))
    uid, vanzelf = enige(pad)
    assert (vanzelf.titel, vanzelf.dag) == ("Evaluatie", date(2026, 12, 15))
    EvaluatiemomentFactory(
        traject=traject,
        gepland_op=date(2026, 12, 15),
        stand=Evaluatiestand.VERZET,
        afgehandeld_op=date(2026, 11, 23),
        reden="verlof",
        door=begeleider,
    )
    with op_de_dag(date(2026, 11, 24)):
        EvaluatiemomentFactory(
            traject=traject,
            gepland_op=date(2027, 1, 12),
            stand=Evaluatiestand.GEPLAND,
            afgehandeld_op=None,
            door=begeleider,
        )
    zelfde, verzet = enige(pad)
    assert (zelfde, verzet.dag) == (uid, date(2027, 1, 12))
    assert verzet.volgnummer > vanzelf.volgnummer


def test_a_review_of_a_trajectory_that_ended_falls_away(pad: str, amina: Werknemer) -> None:
    traject = TrajectFactory(werknemer=amina, gestart_op=date(2026, 6, 15))
    uid, _ = enige(pad)
    traject.fase = Fase.STOPGEZET
    traject.save()
    zelfde, punt = enige(pad)
    assert (zelfde, punt.geannuleerd) == (uid, True)
