"""The strip on the page of an employee: in order, with what was asked, and the guide's days."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, BegeleidingsteamFactory, ContractFactory, NotitieFactory
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def advies(amina: Werknemer) -> Adviesperiode:
    """Five years to 30 June 2028; the quarters of the guidance premium count from July 2023."""
    ContractFactory(werknemer=amina, periode=Periode(date(2023, 7, 3)))
    return AdviesFactory(
        werknemer=amina,
        soort="imw_5",
        besluitdatum=date(2023, 7, 3),
        begeleidingsniveau="laag",
    )


def strook(client: Client, werknemer: Werknemer) -> Any:
    boom = html.fromstring(client.get(f"/werknemers/{werknemer.pk}/contract/").content)
    return boom.xpath("//section[@id='dagen']")[0]


def woorden(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_the_days_stand_in_order_with_today_among_them(
    als: Als, begeleider: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    deel = strook(als(begeleider), amina)
    wanneer = [woorden(dag) for dag in deel.xpath(".//ol/li/span[@class='wanneer']")]
    assert wanneer == [
        "maandag 1 juli 2024",
        "dinsdag 1 oktober 2024",
        "dinsdag 1 juli 2025",
        "woensdag 1 juli 2026",
        "Vandaag",
        "donderdag 1 juli 2027",
        "donderdag 18 november 2027",
        "zaterdag 1 april 2028",
        "vrijdag 30 juni 2028",
    ]
    assert "Er is geen aanvraag genoteerd." in woorden(deel)
    assert "Vlaanderen.be, Individueel maatwerk voor werkgevers" in woorden(deel)
    assert "VDAB, Individueel maatwerk voor werkgevers" in woorden(deel)


@pytest.mark.vandaag("2028-05-02")
def test_a_missed_day_stays_missed(
    als: Als, begeleider: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    deel = strook(als(begeleider), amina)
    gemist = [woorden(dag) for dag in deel.xpath(".//ol/li[.//*[text()='gemist']]")]
    assert [dag.split(" Laatste")[0] for dag in gemist] == [
        "donderdag 18 november 2027",
        "zaterdag 1 april 2028",
    ]
    assert "Vraag de verlenging vandaag nog aan" in woorden(deel)


def test_what_was_asked_and_refused_stands_beside_the_days(
    als: Als, begeleider: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    Adviesgebeurtenis.objects.create(
        organisatie=amina.organisatie,
        werknemer=amina,
        advies=advies,
        soort="verlenging",
        gevraagd_op=date(2026, 9, 1),
        besluitdatum=date(2026, 11, 12),
        kennis_op=date(2026, 11, 16),
        uitkomst="geweigerd",
    )
    deel = woorden(strook(als(begeleider), amina))
    assert (
        "Geweigerd op 12 november 2026, beroep kan tot en met donderdag 31 december 2026." in deel
    )
    assert "donderdag 31 december 2026 Beroep kan tot en met (strikt) kan nu" in deel


def test_the_guide_has_days_too(
    als: Als, begeleider: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    NotitieFactory(werknemer=amina, auteur=begeleider, soort="gesprek", datum=date(2026, 11, 16))
    BegeleidingsteamFactory(werknemer=amina, gekwalificeerd_begeleider="Els Maes", kwalificatie="")
    deel = woorden(strook(als(begeleider), amina))
    assert "Volgende opvolging, na het laatste gesprek maandag 30 november 2026." in deel
    assert "krijgt ze ten laatste op maandag 30 november 2026." in deel
    assert "opleidingsplan, uiterlijk maandag 1 januari 2024." in deel
    assert "Niemand hoeft deze momenten te registreren." in deel


def test_an_administrator_sees_the_days_and_not_the_guide(
    als: Als, beheerder: Gebruiker, amina: Werknemer, advies: Adviesperiode
) -> None:
    deel = woorden(strook(als(beheerder), amina))
    assert "Laatste veilige dag om te vragen" in deel
    assert "opvolging" not in deel


def test_two_years_say_what_can_be_done_instead(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    AdviesFactory(werknemer=amina, soort="imw_2", besluitdatum=date(2026, 1, 5))
    deel = woorden(strook(als(begeleider), amina))
    assert "kan de werkgever een nieuwe premie aanvragen" in deel
    assert "Verlenging vragen kan" not in deel


def test_without_advice_the_section_says_what_comes(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    assert "Er is nog geen advies." in woorden(strook(als(begeleider), amina))
