"""In service without any advice."""

from datetime import date

from gebruikers.models import Gebruiker
from tests.fabrieken import AdviesFactory, WerknemerFactory
from tests.trajects.signaalsoorten.loopt import in_dienst, vertrek
from tests.trajects.signaalsoorten.tafel import (
    Als,
    open_van,
    van_soort,
    vul_in,
    waarom,
    waarom_weg,
)
from trajects.signaalsoorten.soorten.geen_advies import CODE
from werknemers.models import Werknemer

BEGIN = date(2026, 11, 16)


def test_from_the_first_day(amina: Werknemer, andere_organisatie: object) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie)
    in_dienst(amina, begin=BEGIN)
    assert van_soort(amina, CODE, date(2026, 11, 15)) == []
    assert (van_soort(amina, CODE), open_van(elders, CODE)) == ([BEGIN], [])


def test_an_advice_that_is_entered_withdraws_it_at_once(
    als: Als, hr: Gebruiker, amina: Werknemer
) -> None:
    in_dienst(amina)
    assert van_soort(amina, CODE) == [date(2024, 1, 1)]
    vul_in(
        als(hr),
        "werknemers:advies_nieuw",
        amina.pk,
        soort="imw_5",
        besluitdatum="2026-11-10",
        begeleidingsniveau="laag",
    )
    assert open_van(amina, CODE) == []
    assert waarom_weg(amina, CODE) == ["Ingetrokken: het advies is ingevuld."]


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
