"""When the databases of the bench are made anew."""

import pytest

from tests.dagen import VANDAAG, op_de_dag
from tests.meting.bank import Bank
from tests.meting.vulling import GROOT, KLEIN, Stand, afdruk_van_land


def test_what_is_noted_is_read_again() -> None:
    stand = Stand("a1", "b2", 301.5, 22.0)
    assert Stand.uit(str(stand)) == stand


@pytest.mark.parametrize("tekst", ["", "iets anders", "a b c d e"])
def test_what_somebody_else_noted_is_nothing(tekst: str) -> None:
    assert Stand.uit(tekst) is None


@pytest.mark.vandaag("2026-12-01")
def test_another_size_or_another_month_is_another_country(eerder: str) -> None:
    assert len({eerder, afdruk_van_land(KLEIN), afdruk_van_land(GROOT)}) == 3


@pytest.fixture
def eerder() -> str:
    """The fingerprint of the small country on the usual day."""
    with op_de_dag(VANDAAG):
        return afdruk_van_land(KLEIN)


def test_a_database_has_its_own_address_in_the_same_cluster() -> None:
    bank = Bank("meting_klein", "postgres://doorstroom@%2Ftmp%2Fsocket/doorstroom")
    assert bank.eigen_url == "postgres://doorstroom@%2Ftmp%2Fsocket/meting_klein"
