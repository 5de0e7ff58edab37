"""A question that stands in a rule more than once is asked once of a row, and answers the same."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from trajects.signaalsoorten.eenmaal import elk_eenmaal
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signaalsoorten.soort import Regel

pytestmark = pytest.mark.django_db
DRIE = "generate_series(1, 3) AS a (n)"
VERDER = "(SELECT max(b.n) FROM generate_series(1, 5) AS b (n) WHERE b.n < a.n + 2)"


def rijen(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        gelezen: list[tuple[Any, ...]] = cursor.fetchall()
        return gelezen


def test_what_stands_twice_is_asked_once() -> None:
    sql = f"SELECT a.n, {VERDER}, {VERDER} + 1 FROM {DRIE} WHERE {VERDER} > 2"  # noqa: S608
    eenmaal = elk_eenmaal(sql)
    assert eenmaal.count("max(b.n)") == 1
    assert sorted(rijen(eenmaal)) == sorted(rijen(sql)) == [(2, 3, 4), (3, 4, 5)]


def test_what_stands_once_stays_where_it_is() -> None:
    sql = f"SELECT a.n, {VERDER} FROM {DRIE} WHERE a.n > 1"  # noqa: S608
    assert elk_eenmaal(sql) == sql


def test_inside_a_question_as_well() -> None:
    binnen = "(SELECT min(c.n) FROM generate_series(1, 9) AS c (n) WHERE c.n > b.n)"
    buiten = "(SELECT max(%s + %s) FROM generate_series(1, 5) AS b (n) WHERE b.n < a.n)"
    buiten %= (binnen, binnen)
    sql = f"SELECT {buiten}, {buiten} FROM {DRIE} WHERE a.n > 1"  # noqa: S608
    eenmaal = elk_eenmaal(sql)
    assert (eenmaal.count("max("), eenmaal.count("min(")) == (1, 1)
    assert sorted(rijen(eenmaal)) == sorted(rijen(sql)) == [(4, 4), (6, 6)]


@pytest.mark.parametrize("vooraf", ["EXISTS", "a.n IN ", "1 = ANY"])
def test_what_has_no_single_value_stays(vooraf: str) -> None:
    vraag = vooraf + "(SELECT 1 FROM generate_series(1, 2) AS b (n) WHERE b.n = a.n)"  # noqa: S608
    sql = f"SELECT {vraag} FROM {DRIE} WHERE {vraag}"  # noqa: S608
    assert elk_eenmaal(sql) == sql


def test_what_is_no_single_select_stays() -> None:
    assert elk_eenmaal("(SELECT 1) UNION (SELECT 2)") == "(SELECT 1) UNION (SELECT 2)"
    assert elk_eenmaal("SELECT 1, 1") == "SELECT 1, 1"


@pytest.mark.parametrize("regel", SIGNAALREGELS, ids=lambda regel: regel.lijn)
def test_in_no_rule_anything_stands_twice_afterwards(regel: Regel) -> None:
    with connection.cursor() as cursor:
        vraag = cursor.mogrify(*regel.kandidaten(date(2026, 11, 23)).query.sql_with_params())
    eenmaal = elk_eenmaal(vraag.decode())
    assert elk_eenmaal(eenmaal) == eenmaal
