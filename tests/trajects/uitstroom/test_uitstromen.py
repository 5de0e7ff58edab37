"""Somebody leaves: the trajectory and the aftercare follow, mistakes are mended or taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from gedeeld.weergeven import en
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import (
    ContractFactory,
    JobdoelwitFactory,
    NazorgmomentFactory,
    OverdrachtFactory,
    PassagetoelichtingFactory,
    TrajectFactory,
    UitstroomFactory,
)
from tests.trajects.uitstroom.uitstroomhulp import VANDAAG, gegevens
from trajects.kader.uitstroombeeld import uitstroombeeld
from trajects.keuzes import Bestemming, Fase, Initiatief
from trajects.models import Nazorgmoment, Traject, Uitstroom, Werkgever
from trajects.openheidsdossier.volledigheid import gaten_van
from trajects.uitstroom.bewijsstukken import bewijsstukken
from trajects.uitstroom.nazorg import leg_nazorg_vast
from trajects.uitstroom.uitstromen import (
    registreer_uitstroom,
    sluit_contracten_af,
    verwijder_uitstroom,
    wijzig_uitstroom,
)
from werknemers.models import Werknemer

Registreer = Callable[..., Uitstroom]
pytestmark = pytest.mark.amina(in_dienst=True, steun_tot_maart=True)


@pytest.fixture
def registreer(begeleider: Gebruiker, amina: Werknemer) -> Registreer:
    def schrijf(**anders: Any) -> Uitstroom:
        return registreer_uitstroom(werknemer=amina, door=begeleider, **gegevens(**anders))

    return schrijf


def weken(uitstroom: Uitstroom) -> list[int]:
    return [moment.weken for moment in uitstroom.nazorg.all()]


# --- registering -----------------------------------------------------------------------------


def test_leaving_plans_the_aftercare_and_moves_the_trajectory(
    amina: Werknemer, registreer: Registreer
) -> None:
    traject = TrajectFactory(werknemer=amina, fase=Fase.STAGE)
    uitstroom = registreer(werkgever="De Linde")
    assert weken(uitstroom) == [4, 13, 26, 52]
    assert uitstroom.nazorg.all()[0].gepland_op == date(2026, 12, 21)
    traject.refresh_from_db()
    assert (traject.fase, uitstroom.traject) == ("nazorg", traject)
    wissel = traject.fasewissels.get()
    assert (wissel.van, wissel.reden) == ("stage", "Uitgestroomd: reguliere economie.")
    assert str(Werkgever.objects.get()) == "De Linde"
    regel = Auditregel.objects.get(soort="uitstroom")
    assert regel.actie == "uitstroom geregistreerd"
    assert regel.verschil["bestemming"] == [None, "regulier"]


def test_a_job_may_leave_the_employer_unknown(registreer: Registreer) -> None:
    assert registreer(bestemming=Bestemming.SOCIAAL).werkgever is None


def test_after_a_pension_there_is_nothing_to_follow(
    amina: Werknemer, registreer: Registreer
) -> None:
    TrajectFactory(werknemer=amina)
    assert weken(registreer(bestemming=Bestemming.PENSIOEN)) == []
    assert Traject.objects.get().fase == "afgerond"


def test_a_refusal_leaves_nothing_behind(amina: Werknemer, registreer: Registreer) -> None:
    TrajectFactory(werknemer=amina)
    with pytest.raises(ValidationError) as weigering:
        registreer(werkgever="De Linde", initiatief=Initiatief.WERKGEVER)
    assert list(weigering.value.message_dict) == ["motief"]
    assert not Uitstroom.objects.exists()
    assert not Werkgever.objects.exists()
    assert Traject.objects.get().fase == "voortraject"


def test_the_employers_initiative_in_the_window_asks_for_a_motive(registreer: Registreer) -> None:
    with pytest.raises(ValidationError, match="wat het motief"):
        registreer(initiatief=Initiatief.WERKGEVER, motief="  ")
    assert registreer(initiatief=Initiatief.WERKGEVER, motief="De dienst sluit.").pk


def test_outside_the_window_or_on_another_initiative_it_does_not(
    amina: Werknemer, begeleider: Gebruiker, registreer: Registreer
) -> None:
    uitstroom = registreer(initiatief=Initiatief.WERKGEVER, datum=date(2026, 3, 1))
    gezien = uitstroom.gewijzigd_op
    samen = gegevens(initiatief=Initiatief.SAMEN)
    assert wijzig_uitstroom(uitstroom, door=begeleider, gezien=gezien, **samen).motief == ""


def test_who_only_reads_registers_nothing(amina: Werknemer, beheerder: Gebruiker) -> None:
    with pytest.raises(PermissionDenied):
        registreer_uitstroom(werknemer=amina, door=beheerder, **gegevens())


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2023, 12, 31), "Amina begon pas op 1 januari 2024."),
        (date(2026, 11, 23), "Er staat al een uitstroom op 23 november 2026."),
        (date(2027, 2, 1), "Een tweede kan pas na een nieuw contract."),
    ],
)
def test_nobody_leaves_before_beginning_or_twice(
    registreer: Registreer, dag: date, zin: str
) -> None:
    registreer()
    with pytest.raises(ValidationError, match=zin):
        registreer(datum=dag)


def test_who_came_back_in_the_same_trajectory_can_leave_again(
    amina: Werknemer, registreer: Registreer
) -> None:
    TrajectFactory(werknemer=amina)
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 3, 1)))
    eerste = registreer(datum=date(2026, 2, 28))
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 6, 1)))
    tweede = registreer(datum=VANDAAG)
    assert eerste.traject == tweede.traject
    assert amina.uitstromen.first() == tweede


def test_before_the_measure_there_are_no_rules_for_aftercare(
    amina: Werknemer, registreer: Registreer
) -> None:
    amina.contracten.update(periode=Periode(date(2020, 1, 1)))
    with pytest.raises(ValidationError, match="wanneer nazorg volgt"):
        registreer(datum=date(2023, 6, 30))
    assert weken(registreer(datum=date(2023, 7, 1))) == [4, 13, 26, 52]


# --- the contract ----------------------------------------------------------------------------


def test_who_edits_contracts_closes_them_on_that_day(
    begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    with pytest.raises(PermissionDenied):
        registreer_uitstroom(werknemer=amina, door=begeleider, sluit_contracten=True, **gegevens())
    registreer_uitstroom(werknemer=amina, door=coordinator, sluit_contracten=True, **gegevens())
    assert amina.contracten.get().periode.laatste_dag == VANDAAG
    regel = Auditregel.objects.get(soort="arbeidsovereenkomst")
    assert (regel.actie, regel.door) == ("gewijzigd", coordinator)


def test_otherwise_the_page_knows_that_it_still_runs(
    begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer, registreer: Registreer
) -> None:
    uitstroom = registreer()
    beeld = uitstroombeeld(amina, begeleider, VANDAAG)
    assert [contract.pk for contract in beeld.loopt_door] == [amina.contracten.get().pk]
    assert sluit_contracten_af(uitstroom, door=hr) == 1
    assert uitstroombeeld(amina, begeleider, VANDAAG).loopt_door == ()
    assert sluit_contracten_af(uitstroom, door=hr) == 0


def test_a_contract_that_ended_before_the_last_day_is_shown(
    begeleider: Gebruiker, amina: Werknemer, registreer: Registreer
) -> None:
    amina.contracten.update(periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    registreer()
    beeld = uitstroombeeld(amina, begeleider, VANDAAG)
    assert (beeld.eindigt_vroeger, beeld.loopt_door) == (date(2026, 10, 31), ())


# --- mending and taking back -----------------------------------------------------------------


def test_moments_move_along_with_the_day_and_keep_their_results(
    begeleider: Gebruiker, registreer: Registreer
) -> None:
    uitstroom = registreer(datum=date(2026, 9, 30))
    leg_nazorg_vast(
        uitstroom.nazorg.all()[0], door=begeleider, gezien=None, resultaat="zelfde",
        gemeten_op=date(2026, 11, 2), wat_gedaan="Gebeld.",
    )  # fmt: skip
    later = gegevens(datum=date(2026, 10, 7))
    wijzig_uitstroom(uitstroom, door=begeleider, gezien=uitstroom.gewijzigd_op, **later)
    moment = Nazorgmoment.objects.get(weken=4)
    assert (moment.gepland_op, moment.resultaat) == (date(2026, 11, 4), "zelfde")
    regel = Auditregel.objects.get(actie="uitstroom gewijzigd")
    assert regel.verschil == {"datum": ["2026-09-30", "2026-10-07"]}


def test_open_moments_follow_the_rules_of_the_other_day(
    begeleider: Gebruiker, registreer: Registreer
) -> None:
    vanaf = date(2026, 11, 1)
    oud = Regelparameter.objects.get(code=Parametercode.NAZORG_2)
    Regelparameter.objects.filter(pk=oud.pk).update(geldig=Periode(oud.geldig.van, vanaf))
    Regelparameter.objects.create(
        code=oud.code, waarde=12, geldig=Periode(vanaf), bron=oud.bron, zekerheid=oud.zekerheid
    )
    uitstroom = registreer()
    assert weken(uitstroom) == [4, 12, 26, 52]
    eerder = gegevens(datum=date(2026, 10, 31))
    wijzig_uitstroom(uitstroom, door=begeleider, gezien=None, **eerder)
    assert weken(uitstroom) == [4, 13, 26, 52]
    pensioen = gegevens(bestemming=Bestemming.PENSIOEN)
    wijzig_uitstroom(uitstroom, door=begeleider, gezien=None, **pensioen)
    assert weken(uitstroom) == []


def test_who_saw_an_older_version_is_told(begeleider: Gebruiker, registreer: Registreer) -> None:
    uitstroom = registreer()
    gezien = uitstroom.gewijzigd_op
    wijzig_uitstroom(uitstroom, door=begeleider, gezien=gezien, **gegevens(functie="kok"))
    with pytest.raises(IntussenGewijzigd):
        wijzig_uitstroom(uitstroom, door=begeleider, gezien=gezien, **gegevens(functie="chef"))
    with pytest.raises(IntussenGewijzigd):
        verwijder_uitstroom(uitstroom, door=begeleider, gezien=gezien)


def test_a_mistake_is_taken_back_and_the_trajectory_goes_on(
    begeleider: Gebruiker, amina: Werknemer, registreer: Registreer
) -> None:
    TrajectFactory(werknemer=amina, fase=Fase.STAGE)
    uitstroom = registreer()
    with pytest.raises(ValidationError, match="in welke fase"):
        verwijder_uitstroom(uitstroom, door=begeleider, gezien=None, naar_fase="afgerond")
    assert Uitstroom.objects.exists()
    verwijder_uitstroom(uitstroom, door=begeleider, gezien=None, naar_fase=Fase.STAGE)
    assert not Uitstroom.objects.exists()
    assert not Nazorgmoment.objects.exists()
    assert Traject.objects.get().fase == "stage"
    assert Auditregel.objects.get(actie="uitstroom verwijderd").door == begeleider


def test_what_an_outflow_said_stays_to_be_read(
    begeleider: Gebruiker, amina: Werknemer, registreer: Registreer
) -> None:
    uitstroom = registreer(
        werkgever="De Linde", functie="kok", reden="Een vaste job.", motief="Einde premie."
    )
    verwijder_uitstroom(uitstroom, door=begeleider, gezien=None)
    regel = Auditregel.objects.get(actie="uitstroom verwijderd")
    linde = Werkgever.objects.get()
    weg = {veld: oud for veld, (oud, _) in regel.verschil.items()}
    assert weg == {
        "werknemer": f"{amina} ({amina.pk})",
        "datum": "2026-11-23",
        "bestemming": "regulier",
        "werkgever": f"De Linde ({linde.pk})",
        "functie": "kok",
        "initiatief": "werknemer",
        "reden": "Een vaste job.",
        "motief": "Einde premie.",
    }
    assert regel.betrokkene_id == amina.pk
    momenten = Auditregel.objects.filter(soort="nazorgmoment", actie="verwijderd")
    assert sorted(r.verschil["weken"][0] for r in momenten) == [4, 13, 26, 52]


def test_not_once_aftercare_was_done(begeleider: Gebruiker, amina: Werknemer) -> None:
    uitstroom = UitstroomFactory(werknemer=amina)
    NazorgmomentFactory(uitstroom=uitstroom, resultaat="niet", gemeten_op=VANDAAG)
    with pytest.raises(ValidationError, match="Er is al nazorg gedaan"):
        verwijder_uitstroom(uitstroom, door=begeleider, gezien=None)
    (laatste,) = uitstroombeeld(amina, begeleider, VANDAAG).uitstromen
    assert laatste.heeft_resultaten  # type: ignore[attr-defined]


# --- the evidence ----------------------------------------------------------------------------


def test_the_evidence_says_what_is_there_and_what_is_not(amina: Werknemer) -> None:
    """The parts of the openness dossier, and its gaps."""
    leeg = bewijsstukken(amina, VANDAAG)
    assert [(stuk.aanwezig, stuk.stand) for stuk in leeg] == [
        (False, "nog niet bereikt"), *[(False, "ontbreekt")] * 6, (False, "onvolledig"),
    ]  # fmt: skip
    JobdoelwitFactory(traject=TrajectFactory(werknemer=amina), titel="kok")
    OverdrachtFactory(werknemer=amina)
    PassagetoelichtingFactory(
        contract=amina.contracten.get(), uitgelegd_op=date(2024, 1, 2), uitgelegd_door="An",
        taal="nl",
    )  # fmt: skip
    vol = bewijsstukken(amina, date(2027, 5, 1))
    aanwezig = [stuk.aanwezig for stuk in vol]
    assert aanwezig == [True, True, False, True, False, False, True, False]
    assert vol[1].wat == "De bijzondere passage: 2 stukken."
    assert any(regel.startswith("2 januari 2024: ") for regel in vol[1].details)
    gaten = gaten_van(amina, date(2027, 5, 1))
    assert vol[-1].wat == (
        f"In het openheidsdossier ontbreekt nog: {en([gat.label for gat in gaten])}."
    )


@pytest.mark.parametrize(
    ("dag", "bereikt"), [(date(2027, 3, 30), False), (date(2027, 3, 31), True)]
)
def test_the_end_of_support_is_reached_on_its_last_day(
    amina: Werknemer, dag: date, bereikt: bool
) -> None:
    assert bewijsstukken(amina, dag)[0].aanwezig is bereikt
