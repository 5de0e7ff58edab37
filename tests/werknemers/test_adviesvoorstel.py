"""What an advice would come to next to the others, and when an extension begins."""

from datetime import date

import pytest

from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from werknemers.domein.adviesvoorstel import Adviesvoorstel, aansluitdag, stel_advies_voor
from werknemers.models import Adviesperiode


def _advies(van: date, laatste_dag: date) -> Adviesperiode:
    return Adviesperiode(
        soort=SoortAdvies.LDE_OVERGANG, besluitdatum=van, periode=Periode.tem(van, laatste_dag)
    )


EERSTE = _advies(date(2022, 1, 1), date(2023, 12, 31))
TWEEDE = _advies(date(2024, 1, 1), date(2026, 6, 30))
LATER = _advies(date(2031, 7, 1), date(2033, 6, 30))


def _voorstel(andere: list[Adviesperiode], begin: date | None = None) -> Adviesvoorstel:
    return stel_advies_voor(
        soort=SoortAdvies.IMW_5,
        besluitdatum=date(2026, 5, 4),
        begin=begin,
        laatste_dag=None,
        schijven=(),
        andere=andere,
        startpakketten=(),
    )


def test_alone() -> None:
    voorstel = _voorstel([])
    assert voorstel.keten == voorstel.periode == Periode(date(2026, 4, 1), date(2031, 4, 1))
    assert not voorstel.verlengt
    assert voorstel.overlap is None


def test_an_extension_belongs_to_the_whole_chain() -> None:
    voorstel = _voorstel([LATER, TWEEDE, EERSTE], date(2026, 7, 1))
    assert voorstel.periode == Periode.tem(date(2026, 7, 1), date(2031, 6, 30))
    assert voorstel.keten == Periode.tem(date(2022, 1, 1), date(2033, 6, 30))
    assert voorstel.verlengt


def test_what_is_in_the_way() -> None:
    langer = _advies(date(2024, 1, 1), date(2026, 7, 1))
    assert _voorstel([EERSTE, langer, LATER]).overlap is langer
    assert _voorstel([EERSTE, LATER]).overlap is None


def test_a_transition_that_ends_in_the_quarter_of_the_decision_is_not_in_the_way() -> None:
    voorstel = _voorstel([EERSTE, TWEEDE, LATER])
    assert voorstel.overlap is None
    assert voorstel.keten == Periode(date(2022, 1, 1), date(2031, 4, 1))


@pytest.mark.parametrize(
    ("op", "dag"),
    [
        (date(2021, 12, 31), None),
        (date(2022, 1, 1), date(2026, 7, 1)),
        (date(2026, 6, 30), date(2026, 7, 1)),
        (date(2030, 1, 1), date(2026, 7, 1)),
        (date(2031, 7, 1), date(2033, 7, 1)),
    ],
)
def test_an_extension_begins_after_the_chain_that_counts(op: date, dag: date | None) -> None:
    assert aansluitdag([LATER, TWEEDE, EERSTE], op) == dag


def test_without_advice_there_is_nothing_to_extend() -> None:
    assert aansluitdag([], date(2026, 1, 1)) is None
