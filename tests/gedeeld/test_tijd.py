"""Today, and the days that the demo lives through."""

from datetime import date

import pytest

from gedeeld.tijd import alsof, vandaag

VANDAAG = date(2026, 11, 23)
GISTEREN = date(2026, 11, 22)


def test_a_day_of_the_past_holds_inside_the_block_only() -> None:
    with alsof(GISTEREN):
        assert vandaag() == GISTEREN
        with alsof(date(2020, 1, 1)):
            assert vandaag() == date(2020, 1, 1)
        assert vandaag() == GISTEREN
    assert vandaag() == VANDAAG


def test_today_comes_back_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), alsof(GISTEREN):
        raise ZeroDivisionError
    assert vandaag() == VANDAAG
