"""Working days: no weekend, no Belgian holiday, and never far away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gedeeld.werkdagen import is_werkdag, werkdag_tot, werkdag_vanaf

DAGEN = st.dates(date(2020, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    ("dag", "werkt"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 7, 21), False),  # national holiday
        (date(2026, 7, 11), False),  # Saturday; the Flemish holiday is no public one
        (date(2025, 7, 11), True),  # the Flemish holiday on a Friday
        (date(2027, 3, 29), False),  # Easter Monday
        (date(2026, 11, 11), False),
        (date(2026, 12, 24), True),
    ],
)
def test_which_days_are_worked(dag: date, werkt: bool) -> None:
    assert is_werkdag(dag) is werkt


@given(DAGEN)
def test_a_working_day_is_near_and_on_the_right_side(dag: date) -> None:
    later, eerder = werkdag_vanaf(dag), werkdag_tot(dag)
    assert is_werkdag(later)
    assert is_werkdag(eerder)
    assert 0 <= (later - dag).days <= 5
    assert 0 <= (dag - eerder).days <= 5
    assert (later == dag) is is_werkdag(dag) is (eerder == dag)
