"""Somebody left, and the contract of then is still open."""

from datetime import date

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import ContractFactory, WerknemerFactory
from tests.trajects.signaalsoorten.loopt import alles, in_dienst, vertrek
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    open_van,
    van_soort,
    waarom,
    waarom_weg,
)
from trajects.models import Uitstroom
from trajects.signaalsoorten.soorten.contract_open import CODE
from werknemers.models import Werknemer

VRIJDAG = date(2026, 11, 27)


def test_from_the_day_after_the_last_one(amina: Werknemer, andere_organisatie: object) -> None:
    alles(amina)
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    vertrek(amina, VRIJDAG, gesloten=False)
    assert van_soort(amina, CODE, VRIJDAG) == []
    # A week of nights was missed.
    assert van_soort(amina, CODE, plus_dagen(VRIJDAG, 8)) == [VRIJDAG]
    assert open_van(elders, CODE) == []


def test_not_without_leaving_nor_when_it_ends_that_day(amina: Werknemer) -> None:
    in_dienst(amina)
    assert van_soort(amina, CODE) == []
    vertrek(amina, plus_dagen(NU, -3))
    assert van_soort(amina, CODE) == []


def test_another_last_day_withdraws_it_until_then(amina: Werknemer) -> None:
    alles(amina)
    vertrek(amina, plus_dagen(NU, -3), gesloten=False)
    assert van_soort(amina, CODE) == [plus_dagen(NU, -3)]
    Uitstroom.objects.update(datum=VRIJDAG)
    assert van_soort(amina, CODE) == []
    assert waarom_weg(amina, CODE) == ["Ingetrokken: de laatste dag in dienst is nu 27/11/2026."]


def test_a_contract_that_began_since_is_no_forgotten_one(amina: Werknemer) -> None:
    alles(amina)
    vertrek(amina, plus_dagen(NU, -40))
    ContractFactory(werknemer=amina, periode=Periode(plus_dagen(NU, -5)))
    assert van_soort(amina, CODE) == []


def test_the_page_says_why(als: Als, coordinator: Gebruiker, amina: Werknemer) -> None:
    alles(amina)
    naam = "contract open na vertrek"
    assert waarom(als, coordinator, amina, naam).endswith(
        "Er is geen vertrek waarna een contract doorloopt."
    )
    vertrek(amina, plus_dagen(NU, -3), gesloten=False)
    assert (
        "Amina vertrok op 20 november 2026 en het contract heeft nog geen einde op die dag."
        in waarom(als, coordinator, amina, naam)
    )
