"""Notice, by the examples of the sector and of the law."""

from datetime import date

import pytest

from regels.keuzes import Tabelcode
from regels.models import Regeltabel
from werknemers.domein.contracteinde.opzegging import (
    begint_na,
    laatste_opzegging,
    opzegging,
    post_uiterlijk,
    werkt_op,
)

pytestmark = pytest.mark.django_db
WERKDAGEN = 3


def _tabel(in_dienst: date, code: Tabelcode = Tabelcode.OPZEG_WERKGEVER) -> Regeltabel:
    return Regeltabel.objects.op(in_dienst).get(code=code)


@pytest.mark.parametrize(
    ("in_dienst", "einde", "begin", "maanden", "weken", "laatste", "gepost"),
    [
        (date(2026, 10, 1), date(2028, 9, 30), date(2028, 7, 10), 21, 11,
         date(2028, 9, 24), date(2028, 7, 4)),
        (date(2023, 7, 3), date(2028, 6, 30), date(2028, 3, 13), 56, 15,
         date(2028, 6, 25), date(2028, 3, 7)),
        # Christmas and New Year are no working days.
        (date(2024, 3, 18), date(2027, 3, 31), date(2027, 1, 4), 33, 12,
         date(2027, 3, 28), date(2026, 12, 28)),
    ],
)  # fmt: skip
def test_the_last_notice_that_ends_before_the_support_does(
    in_dienst: date, einde: date, begin: date, maanden: int, weken: int, laatste: date, gepost: date
) -> None:
    gevonden = laatste_opzegging(in_dienst, einde, _tabel(in_dienst))
    assert gevonden is not None
    assert (gevonden.begin, gevonden.maanden, gevonden.weken) == (begin, maanden, weken)
    assert gevonden.laatste_dag == laatste
    assert post_uiterlijk(gevonden.begin, WERKDAGEN) == gepost


def test_nobody_is_given_notice_before_they_begin() -> None:
    in_dienst = date(2026, 10, 1)
    assert laatste_opzegging(in_dienst, date(2026, 10, 9), _tabel(in_dienst)) is None
    eerste = laatste_opzegging(in_dienst, date(2026, 10, 11), _tabel(in_dienst))
    assert eerste == opzegging(in_dienst, date(2026, 10, 5), _tabel(in_dienst))


@pytest.mark.parametrize(
    ("gepost", "werkt", "begint"),
    [
        (date(2026, 10, 6), date(2026, 10, 9), date(2026, 10, 12)),
        (date(2026, 10, 7), date(2026, 10, 12), date(2026, 10, 19)),
        (date(2026, 10, 29), date(2026, 11, 3), date(2026, 11, 9)),
    ],
)
def test_a_registered_letter_works_on_the_third_working_day(
    gepost: date, werkt: date, begint: date
) -> None:
    assert werkt_op(gepost, WERKDAGEN) == werkt
    assert begint_na(werkt) == begint


@pytest.mark.parametrize(
    ("begin", "gepost"),
    [
        (date(2026, 10, 12), date(2026, 10, 6)),
        (date(2026, 11, 9), date(2026, 11, 3)),
        # Easter Monday shifts the third working day.
        (date(2027, 4, 5), date(2027, 3, 30)),
    ],
)
def test_posted_by_tuesday_at_the_latest(begin: date, gepost: date) -> None:
    assert post_uiterlijk(begin, WERKDAGEN) == gepost


@pytest.mark.parametrize(
    ("in_dienst", "gegeven", "maanden", "weken"),
    [
        (date(2024, 3, 18), date(2026, 11, 30), 32, 4),
        (date(2026, 9, 1), date(2026, 12, 7), 3, 1),
    ],
)
def test_counter_notice_after_a_new_job(
    in_dienst: date, gegeven: date, maanden: int, weken: int
) -> None:
    tegen = opzegging(in_dienst, begint_na(gegeven), _tabel(in_dienst, Tabelcode.TEGENOPZEG))
    assert (tegen.maanden, tegen.weken) == (maanden, weken)


@pytest.mark.parametrize(
    ("in_dienst", "begin", "weken"),
    [
        (date(2026, 6, 1), date(2026, 10, 5), 4),
        (date(2026, 10, 1), date(2027, 3, 22), 1),
        (date(2018, 10, 1), date(2026, 10, 5), 27),
    ],
)
def test_a_law_leaves_running_contracts_alone(in_dienst: date, begin: date, weken: int) -> None:
    assert opzegging(in_dienst, begin, _tabel(in_dienst)).weken == weken
