"""In service without any advice."""

from datetime import date

from gebruikers.models import Gebruiker
from tests.fabrieken import AdviesFactory
from tests.trajects.signaalsoorten.loopt import in_dienst, vertrek
from tests.trajects.signaalsoorten.tafel import (
    Als,
    van_soort,
    waarom,
    waarom_weg,
)
from trajects.signaalsoorten.soorten.geen_advies import CODE
from werknemers.models import Werknemer

BEGIN = date(2026, 11, 16)


def test_also_one_that_still_has_to_begin_or_that_is_over(amina: Werknemer) -> None:
    in_dienst(amina, begin=BEGIN)
    AdviesFactory(werknemer=amina, besluitdatum=date(2027, 2, 1))
    assert van_soort(amina, CODE) == []


def test_who_leaves_needs_none_any_more(amina: Werknemer) -> None:
    in_dienst(amina, begin=BEGIN)
    assert van_soort(amina, CODE) == [BEGIN]
    vertrek(amina, date(2026, 11, 20))
    assert van_soort(amina, CODE) == []
    assert waarom_weg(amina, CODE) == ["Ingetrokken: niet in dienst."]


def test_the_page_says_why(als: Als, coordinator: Gebruiker, amina: Werknemer) -> None:
    in_dienst(amina, begin=BEGIN)
    assert "Amina is in dienst sinds 16 november 2026 en er is geen advies." in waarom(
        als, coordinator, amina, "geen advies"
    )
    AdviesFactory(werknemer=amina)
    reden = waarom(als, coordinator, amina, "geen advies")
    assert reden.endswith("Er is een advies, of er loopt geen contract.")
