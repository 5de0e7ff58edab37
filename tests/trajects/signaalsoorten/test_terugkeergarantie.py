"""The guarantee to come back that ends soon, of who left and is still away."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode, plus_dagen
from regels.keuzes import Parametercode
from regels.models import Bron, Regelparameter
from tests.fabrieken import ContractFactory, DienstFactory, UitstroomFactory
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    ingetrokken,
    signalen,
    staan_open,
    stap,
    vul_in,
    waarom,
    zin,
)
from trajects.kader.nazorgbeeld import nazorgbeeld
from trajects.keuzes import Bestemming
from trajects.models import Uitstroom
from trajects.signaalsoorten.soort import Stap
from trajects.signaalsoorten.soorten.terugkeergarantie import CODE
from werknemers.models import Werknemer

TEM = date(2026, 12, 31)


@pytest.fixture
def uitstroom(amina: Werknemer) -> Uitstroom:
    ContractFactory(werknemer=amina, periode=Periode.tem(date(2024, 1, 1), date(2025, 6, 30)))
    return UitstroomFactory(werknemer=amina, datum=date(2025, 6, 30))


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 10, 30), []),
        (date(2026, 10, 31), [(CODE, TEM)]),
        (TEM, [(CODE, TEM)]),
        (date(2027, 1, 1), []),
    ],
)
def test_two_months_before_its_last_day(
    amina: Werknemer, uitstroom: Uitstroom, op: date, verwacht: list[tuple[str, date]]
) -> None:
    assert signalen(amina, op) == verwacht


def test_when_it_is_over_it_goes(amina: Werknemer, uitstroom: Uitstroom) -> None:
    signalen(amina)
    assert signalen(amina, date(2027, 1, 4)) == []
    assert ingetrokken(amina) == ["Ingetrokken: de garantie is voorbij, of is niet meer nodig."]


def test_what_it_says_and_what_to_do(
    amina: Werknemer, uitstroom: Uitstroom, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    assert zin(amina) == ["terugkeergarantie loopt tot en met 31 december 2026"]
    assert stap(amina, begeleider) == Stap(
        "Amina kan nog terug tot en met 31 december 2026. Vraag hoe het gaat.",
        "Noteer een gesprek",
        "notitie_nieuw",
        amina.pk,
        "?werknemer={}",
    )
    assert stap(amina, hr) is None


def test_who_came_back_needs_none_at_once(
    als: Als, amina: Werknemer, uitstroom: Uitstroom, coordinator: Gebruiker
) -> None:
    dienst = DienstFactory(organisatie=amina.organisatie)
    signalen(amina)
    vul_in(
        als(coordinator), "werknemers:contract_nieuw", amina.pk, dienst=dienst.pk,
        eerste_dag="2026-11-23", tewerkstellingsbreuk="0,8",
    )  # fmt: skip
    assert CODE not in dict(staan_open(amina))
    assert ingetrokken(amina) == ["Ingetrokken: de garantie is voorbij, of is niet meer nodig."]


def test_who_will_come_back_is_still_away(amina: Werknemer, uitstroom: Uitstroom) -> None:
    ContractFactory(werknemer=amina, periode=Periode(date(2026, 12, 1)))
    assert CODE in dict(signalen(amina))
    assert CODE not in dict(signalen(amina, date(2026, 12, 1)))


def test_a_pension_has_none(amina: Werknemer, uitstroom: Uitstroom) -> None:
    Uitstroom.objects.update(bestemming=Bestemming.PENSIOEN)
    assert signalen(amina) == []


def test_the_page_says_why(
    als: Als, amina: Werknemer, uitstroom: Uitstroom, begeleider: Gebruiker
) -> None:
    naam = "einde van de terugkeergarantie"
    assert (
        "De terugkeergarantie loopt tot en met 31 december 2026. "
        "Vraag de voorwaarden na bij VDAB." in waarom(als, begeleider, amina, naam)
    )
    Uitstroom.objects.update(datum=date(2025, 12, 31))
    assert waarom(als, begeleider, amina, naam).endswith(
        "De terugkeergarantie loopt tot en met 30 juni 2027. Het signaal komt op 30 april 2027."
    )


def test_the_database_counts_the_guarantee_as_the_page_does(amina: Werknemer) -> None:
    """Also around the day on which the rule changes, and before there was one."""
    Regelparameter.objects.filter(code=Parametercode.TERUGKEERGARANTIE).update(
        geldig=Periode(date(2023, 7, 1), date(2025, 1, 1))
    )
    Regelparameter.objects.create(
        code=Parametercode.TERUGKEERGARANTIE, waarde=24, geldig=Periode(date(2025, 1, 1)),
        zekerheid="B",
        bron=Bron.objects.first(),
    )  # fmt: skip
    begin = date(2023, 6, 20)
    for dagen in range(0, 900, 7):
        bestemming = Bestemming.PENSIOEN if dagen % 5 == 0 else Bestemming.REGULIER
        UitstroomFactory(werknemer=amina, datum=plus_dagen(begin, dagen), bestemming=bestemming)
    for uitstroom in Uitstroom.objects.met_garantie():
        garantie = nazorgbeeld(uitstroom, NU).garantie
        assert uitstroom.garantie_tem == (garantie and garantie.laatste_dag)
