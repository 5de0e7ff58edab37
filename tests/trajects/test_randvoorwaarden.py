"""Preconditions: how they stand, how they came so, and that health keeps no detail."""

import pytest

from tests.fabrieken import RandvoorwaardeFactory, WerknemerFactory
from trajects.domein.randvoorwaarden import besproken_randvoorwaarden, open_randvoorwaarden
from trajects.keuzes import Standrandvoorwaarde, Thema
from trajects.models import Randvoorwaarde
from werknemers.models import Werknemer


@pytest.fixture
def amina(db: None) -> Werknemer:
    return WerknemerFactory()


def zet_neer(werknemer: Werknemer, **standen: str) -> None:
    for thema, stand in standen.items():
        RandvoorwaardeFactory(werknemer=werknemer, thema=thema, stand=stand)


def test_which_ask_for_something_in_the_order_of_the_plan(amina: Werknemer) -> None:
    zet_neer(
        amina, taal="belemmering", huisvesting="aandacht", netwerk="in_orde", digitaal="onbekend"
    )
    RandvoorwaardeFactory(thema=Thema.FINANCIEN, stand=Standrandvoorwaarde.BELEMMERING)
    assert [rij.thema for rij in open_randvoorwaarden(amina)] == ["huisvesting", "taal"]
    besproken = [rij.thema for rij in besproken_randvoorwaarden(amina)]
    assert besproken == ["huisvesting", "taal", "netwerk"]


@pytest.mark.parametrize("stand", Standrandvoorwaarde)
def test_one_is_open_by_the_same_rule_as_all(amina: Werknemer, stand: str) -> None:
    zet_neer(amina, taal=stand)
    assert Randvoorwaarde.objects.get().is_open is Randvoorwaarde.objects.open().exists()
