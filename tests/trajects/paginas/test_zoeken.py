"""One search box for people and for the words of notes, in the navigation of every page."""

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
from tests.fabrieken import (
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    NotitieFactory,
    WerknemerFactory,
)
from tests.trajects.veel import maak_mensen

Als = Callable[[Gebruiker], Client]


def _boom(antwoord: Any) -> Any:
    return html.fromstring(antwoord.content)


def _regels(antwoord: Any, kop: str) -> list[str]:
    rijen = _boom(antwoord).xpath(f"//section[@aria-labelledby='{kop}']//li")
    return [" ".join(rij.text_content().split()) for rij in rijen]


def mensen(antwoord: Any) -> list[str]:
    return _regels(antwoord, "mensen-kop")


def notities(antwoord: Any) -> list[str]:
    return _regels(antwoord, "notities-kop")


@pytest.fixture
def berghes(organisatie: Organisatie) -> None:
    """In service, still to begin, gone, gone and coming back, and without any contract."""
    dienst = DienstFactory(organisatie=organisatie, naam="Keuken")
    for nummer, (voornaam, perioden) in enumerate(
        {
            "An": [Periode(date(2025, 1, 1))],
            "Bo": [Periode(date(2027, 1, 1))],
            "Cem": [Periode.tem(date(2024, 1, 1), date(2026, 3, 31))],
            "Dirk": [
                Periode.tem(date(2024, 1, 1), date(2026, 3, 31)),
                Periode(date(2027, 2, 1)),
            ],
            "Els": [],
        }.items()
    ):
        werknemer = WerknemerFactory(
            organisatie=organisatie,
            voornaam=voornaam,
            familienaam="Van den Berghe",
            personeelsnummer=f"B{nummer}",
            gsm=f"0470 11 22 3{nummer}",
        )
        for periode in perioden:
            ContractFactory(werknemer=werknemer, dienst=dienst, periode=periode)


@pytest.mark.usefixtures("berghes")
def test_whoever_left_or_has_not_begun_is_found_and_it_is_said(
    als: Als, coordinator: Gebruiker
) -> None:
    antwoord = als(coordinator).get("/zoeken/", {"zoek": "vandenberghe"})
    assert mensen(antwoord) == [
        "An Van den Berghe B0 · Keuken",
        "Bo Van den Berghe B1 · begint op 1 januari 2027",
        "Cem Van den Berghe B2 · vertrok op 31 maart 2026",
        "Dirk Van den Berghe B3 · begint op 1 februari 2027",
        "Els Van den Berghe B4 · zonder contract",
    ]
    assert mensen(als(coordinator).get("/zoeken/", {"zoek": "+32 470 11 22 32"})) == [
        "Cem Van den Berghe B2 · vertrok op 31 maart 2026"
    ]


@pytest.mark.usefixtures("berghes")
def test_the_list_the_chooser_and_the_box_find_the_same_people(
    als: Als, coordinator: Gebruiker
) -> None:
    client = als(coordinator)
    for tekst, aantal in (("berghe", 5), ("0470/11.22.30", 1), ("b3", 1), ("els van", 1)):
        vraag = {"zoek": tekst, "in_dienst": "alle"}
        lijst = client.get("/werknemers/", vraag).context["pagina"].paginator.count
        keuze = _boom(client.get("/werknemers/zoeken/", {"werknemer_zoek": tekst}))
        gekozen = keuze.xpath("//input[@name='werknemer' and @value!='']")
        over = client.get("/notities/nieuw/", {"zoek": tekst}).context["gevonden"]
        assert len(mensen(client.get("/zoeken/", {"zoek": tekst}))) == aantal
        assert (lijst, len(gekozen), len(over)) == (aantal,) * 3


def test_words_of_notes_are_found_by_who_may_read_them(
    als: Als, organisatie: Organisatie, begeleider: Gebruiker, coordinator: Gebruiker, hr: Gebruiker
) -> None:
    collega = GebruikerFactory(organisatie=organisatie, voornaam="Karim")
    eigen = WerknemerFactory(organisatie=organisatie, begeleider=begeleider, voornaam="Amina")
    ander = WerknemerFactory(organisatie=organisatie, begeleider=collega, voornaam="Bram")
    NotitieFactory(werknemer=eigen, auteur=begeleider, tekst="Zij wil haar rijbewijs halen.")
    NotitieFactory(werknemer=ander, auteur=collega, tekst="Zijn rijbewijs is binnen.")
    NotitieFactory(
        werknemer=eigen, auteur=coordinator, tekst="Rijbewijs kwijt.", vertrouwelijk=True
    )
    NotitieFactory(tekst="Rijbewijs van elders.")

    def gevonden(wie: Gebruiker) -> set[str]:
        antwoord = als(wie).get("/zoeken/", {"zoek": "rijbewijs"})
        return {f"{r.split()[0]}: {r.split()[-1].strip('.')}" for r in notities(antwoord)}

    assert gevonden(begeleider) == {"Amina: halen"}
    assert gevonden(collega) == {"Bram: binnen"}
    assert gevonden(coordinator) == {"Amina: halen", "Amina: kwijt", "Bram: binnen"}
    # who reads no notes, does not read that there are any either
    van_hr = als(hr).get("/zoeken/", {"zoek": "rijbewijs"}).content.decode()
    assert "notitie" not in van_hr.split('id="inhoud"')[1].lower()


def test_nobody_of_another_caseload_or_organisation_is_found(
    als: Als, organisatie: Organisatie, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    WerknemerFactory(organisatie=organisatie, voornaam="Vera", gsm="0470 99 88 77")
    WerknemerFactory(voornaam="Vera", gsm="0470 99 88 77")
    for tekst in ("vera", "0470998877"):
        assert mensen(als(begeleider).get("/zoeken/", {"zoek": tekst})) == []
        assert len(mensen(als(coordinator).get("/zoeken/", {"zoek": tekst}))) == 1


def test_of_many_the_first_are_shown_with_the_way_to_all_of_them(
    als: Als, organisatie: Organisatie, coordinator: Gebruiker
) -> None:
    wie = maak_mensen(DienstFactory(organisatie=organisatie), 21)[0]
    for _ in range(11):
        NotitieFactory(werknemer=wie, auteur=coordinator, tekst="Naam gevraagd.")
    client = als(coordinator)
    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.get("/zoeken/", {"zoek": "naam"})
    # session, user, people, notes
    assert len(vragen) == 4
    assert (len(mensen(antwoord)), len(notities(antwoord))) == (20, 10)
    (plek,) = _boom(antwoord).xpath("//*[@id='gevonden']")
    zin = "meer dan 20 werknemers en meer dan 10 notities gevonden."
    assert plek.get("data-aankondiging") == zin
    alle = _boom(antwoord).xpath("//*[@id='gevonden']//a[contains(@href, 'zoek=naam')]/@href")
    assert alle == ["/werknemers/?in_dienst=alle&zoek=naam", "/notities/?zoek=naam"]
    assert client.get(alle[0]).context["pagina"].paginator.count == 21
    assert client.get(alle[1]).context["pagina"].paginator.count == 11


def test_only_the_pieces_around_a_word_are_shown(
    als: Als, organisatie: Organisatie, coordinator: Gebruiker
) -> None:
    wie = WerknemerFactory(organisatie=organisatie)
    lang = f"{'voor ' * 300} a < b & rijbewijs {'na ' * 300}"
    NotitieFactory(werknemer=wie, auteur=coordinator, tekst=lang)
    antwoord = als(coordinator).get("/zoeken/", {"zoek": "rijbewijs"})
    (regel,) = notities(antwoord)
    assert "voor a < b & rijbewijs" in regel
    assert len(regel) < 400
    assert _boom(antwoord).xpath("//section//mark[contains(., 'rijbewijs')]")


def test_nothing_typed_asks_nothing_and_nothing_found_says_so(
    als: Als, coordinator: Gebruiker
) -> None:
    client = als(coordinator)
    for tekst in ("", "  ", "\0"):
        with CaptureQueriesContext(connection) as vragen:
            leeg = client.get("/zoeken/", {"zoek": tekst})
        assert len(vragen) == 2
        assert "gevonden." not in leeg.content.decode()
    niets = client.get("/zoeken/", {"zoek": "xyz <script>"}).content.decode()
    assert "Niemand gevonden met die naam of dat nummer." in niets
    assert "Niets gevonden in de notities die je mag lezen." in niets
    assert "<script>alert" not in niets
    assert 'value="xyz &lt;script&gt;"' in niets


def test_every_page_has_the_box_but_the_one_that_is_the_box(
    als: Als, coordinator: Gebruiker
) -> None:
    client = als(coordinator)
    for adres in ("/vandaag/", "/werknemers/", "/financiering/", "/beheer/"):
        (form,) = _boom(client.get(adres)).xpath("//header//form[@role='search']")
        assert (form.get("action"), form.get("method")) == ("/zoeken/", "get")
        (veld,) = form.xpath(".//input[@name='zoek']")
        assert form.xpath(f".//label[@for='{veld.get('id')}']")
        assert form.xpath(".//button")
    pagina = _boom(client.get("/zoeken/", {"zoek": "x"}))
    assert len(pagina.xpath("//form[@role='search']")) == 1
    assert pagina.xpath("//main//input[@name='zoek']/@value") == ["x"]


def test_a_fragment_shows_its_address(als: Als, coordinator: Gebruiker) -> None:
    antwoord = als(coordinator).get(
        "/zoeken/", {"zoek": "d'hondt & zoon"}, headers={"HX-Request": "true"}
    )
    assert antwoord["HX-Push-Url"] == "/zoeken/?zoek=d%27hondt+%26+zoon"
