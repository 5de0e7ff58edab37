"""Quarters: the arithmetic of premiums and money."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import dag_erna, plus_maanden

DAGEN = st.dates(date(1950, 1, 1), date(2150, 12, 31))
KWARTALEN = st.builds(Kwartaal, st.integers(1950, 2150), st.integers(1, 4))
AANTALLEN = st.integers(-200, 200)


@given(dag=DAGEN)
def test_every_day_lies_in_exactly_one_quarter(dag: date) -> None:
    kwartaal = Kwartaal.van(dag)
    assert dag in kwartaal.periode
    assert dag not in (kwartaal + 1).periode
    assert dag not in (kwartaal + -1).periode
    assert kwartaal.eerste_dag <= dag <= kwartaal.laatste_dag


@given(kwartaal=KWARTALEN)
def test_a_quarter_lasts_three_months_and_joins_the_next(kwartaal: Kwartaal) -> None:
    assert (kwartaal + 1).eerste_dag == plus_maanden(kwartaal.eerste_dag, 3)
    assert (kwartaal + 1).eerste_dag == dag_erna(kwartaal.laatste_dag)
    assert (kwartaal + 1).periode.van == kwartaal.periode.tot
    assert kwartaal.periode.dagen in {90, 91, 92}
    assert Kwartaal.van(kwartaal.eerste_dag) == Kwartaal.van(kwartaal.laatste_dag) == kwartaal


@given(kwartaal=KWARTALEN, aantal=AANTALLEN)
def test_adding_and_subtracting_cancel_each_other_out(kwartaal: Kwartaal, aantal: int) -> None:
    later = kwartaal + aantal
    assert later - kwartaal == aantal
    assert kwartaal - later == -aantal
    assert later + -aantal == kwartaal
    assert (later > kwartaal) == (aantal > 0)


@given(kwartaal=KWARTALEN, een=AANTALLEN, twee=AANTALLEN)
def test_adding_in_two_steps_is_adding_in_one(kwartaal: Kwartaal, een: int, twee: int) -> None:
    assert (kwartaal + een) + twee == kwartaal + (een + twee)


@given(kwartaal=KWARTALEN)
def test_writing_and_reading(kwartaal: Kwartaal) -> None:
    assert Kwartaal.lees(str(kwartaal)) == kwartaal
    assert Kwartaal.lees(f" {kwartaal} ") == kwartaal


@given(een=KWARTALEN, twee=KWARTALEN)
def test_the_order_is_that_of_time(een: Kwartaal, twee: Kwartaal) -> None:
    assert (een < twee) == (een.eerste_dag < twee.eerste_dag)


@pytest.mark.parametrize("tekst", ["", "2026", "2026-K5", "2026-K0", "26-K1", "2026-k1", "K1-2026"])
def test_what_is_no_quarter(tekst: str) -> None:
    with pytest.raises(ValueError, match="Schrijf het zo: 2026-K4"):
        Kwartaal.lees(tekst)


@pytest.mark.parametrize("nummer", [0, 5, -1])
def test_a_year_has_four_quarters(nummer: int) -> None:
    with pytest.raises(ValueError, match="kwartaal 1 tot en met 4"):
        Kwartaal(2026, nummer)
