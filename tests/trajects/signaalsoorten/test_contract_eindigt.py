"""A contract that ends, by itself or by what was given or agreed, and nothing comes after it."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.tijd import alsof
from tests.fabrieken import (
    ContracteindeFactory,
    ContractFactory,
    UitstroomFactory,
)
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    feiten,
    ingetrokken,
    signalen,
    staan_open,
    stap,
    vul_in,
    waarom,
    zin,
)
from tests.trajects.uitstroom.uitstroomhulp import velden as uitstroomvelden
from trajects.signaalsoorten.soort import Stap, Urgentie
from trajects.signaalsoorten.soorten.contract_eindigt import EINDIGT, OPGEZEGD
from werknemers.models import Arbeidsovereenkomst, Contracteinde, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
LAATSTE = date(2027, 1, 31)
OPGEZEGD_TOT = date(2026, 12, 6)


@pytest.fixture
def tijdelijk(amina: Werknemer) -> Arbeidsovereenkomst:
    """The contract of Amina ends on 31 January."""
    contract = amina.contracten.get()
    Arbeidsovereenkomst.objects.update(periode=Periode.tem(date(2026, 2, 1), LAATSTE))
    contract.refresh_from_db()
    return contract


@pytest.fixture
def einde(amina: Werknemer) -> Contracteinde:
    """Amina gave notice until 6 December of a contract without an end."""
    return ContracteindeFactory(contract=amina.contracten.get())


@pytest.mark.parametrize(
    ("op", "verwacht", "urgentie"),
    [
        (date(2026, 10, 30), [], Urgentie.DAARNA),
        (date(2026, 10, 31), [(EINDIGT, LAATSTE)], Urgentie.DAARNA),
        (date(2026, 12, 30), [(EINDIGT, LAATSTE)], Urgentie.DAARNA),
        (date(2026, 12, 31), [(EINDIGT, LAATSTE)], Urgentie.EERST),
        (LAATSTE, [(EINDIGT, LAATSTE)], Urgentie.EERST),
    ],
)
def test_three_months_before_its_last_day(
    amina: Werknemer,
    tijdelijk: Arbeidsovereenkomst,
    op: date,
    verwacht: list[tuple[str, date]],
    urgentie: Urgentie,
) -> None:
    assert signalen(amina, op) == verwacht
    assert [feit.urgentie for feit in feiten(amina, op)] == [urgentie]


def test_the_day_after_it_nobody_is_in_service(
    amina: Werknemer, tijdelijk: Arbeidsovereenkomst
) -> None:
    signalen(amina)
    assert signalen(amina, date(2027, 2, 1)) == []
    assert ingetrokken(amina) == ["Ingetrokken: niet in dienst."]


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 11, 23), [(OPGEZEGD, OPGEZEGD_TOT)]),
        (OPGEZEGD_TOT, [(OPGEZEGD, OPGEZEGD_TOT)]),
        (date(2026, 12, 7), [(OPGEZEGD, OPGEZEGD_TOT)]),
    ],
)
def test_notice_ends_it_too_and_goes_on_until_the_contract_ends(
    amina: Werknemer, einde: Contracteinde, op: date, verwacht: list[tuple[str, date]]
) -> None:
    assert signalen(amina, op) == verwacht
    assert [feit.urgentie for feit in feiten(amina, op)] == [Urgentie.EERST]


def test_what_comes_first_counts(amina: Werknemer, tijdelijk: Arbeidsovereenkomst) -> None:
    einde = ContracteindeFactory(contract=tijdelijk)
    assert signalen(amina) == [(OPGEZEGD, OPGEZEGD_TOT)]
    Contracteinde.objects.update(periode=Periode.tem(date(2026, 11, 23), date(2027, 3, 7)))
    assert signalen(amina) == [(EINDIGT, LAATSTE)]
    einde.delete()
    assert signalen(amina) == [(EINDIGT, LAATSTE)]


@pytest.mark.parametrize(
    "periode", [Periode(LAATSTE), Periode.tem(date(2027, 3, 1), date(2028, 2, 29))]
)
def test_who_stays_with_another_contract_is_not_asked_about(
    amina: Werknemer, tijdelijk: Arbeidsovereenkomst, periode: Periode
) -> None:
    ContractFactory(werknemer=amina, periode=periode)
    assert signalen(amina) == []


def test_a_shorter_contract_beside_it_changes_nothing(
    amina: Werknemer, tijdelijk: Arbeidsovereenkomst
) -> None:
    ContractFactory(werknemer=amina, periode=Periode.tem(date(2026, 2, 1), date(2026, 12, 31)))
    assert signalen(amina) == [(EINDIGT, LAATSTE)]


def test_who_keeps_another_contract_after_notice_is_asked_about_that_one(
    amina: Werknemer, einde: Contracteinde
) -> None:
    ContractFactory(werknemer=amina, periode=Periode.tem(date(2026, 2, 1), date(2026, 12, 31)))
    assert signalen(amina) == [(EINDIGT, date(2026, 12, 31))]


def test_who_is_known_to_leave_is_not_asked_about(
    amina: Werknemer, tijdelijk: Arbeidsovereenkomst
) -> None:
    UitstroomFactory(werknemer=amina, datum=date(2025, 6, 30))
    assert signalen(amina) == [(EINDIGT, LAATSTE)]
    UitstroomFactory(werknemer=amina, datum=LAATSTE)
    assert signalen(amina) == []


@pytest.mark.parametrize(
    ("op", "zegt"),
    [
        (NU, "contract eindigt op 6 december 2026"),
        (OPGEZEGD_TOT, "contract eindigt vandaag"),
        (date(2026, 12, 7), "contract zou eindigen op 6 december 2026 en loopt nog door"),
    ],
)
def test_what_it_says(amina: Werknemer, einde: Contracteinde, op: date, zegt: str) -> None:
    assert zin(amina, op) == [zegt]


def test_what_each_does_about_a_contract_that_runs_out(
    amina: Werknemer,
    tijdelijk: Arbeidsovereenkomst,
    begeleider: Gebruiker,
    coordinator: Gebruiker,
    hr: Gebruiker,
) -> None:
    eindigt = "Het contract van Amina eindigt op 31 januari 2027."
    assert stap(amina, begeleider) == Stap(f"{eindigt} Vraag HR wat erna komt.")
    beslis = Stap(
        f"{eindigt} Beslis wat erna komt.", "Bekijk het contract", "contracteinde", tijdelijk.pk
    )
    assert stap(amina, coordinator) == stap(amina, hr) == beslis


def test_what_each_does_about_notice(
    amina: Werknemer, einde: Contracteinde, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    eindigt = "Het contract van Amina eindigt op 6 december 2026."
    assert stap(amina, begeleider) == Stap(
        f"{eindigt} Vul in waar Amina naartoe gaat.",
        "Registreer de uitstroom",
        "uitstroom_nieuw",
        amina.pk,
    )
    bekijk = ("Bekijk het einde", "contracteinde", einde.contract_id)
    assert stap(amina, hr) == Stap(f"{eindigt} Kijk na wat klaar moet zijn.", *bekijk)
    erna = date(2026, 12, 10)
    loopt_door = "Het contract van Amina zou eindigen op 6 december 2026 en loopt nog door."
    assert stap(amina, begeleider, erna) == Stap(f"{loopt_door} Vraag HR om het te sluiten.")
    assert stap(amina, hr, erna) == Stap(f"{loopt_door} Bevestig het einde.", *bekijk)


def test_another_contract_withdraws_it_at_once(
    als: Als, amina: Werknemer, tijdelijk: Arbeidsovereenkomst, hr: Gebruiker
) -> None:
    signalen(amina)
    vul_in(
        als(hr), "werknemers:contract_nieuw", amina.pk, dienst=tijdelijk.dienst_id,
        eerste_dag="2027-02-01", tewerkstellingsbreuk="0,8",
    )  # fmt: skip
    assert staan_open(amina) == []
    assert ingetrokken(amina) == [
        "Ingetrokken: wat na dit contract komt, staat er nu, of het einde geldt niet meer."
    ]


def test_knowing_where_somebody_goes_withdraws_it_at_once(
    als: Als, amina: Werknemer, tijdelijk: Arbeidsovereenkomst, begeleider: Gebruiker
) -> None:
    signalen(amina)
    velden = uitstroomvelden(datum="2027-01-31")
    vul_in(als(begeleider), "trajects:uitstroom_nieuw", amina.pk, **velden)
    assert EINDIGT not in dict(staan_open(amina))
    assert ingetrokken(amina) == [
        "Ingetrokken: wat na dit contract komt, staat er nu, of het einde geldt niet meer."
    ]


def test_notice_noted_and_withdrawn_shows_at_once(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    contract = amina.contracten.get()
    velden = {"wijze": "akkoord", "gegeven_op": "2026-11-20", "laatste_dag": "2026-12-31"}
    vul_in(als(hr), "trajects:einde_nieuw", contract.pk, **velden)
    assert staan_open(amina) == [(OPGEZEGD, date(2026, 12, 31))]
    weg = {"ingetrokken_op": "2026-11-23", "reden_intrekking": "Amina blijft toch."}
    vul_in(als(hr), "trajects:einde_intrek", contract.eindes.get().pk, **weg)
    assert staan_open(amina) == []
    assert ingetrokken(amina) == [
        "Ingetrokken: wat na dit contract komt, staat er nu, of het einde geldt niet meer."
    ]


def test_confirming_the_end_closes_it(
    als: Als, amina: Werknemer, einde: Contracteinde, hr: Gebruiker
) -> None:
    with alsof(date(2026, 12, 10)):
        assert signalen(amina, date(2026, 12, 10)) == [(OPGEZEGD, OPGEZEGD_TOT)]
        als(hr).post(f"/eindes/{einde.pk}/bevestigen/")
        assert staan_open(amina) == []
        assert ingetrokken(amina) == ["Ingetrokken: niet in dienst."]


def test_the_page_says_why(
    als: Als, amina: Werknemer, tijdelijk: Arbeidsovereenkomst, begeleider: Gebruiker
) -> None:
    naam = "contract eindigt"
    assert "Het contract eindigt op 31 januari 2027. Wat erna komt, staat er nog niet." in waarom(
        als, begeleider, amina, naam
    )
    assert waarom(als, begeleider, amina, "opzegging of akkoord loopt af").endswith(
        "Het contract eindigt op 31 januari 2027, zonder opzegging of akkoord ervoor."
    )
    Arbeidsovereenkomst.objects.update(periode=Periode.tem(date(2026, 2, 1), date(2027, 7, 31)))
    assert waarom(als, begeleider, amina, naam).endswith(
        "Het contract eindigt op 31 juli 2027. Het signaal komt op 1 mei 2027."
    )
    Arbeidsovereenkomst.objects.update(periode=Periode(date(2026, 2, 1)))
    assert waarom(als, begeleider, amina, naam).endswith(
        "Er loopt geen contract met een einde, of wat erna komt, staat er al."
    )


def test_the_page_says_why_after_notice(
    als: Als, amina: Werknemer, einde: Contracteinde, begeleider: Gebruiker
) -> None:
    naam = "opzegging of akkoord loopt af"
    assert (
        "Het contract eindigt op 6 december 2026, zoals het genoteerd is bij het contract."
        in waarom(als, begeleider, amina, naam)
    )
    assert waarom(als, begeleider, amina, "contract eindigt").endswith(
        "geen signaal Het contract eindigt op 6 december 2026, door een opzegging of een akkoord."
    )
    Contracteinde.objects.update(periode=Periode.tem(date(2026, 11, 23), date(2027, 3, 7)))
    assert waarom(als, begeleider, amina, naam).endswith(
        "Het contract eindigt op 7 maart 2027. Het signaal komt op 7 december 2026."
    )


def test_another_contract_that_is_over_keeps_nobody(amina: Werknemer, einde: Contracteinde) -> None:
    """The notice ran out on the sixth, and the contract is still open; the other one ended later,
    and is over too."""
    ContractFactory(werknemer=amina, periode=Periode(date(2025, 1, 1), date(2026, 12, 9)))
    assert signalen(amina, date(2026, 12, 8)) == [(EINDIGT, date(2026, 12, 8))]
    assert signalen(amina, date(2026, 12, 10)) == [(OPGEZEGD, OPGEZEGD_TOT)]
