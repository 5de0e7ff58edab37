"""The premium steps: 5/3/12 by default, the contradiction shown, own steps after an evaluation."""

from datetime import date

import pytest

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import AdviesFactory
from werknemers.domein.premies import Premieverloop, laad_startpakketten, premieverloop, verloop_van
from werknemers.domein.schijven import Schijf
from werknemers.domein.termijn import bereken_periode
from werknemers.models import Premieschijf

BESLUIT = date(2026, 10, 14)
pytestmark = pytest.mark.django_db


def _verloop(soort: SoortAdvies, besluit: date = BESLUIT) -> Premieverloop:
    return premieverloop(
        soort=soort,
        besluitdatum=besluit,
        periode=bereken_periode(soort, besluit, None, date(2031, 9, 30)),
        startpakketten=laad_startpakketten(),
    )


def _in_kwartalen(verloop: Premieverloop) -> list[tuple[int, int]]:
    """How many quarters at which percentage."""
    return [
        (Kwartaal.van(schijf.periode.tot) - Kwartaal.van(schijf.periode.van), schijf.percentage)
        for schijf in verloop.schijven
        if schijf.periode.tot
    ]


@pytest.mark.parametrize(
    ("soort", "verwacht"),
    [
        (SoortAdvies.IMW_2, [(8, 20)]),
        (SoortAdvies.IMW_5, [(5, 40), (3, 30), (12, 20)]),
        (SoortAdvies.IMW_5_VERHOOGD, [(5, 55), (3, 50), (12, 40)]),
        (SoortAdvies.IMW_5_CMW45, [(8, 45), (12, 40)]),
    ],
)
def test_the_start_packages(soort: SoortAdvies, verwacht: list[tuple[int, int]]) -> None:
    assert _in_kwartalen(_verloop(soort)) == verwacht


def test_the_steps_by_date() -> None:
    assert _verloop(SoortAdvies.IMW_5).schijven == (
        Schijf(Periode.tem(date(2026, 10, 1), date(2027, 12, 31)), 40),
        Schijf(Periode.tem(date(2028, 1, 1), date(2028, 9, 30)), 30),
        Schijf(Periode.tem(date(2028, 10, 1), date(2031, 9, 30)), 20),
    )


@pytest.mark.parametrize(
    ("dag", "nu", "straks"),
    [
        (date(2026, 9, 30), None, 40),
        (date(2026, 10, 1), 40, 30),
        (date(2027, 12, 31), 40, 30),
        (date(2028, 1, 1), 30, 20),
        (date(2031, 9, 30), 20, None),
        (date(2031, 10, 1), None, None),
    ],
)
def test_the_step_of_a_day_and_the_next_one(dag: date, nu: int | None, straks: int | None) -> None:
    verloop = _verloop(SoortAdvies.IMW_5)
    huidige, volgende = verloop.op(dag), verloop.volgende_na(dag)
    assert (huidige.percentage if huidige else None) == nu
    assert (volgende.percentage if volgende else None) == straks


def test_the_explanation_names_package_source_and_contradiction() -> None:
    uitleg = _verloop(SoortAdvies.IMW_5).uitleg
    assert uitleg.invoer == (
        ("Startpakket", "IMW 5 jaar (5/3/12)"),
        ("Besluitdatum", "14/10/2026"),
    )
    assert uitleg.bron == "Verso, Individueel maatwerk biedt kansen (zekerheid B)"
    assert uitleg.tegenspraak == (
        "Verso en Unik verdelen de 20 kwartalen als 5/3/12; de hoofding bij Herwin zegt 5/4/11. "
        "Doorstroom rekent met 5/3/12. "
        "Met 5/4/11 wordt het 40 % (01/10/2026 t.e.m. 31/12/2027), "
        "dan 30 % (01/01/2028 t.e.m. 31/12/2028), dan 20 % (01/01/2029 t.e.m. 30/09/2031)."
    )


def test_without_another_division_there_is_no_contradiction() -> None:
    assert _verloop(SoortAdvies.IMW_2).uitleg.tegenspraak == ""


def test_the_division_counts_from_the_begin_of_the_extension() -> None:
    periode = bereken_periode(SoortAdvies.IMW_5, BESLUIT, date(2027, 7, 1))
    verloop = premieverloop(
        soort=SoortAdvies.IMW_5,
        besluitdatum=BESLUIT,
        periode=periode,
        startpakketten=laad_startpakketten(),
    )
    assert verloop.schijven[0].periode == Periode.tem(date(2027, 7, 1), date(2028, 9, 30))


def test_own_steps_go_first() -> None:
    advies = AdviesFactory(
        soort=SoortAdvies.IMW_NA_EVALUATIE, periode=Periode(date(2026, 1, 1), date(2028, 1, 1))
    )
    eigen = [
        Schijf(Periode(date(2026, 1, 1), date(2027, 1, 1)), 60),
        Schijf(Periode(date(2027, 1, 1), date(2028, 1, 1)), 35),
    ]
    for schijf in eigen:
        Premieschijf.objects.create(
            advies=advies, periode=schijf.periode, percentage=schijf.percentage
        )
    verloop = verloop_van(advies, laad_startpakketten())
    assert verloop.schijven == tuple(eigen)
    assert verloop.uitleg.regel == "De percentages zijn met de hand ingevuld na een evaluatie."


@pytest.mark.parametrize(
    ("soort", "besluit", "regel"),
    [
        (
            SoortAdvies.LDE_OVERGANG,
            BESLUIT,
            "Bij een LDE-overgang loopt de tijdelijke vergoeding door; er zijn geen "
            "premieschijven.",
        ),
        (
            SoortAdvies.IMW_NA_EVALUATIE,
            BESLUIT,
            "Na een evaluatie bepaalt VDAB de percentages. Vul ze zelf in.",
        ),
        (
            SoortAdvies.IMW_5,
            date(2023, 6, 30),
            "We kennen geen startpakket voor een besluit van 30/06/2023. Kijk de besluitdatum na.",
        ),
    ],
)
def test_without_a_start_package_the_explanation_says_why(
    soort: SoortAdvies, besluit: date, regel: str
) -> None:
    verloop = _verloop(soort, besluit)
    assert verloop.schijven == ()
    assert verloop.uitleg.regel == regel
