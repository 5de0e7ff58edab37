"""Somebody is no longer in service, and nobody wrote down where to."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import ContractFactory, UitstroomFactory, WerknemerFactory
from tests.trajects.signaalsoorten.loopt import alles, in_dienst, vertrek
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    open_van,
    van_soort,
    waarom,
    waarom_weg,
)
from trajects.signaalsoorten.soorten.uitstroom_ontbreekt import CODE
from werknemers.models import Werknemer

LAATSTE = date(2026, 10, 31)


@pytest.fixture
def weg(amina: Werknemer) -> Werknemer:
    alles(amina)
    amina.contracten.update(periode=Periode.tem(date(2024, 1, 1), LAATSTE))
    return amina


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (LAATSTE, []),
        (plus_dagen(LAATSTE, 1), [LAATSTE]),
        (date(2027, 10, 31), [LAATSTE]),
        (date(2027, 11, 1), []),
    ],
)
def test_for_a_year_from_the_day_after(
    weg: Werknemer, op: date, verwacht: list[date], andere_organisatie: object
) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    assert (van_soort(weg, CODE, op), open_van(elders, CODE)) == (verwacht, [])


def test_after_a_year_it_is_withdrawn_for_that_reason(weg: Werknemer) -> None:
    assert van_soort(weg, CODE) == [LAATSTE]
    assert van_soort(weg, CODE, date(2027, 11, 1)) == []
    assert waarom_weg(weg, CODE) == ["Ingetrokken: het vertrek is langer dan een jaar geleden."]


def test_not_while_a_contract_runs_or_comes_nor_before_the_first(amina: Werknemer) -> None:
    in_dienst(amina)
    assert van_soort(amina, CODE) == []
    amina.contracten.update(periode=Periode.tem(date(2024, 1, 1), LAATSTE))
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 12, 1)))
    assert van_soort(amina, CODE) == []


def test_who_left_before_and_came_back_is_asked_again(amina: Werknemer) -> None:
    in_dienst(amina)
    vertrek(amina, date(2025, 6, 30))
    ContractFactory(werknemer=amina, periode=Periode.tem(date(2026, 1, 1), LAATSTE))
    assert van_soort(amina, CODE) == [LAATSTE]
    UitstroomFactory(werknemer=amina, datum=LAATSTE)
    assert van_soort(amina, CODE) == []


def test_the_page_says_why(als: Als, begeleider: Gebruiker, weg: Werknemer) -> None:
    naam = "uitstroom niet ingevuld"
    assert (
        "Het laatste contract liep t.e.m. 31 oktober 2026 en er staat geen uitstroom bij."
        in waarom(als, begeleider, weg, naam)
    )
    UitstroomFactory(werknemer=weg, datum=LAATSTE)
    assert waarom(als, begeleider, weg, naam).endswith(
        "Er loopt of komt een contract, of de uitstroom is ingevuld."
    )
    assert NU > LAATSTE
