"""What comes with notice, by the examples of the sector and of the law."""

from datetime import date
from decimal import Decimal

import pytest

from regels.domein.parameters import Parameters, laad_parameters
from werknemers.domein.contracteinde.gevolgen import (
    Outplacement,
    Regeling,
    c4_op,
    motivering_vragen_tot,
    outplacement,
    sollicitatieverlof,
)
from werknemers.domein.contracteinde.opzegging import Opzegging

pytestmark = pytest.mark.django_db


@pytest.fixture
def regels() -> Parameters:
    return laad_parameters(date(2026, 11, 29), None)


@pytest.mark.parametrize(
    ("weken", "breuk", "dagen", "met_outplacement"),
    [
        (11, "1", "11", "11"),
        (15, "0.8", "12", "12"),
        (30, "1", "28", "30"),
        (27, "0.5", "13.25", "13.5"),
    ],
)
def test_leave_to_look_for_work(
    regels: Parameters, weken: int, breuk: str, dagen: str, met_outplacement: str
) -> None:
    lang = Opzegging(date(2026, 10, 12), 23, weken)
    fractie = Decimal(breuk)
    assert sollicitatieverlof(lang, fractie, regels) == Decimal(dagen)
    verlof = sollicitatieverlof(lang, fractie, regels, met_outplacement=True)
    assert verlof == Decimal(met_outplacement)


def test_outplacement_from_a_certain_age(regels: Parameters) -> None:
    gevonden = outplacement(Opzegging(date(2026, 10, 12), 23, 11), date(1980, 6, 1), regels)
    verwacht = Outplacement(Regeling.VANAF_LEEFTIJD, date(2027, 1, 11), date(2027, 10, 11))
    assert gevonden == verwacht


@pytest.mark.parametrize(
    ("geboren", "maanden", "weken", "regeling"),
    [
        (date(1983, 6, 1), 83, 21, None),
        (date(1981, 10, 12), 23, 11, Regeling.VANAF_LEEFTIJD),
        (date(1981, 10, 13), 23, 11, None),
        (date(1980, 6, 1), 11, 7, None),
        (None, 23, 11, None),
        (None, 108, 30, Regeling.ALGEMEEN),
        (date(1980, 6, 1), 108, 30, Regeling.ALGEMEEN),
    ],
)
def test_who_gets_outplacement(
    regels: Parameters, geboren: date | None, maanden: int, weken: int, regeling: Regeling | None
) -> None:
    gevonden = outplacement(Opzegging(date(2026, 10, 12), maanden, weken), geboren, regels)
    assert (gevonden.regeling if gevonden else None) == regeling


@pytest.mark.parametrize(
    ("weken", "maanden", "tot"),
    [
        (11, 23, date(2027, 2, 27)),
        (50, 200, date(2027, 4, 12)),
        (1, 5, None),
    ],
)
def test_until_when_the_reasons_can_be_asked(
    regels: Parameters, weken: int, maanden: int, tot: date | None
) -> None:
    opgezegd = Opzegging(date(2026, 10, 12), maanden, weken)
    assert motivering_vragen_tot(opgezegd, date(2026, 10, 12), regels) == tot


@pytest.mark.parametrize(
    ("einde", "c4"),
    [
        (date(2028, 9, 24), date(2028, 9, 22)),
        (date(2026, 12, 15), date(2026, 12, 15)),
        (date(2026, 12, 25), date(2026, 12, 24)),
    ],
)
def test_the_c4_is_there_on_the_last_working_day(einde: date, c4: date) -> None:
    assert c4_op(einde) == c4
