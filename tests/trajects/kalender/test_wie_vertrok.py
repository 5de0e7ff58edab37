"""What no longer matters of who left falls away from the calendar, and comes back with them."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.dagen import op_de_dag
from tests.fabrieken import ContractFactory, TrajectFactory
from tests.trajects.kalender.kalenderhulp import Gelezen, koppel, lees
from werknemers.models import Arbeidsovereenkomst, Werknemer

pytestmark = pytest.mark.django_db
EERSTE_DAG_WEG = date(2026, 12, 1)
TOT_DAN = Periode(date(2024, 1, 1), EERSTE_DAG_WEG)


@pytest.fixture
def pad(begeleider: Gebruiker) -> str:
    return koppel(begeleider)


@pytest.fixture
def contract(amina: Werknemer) -> Arbeidsovereenkomst:
    return ContractFactory(werknemer=amina)


def enige(pad: str) -> tuple[str, Gelezen]:
    ((uid, gelezen),) = lees(pad).items()
    return uid, gelezen


def eis_weg_met(contract: Arbeidsovereenkomst, pad: str) -> None:
    """The one entry stands until the last day, falls away on the next, and is forgotten later."""
    uid, eerst = enige(pad)
    contract.periode = TOT_DAN
    contract.save()
    assert not enige(pad)[1].geannuleerd
    with op_de_dag(EERSTE_DAG_WEG):
        zelfde, dan = enige(pad)
    assert (zelfde, dan.geannuleerd) == (uid, True)
    assert dan.volgnummer > eerst.volgnummer
    with op_de_dag(date(2027, 1, 1)):
        assert lees(pad) == {}


@pytest.mark.amina(steun_tot_maart=True)
def test_the_end_of_support(pad: str, contract: Arbeidsovereenkomst) -> None:
    eis_weg_met(contract, pad)


def test_a_review(pad: str, contract: Arbeidsovereenkomst) -> None:
    """As *Te doen* and the signals: nobody is asked to hold it."""
    TrajectFactory(werknemer=contract.werknemer, gestart_op=date(2026, 6, 15))
    eis_weg_met(contract, pad)


@pytest.mark.amina(steun_tot_maart=True)
def test_a_contract_that_is_extended_afterwards_brings_it_back(
    pad: str, contract: Arbeidsovereenkomst
) -> None:
    """A calendar takes over only what has a higher number."""
    contract.periode = TOT_DAN
    contract.save()
    with op_de_dag(date(2026, 12, 2)):
        uid, weg = enige(pad)
    with op_de_dag(date(2026, 12, 3)):
        contract.periode = Periode(TOT_DAN.van)
        contract.save()
        zelfde, terug = enige(pad)
    assert (zelfde, weg.geannuleerd, terug.geannuleerd) == (uid, True, False)
    assert terug.volgnummer > weg.volgnummer


@pytest.mark.amina(steun_tot_maart=True)
def test_the_end_of_support_comes_back_with_who_comes_back(pad: str, amina: Werknemer) -> None:
    ContractFactory(werknemer=amina, periode=Periode(date(2024, 1, 1), date(2026, 11, 1)))
    nieuw = ContractFactory(werknemer=amina, periode=Periode(date(2026, 12, 1)))
    assert nieuw.pk
    _, weg_ = enige(pad)
    with op_de_dag(date(2026, 12, 1)):
        _, terug = enige(pad)
    assert (weg_.geannuleerd, terug.geannuleerd) == (True, False)
    assert terug.volgnummer > weg_.volgnummer
