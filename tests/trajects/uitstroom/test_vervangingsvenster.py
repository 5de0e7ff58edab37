"""The window around a falling or ended premium: its edges, its reasons, nothing beyond them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.periode import Periode, plus_maanden
from regels.keuzes import Parametercode, SoortAdvies, Zekerheid
from regels.models import Bron, Regelparameter
from tests.fabrieken import AdviesFactory, WerknemerFactory
from trajects.uitstroom.vervangingsvenster import Keerpunt, dichtste, keerpunten, lees_venster
from werknemers.domein.schijven import Schijf
from werknemers.models import Werknemer

# Two years of support decided in May 2025: the first day without is 1 April 2027.
EINDE = date(2027, 4, 1)
DAGEN = st.dates(date(2024, 1, 1), date(2032, 1, 1))
MAANDEN = st.integers(0, 12)

TREDEN = [
    Schijf(Periode(date(2025, 1, 1), date(2026, 4, 1)), 40),
    Schijf(Periode(date(2026, 4, 1), date(2027, 1, 1)), 30),
    Schijf(Periode(date(2027, 1, 1), date(2028, 1, 1)), 45),
]
pytestmark = pytest.mark.amina(in_dienst=True, steun_tot_maart=True)


def test_a_premium_turns_where_it_falls_and_where_it_ends() -> None:
    punten = keerpunten(TREDEN, [date(2028, 1, 1)])
    assert [(punt.dag, punt.wat) for punt in punten] == [
        (date(2026, 4, 1), "de loonpremie daalt van 40 naar 30 %"),
        (date(2028, 1, 1), "de ondersteuning stopt"),
    ]
    assert keerpunten(TREDEN[:1], []) == []


def test_a_lower_premium_after_a_gap_did_not_fall() -> None:
    later = Schijf(Periode(date(2026, 7, 1), date(2027, 1, 1)), 20)
    assert keerpunten([TREDEN[0], later], []) == []


@pytest.mark.parametrize(
    ("dag", "binnen"),
    [
        (date(2026, 9, 30), False),
        (date(2026, 10, 1), True),
        (date(2027, 3, 31), True),
        (date(2027, 4, 1), True),
        (date(2027, 10, 1), True),
        (date(2027, 10, 2), False),
    ],
)
def test_the_window_has_two_ends(dag: date, binnen: bool) -> None:
    punt = Keerpunt(EINDE, "de ondersteuning stopt")
    assert (dichtste([punt], dag, voor=6, na=6) is not None) is binnen


@pytest.mark.parametrize(
    ("dag", "punt"), [(date(2026, 6, 30), 0), (date(2026, 8, 15), 0), (date(2026, 8, 18), 1)]
)
def test_the_nearest_turning_point_counts(dag: date, punt: int) -> None:
    punten = [Keerpunt(date(2026, 4, 1), "daalt"), Keerpunt(date(2027, 1, 1), "stopt")]
    assert dichtste(punten, dag, voor=6, na=6) == punten[punt]


@given(dag=DAGEN, punten=st.lists(DAGEN, max_size=5), voor=MAANDEN, na=MAANDEN)
def test_a_day_is_in_the_window_when_it_is_in_that_of_any_point(
    dag: date, punten: list[date], voor: int, na: int
) -> None:
    verwacht = any(plus_maanden(p, -voor) <= dag <= plus_maanden(p, na) for p in punten)
    gevonden = dichtste([Keerpunt(p, "x") for p in punten], dag, voor=voor, na=na)
    assert (gevonden is not None) is verwacht
    if gevonden is not None:
        assert gevonden.dag in punten


@given(dag=DAGEN, punt=DAGEN, voor=MAANDEN, na=MAANDEN)
def test_a_longer_window_never_loses_a_day(dag: date, punt: date, voor: int, na: int) -> None:
    punten = [Keerpunt(punt, "x")]
    if dichtste(punten, dag, voor=voor, na=na) is not None:
        assert dichtste(punten, dag, voor=voor + 1, na=na + 1) is not None


def test_the_window_of_an_employee_says_why(amina: Werknemer) -> None:
    venster = lees_venster(amina, date(2026, 11, 23))
    assert venster is not None
    assert (venster.van, venster.laatste_dag) == (date(2026, 10, 1), date(2027, 10, 1))
    uitleg = venster.uitleg
    assert uitleg.antwoord == "Rond 1 april 2027: de ondersteuning stopt."
    assert "6 maanden voor tot 6 maanden na" in uitleg.regel
    assert uitleg.invoer == (
        ("Laatste dag in dienst", "23 november 2026"),
        ("Venster", "1 oktober 2026 t.e.m. 1 oktober 2027"),
    )
    assert "Koepel LDE" in uitleg.bron
    assert "zekerheid E: keuze van deze toepassing, geen regel" in uitleg.bron
    assert "De brontekst noemt het verbod, geen termijn." in uitleg.tegenspraak
    assert lees_venster(amina, date(2026, 3, 1)) is None


def test_an_extension_moves_the_end_and_a_gap_leaves_it(amina: Werknemer) -> None:
    AdviesFactory(
        werknemer=amina, soort=SoortAdvies.LDE_OVERGANG, periode=Periode(EINDE, date(2030, 4, 1))
    )
    assert lees_venster(amina, date(2027, 4, 1)) is None
    anders = WerknemerFactory(in_dienst=True)
    for begin in (date(2024, 1, 1), date(2026, 7, 1)):
        AdviesFactory(werknemer=anders, twee_jaar=True, besluitdatum=begin)
    venster = lees_venster(anders, date(2026, 3, 1))  # the first one ended on 31 December 2025
    assert venster is not None
    assert venster.keerpunt.dag == date(2026, 1, 1)


def test_a_falling_step_counts_as_well(db: None) -> None:
    amina = WerknemerFactory(in_dienst=True)
    AdviesFactory(werknemer=amina, besluitdatum=date(2025, 10, 6))  # 40 % for five quarters
    venster = lees_venster(amina, date(2026, 11, 23))
    assert venster is not None
    assert venster.uitleg.antwoord == "Rond 1 januari 2027: de loonpremie daalt van 40 naar 30 %."


def test_the_guidance_premium_falls_at_quarter_6(db: None) -> None:
    """Two years at 20 %: the wage premium does not fall, the flat part of the other one does."""
    amina = WerknemerFactory(in_dienst=True)
    AdviesFactory(
        werknemer=amina,
        twee_jaar=True,
        besluitdatum=date(2026, 10, 6),
        begeleidingsniveau="midden",
    )
    venster = lees_venster(amina, date(2027, 8, 1))
    assert venster is not None
    assert venster.uitleg.antwoord == (
        "Rond 1 januari 2028: het vaste deel van de begeleidingspremie daalt."
    )
    assert "Individueel maatwerk voor werkgevers (zekerheid D" in venster.uitleg.bron
    amina.adviezen.update(begeleidingsniveau="geen")
    assert lees_venster(amina, date(2027, 8, 1)) is None


def test_both_premiums_that_fall_on_one_day_are_named_together(db: None) -> None:
    amina = WerknemerFactory(in_dienst=True)
    AdviesFactory(werknemer=amina, besluitdatum=date(2025, 10, 6), begeleidingsniveau="laag")
    venster = lees_venster(amina, date(2026, 11, 23))
    assert venster is not None
    assert venster.keerpunt.wat == (
        "de loonpremie daalt van 40 naar 30 % en het vaste deel van de begeleidingspremie daalt"
    )


@pytest.mark.parametrize(("telt", "binnen"), [(1, False), (0, True)])
def test_after_an_extension_it_falls_only_when_each_advice_counts(
    db: None, telt: int, binnen: bool
) -> None:
    """An extension from 1 July 2026: quarter 6 of it is 1 October 2027."""
    Regelparameter.objects.filter(code=Parametercode.BEGELEIDING_TELT_KETEN).update(waarde=telt)
    amina = WerknemerFactory(in_dienst=True)
    for begin in (date(2024, 7, 1), date(2026, 7, 1)):
        AdviesFactory(
            werknemer=amina, twee_jaar=True, besluitdatum=begin, begeleidingsniveau="midden"
        )
    assert (lees_venster(amina, date(2027, 10, 1)) is not None) is binnen


def test_without_advice_or_before_the_measure_there_is_no_window(amina: Werknemer) -> None:
    assert lees_venster(WerknemerFactory(), date(2026, 11, 23)) is None
    AdviesFactory(
        werknemer=amina,
        soort=SoortAdvies.LDE_OVERGANG,
        periode=Periode(date(2020, 1, 1), date(2023, 1, 1)),
    )
    assert lees_venster(amina, date(2023, 1, 1)) is None


def test_an_organisation_can_have_a_window_of_its_own(amina: Werknemer) -> None:
    Regelparameter.objects.create(
        code=Parametercode.VERVANGING_VOOR,
        organisatie=amina.organisatie,
        waarde=Decimal(3),
        geldig=Periode(date(2026, 1, 1)),
        bron=Bron.objects.get(code="eigen-keuze"),
        zekerheid=Zekerheid.E,
    )
    assert lees_venster(amina, date(2026, 12, 31)) is None
    venster = lees_venster(amina, date(2027, 1, 1))
    assert venster is not None
    assert "3 maanden voor tot 6 maanden na" in venster.uitleg.regel
    assert "Keuze van deze toepassing" in venster.uitleg.bron
