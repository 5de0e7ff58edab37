"""The documents page: who finds whom, and that each plan can be downloaded from there."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory, WerknemerFactory
from werknemers.models import Werknemer

DOCUMENTEN = "/documenten/"
Als = Callable[[Gebruiker], Client]


@pytest.fixture
def ploeg(organisatie: Organisatie, begeleider: Gebruiker) -> dict[str, Werknemer]:
    """Zoë and Amina work here, Amina with a counsellor; Bart left."""
    keuken = DienstFactory(organisatie=organisatie, naam="Keuken")
    mensen = {
        naam: WerknemerFactory(
            organisatie=organisatie, voornaam=naam, familienaam=familienaam, begeleider=wie
        )
        for naam, familienaam, wie in (
            ("Zoë", "Aerts", None),
            ("Amina", "Benali", begeleider),
            ("Bart", "Dewit", begeleider),
        )
    }
    ContractFactory(werknemer=mensen["Zoë"])
    ContractFactory(werknemer=mensen["Amina"], dienst=keuken)
    weg = Periode(date(2024, 1, 1), date(2026, 1, 1))
    ContractFactory(werknemer=mensen["Bart"], dienst=keuken, periode=weg)
    return mensen


def boom(antwoord: Any) -> Any:
    assert antwoord.status_code == 200
    return html.fromstring(antwoord.content)


def namen(antwoord: Any) -> list[str]:
    rijen = boom(antwoord).xpath("//tbody//th[@scope='row']/a")
    return [rij.text_content().split()[0] for rij in rijen]


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["Zoë", "Amina"]),
        ("zoek=amina", ["Amina"]),
        ("zoek=AERTS", ["Zoë"]),
        ("in_dienst=alle", ["Zoë", "Amina", "Bart"]),
        ("in_dienst=uit", ["Bart"]),
        ("horizon=geen&fase=stage&op=2020-01-01&sorteer=-naam", []),
        ("zoek=niemand", []),
        ("dienst=999999", []),
    ],
)
def test_who_is_found(
    als: Als, hr: Gebruiker, ploeg: dict[str, Werknemer], vraag: str, verwacht: list[str]
) -> None:
    assert namen(als(hr).get(f"{DOCUMENTEN}?{vraag}")) == verwacht


def test_each_row_downloads_the_plan_of_that_employee(
    als: Als, hr: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    client = als(hr)
    knoppen = boom(client.get(DOCUMENTEN)).xpath("//tbody//a[@download]")
    assert [" ".join(knop.text_content().split()) for knop in knoppen] == [
        "Plan van Zoë Aerts (PDF)",
        "Plan van Amina Benali (PDF)",
    ]
    antwoord = client.get(knoppen[1].get("href"))
    nummer = ploeg["Amina"].personeelsnummer
    assert f"plan-{nummer}-2026-11-23.pdf" in antwoord["Content-Disposition"]


def test_a_counsellor_finds_the_own_caseload(
    als: Als, begeleider: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    antwoord = als(begeleider).get(DOCUMENTEN)
    assert namen(antwoord) == ["Amina"]
    assert "Begeleider" not in boom(antwoord).xpath("//thead")[0].text_content()


@pytest.mark.parametrize(
    ("rol", "zin"),
    [
        ("begeleider", "staan er met hun tekst in"),
        ("coordinator", "staan er met hun tekst in"),
        ("hr", "zie je de datum en de soort"),
    ],
)
def test_it_says_what_this_reader_finds_in_a_plan(
    request: pytest.FixtureRequest, als: Als, rol: str, zin: str
) -> None:
    tekst = boom(als(request.getfixturevalue(rol)).get(DOCUMENTEN)).text_content()
    assert zin in tekst


def test_an_administrator_may_not(als: Als, beheerder: Gebruiker) -> None:
    assert als(beheerder).get(DOCUMENTEN).status_code == 403


def test_it_is_only_read(als: Als, hr: Gebruiker) -> None:
    assert als(hr).post(DOCUMENTEN).status_code == 405


def test_nobody_of_another_organisation(
    als: Als, hr: Gebruiker, andere_organisatie: Organisatie
) -> None:
    WerknemerFactory(organisatie=andere_organisatie, in_dienst=True, voornaam="Elders")
    client = als(hr)
    assert namen(client.get(f"{DOCUMENTEN}?in_dienst=alle")) == []
    tekst = boom(client.get(DOCUMENTEN)).text_content()
    assert "Elders" not in tekst
    assert "Er zijn nog geen werknemers." in tekst


def test_twenty_five_on_a_page(als: Als, hr: Gebruiker, organisatie: Organisatie) -> None:
    for nummer in range(27):
        WerknemerFactory(
            organisatie=organisatie, in_dienst=True, voornaam=f"V{nummer:02}", familienaam="X"
        )
    client = als(hr)
    assert len(namen(client.get(DOCUMENTEN))) == 25
    assert namen(client.get(f"{DOCUMENTEN}?pagina=2")) == ["V25", "V26"]


@pytest.mark.parametrize("vraag", ["", "?zoek=amina", "?zoek=niemand", "?dienst=0"])
def test_fragment_and_page_make_the_fresh_page(
    als: Als, hr: Gebruiker, ploeg: dict[str, Werknemer], vraag: str
) -> None:
    client = als(hr)
    antwoord = client.get(f"{DOCUMENTEN}{vraag}", headers={"hx-request": "true"})
    fragment = html.fragment_fromstring(antwoord.content.decode().strip())
    begin, vers = (boom(client.get(f"{DOCUMENTEN}{deel}")) for deel in ("", vraag))
    (oud,) = begin.xpath("//*[@id='lijst']")
    fragment.tail = oud.tail
    oud.getparent().replace(oud, fragment)
    assert _zonder_formulieren(begin) == _zonder_formulieren(vers)


def _zonder_formulieren(pagina: Any) -> list[str]:
    """What the user typed stays in the form; the server does not send it back."""
    for ding in pagina.xpath("//form | //meta[@name='csrf-token']"):
        ding.getparent().remove(ding)
    return html.tostring(pagina, encoding="unicode").split()


def test_the_address_is_short_enough_to_share(als: Als, hr: Gebruiker) -> None:
    antwoord = als(hr).get(f"{DOCUMENTEN}?zoek=&dienst=", headers={"hx-request": "true"})
    assert antwoord["HX-Push-Url"] == DOCUMENTEN


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(
    als: Als, hr: Gebruiker, organisatie: Organisatie, aantal: int
) -> None:
    for _ in range(aantal):
        ContractFactory(werknemer=WerknemerFactory(organisatie=organisatie))
    client = als(hr)
    with CaptureQueriesContext(connection) as vragen:
        client.get(DOCUMENTEN)
    # session, user, services, count, rows
    assert len(vragen) == 5
