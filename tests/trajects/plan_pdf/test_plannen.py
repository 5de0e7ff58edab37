"""Plans in bulk, for HR and coordinators: of whom is ticked or of everybody who is found."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from lxml import html
from pypdf import PdfReader

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Uitvoer
from tests.fabrieken import DienstFactory, NotitieFactory, TrajectFactory, WerknemerFactory
from tests.trajects.veel import maak_mensen
from tests.uitvoer import bestel, haal, inhoud, maak_alles, opnieuw
from werknemers.models import Werknemer

DOCUMENTEN = "/documenten/"
ADRES = "/documenten/plannen.zip"
Als = Callable[[Gebruiker], Client]


@pytest.fixture
def ploeg(organisatie: Organisatie, begeleider: Gebruiker) -> dict[str, Werknemer]:
    """Zoë has no path yet; Amina and Bart have one, and Amina a talk in her log."""
    mensen = {
        naam: WerknemerFactory(
            organisatie=organisatie,
            voornaam=naam,
            familienaam=familienaam,
            personeelsnummer=nummer,
            begeleider=begeleider,
            in_dienst=True,
        )
        for naam, familienaam, nummer in (
            ("Zoë", "Aerts", "P 1"),
            ("Amina", "Benali", "P 2"),
            ("Bart", "De Wit", "P/3"),
        )
    }
    for naam in ("Amina", "Bart"):
        TrajectFactory(werknemer=mensen[naam])
    NotitieFactory(werknemer=mensen["Amina"], auteur=begeleider, tekst="Het ging over de keuken.")
    return mensen


def bundel(antwoord: object) -> dict[str, bytes]:
    with ZipFile(BytesIO(inhoud(antwoord))) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def tekst(pdf: bytes) -> str:
    return " ".join(" ".join(p.extract_text().split()) for p in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize(("rol", "leest"), [("coordinator", True), ("hr", False)])
def test_everybody_who_is_found(
    request: pytest.FixtureRequest,
    als: Als,
    ploeg: dict[str, Werknemer],
    rol: str,
    leest: bool,
) -> None:
    antwoord = haal(als(request.getfixturevalue(rol)), ADRES, wie="alle")
    assert antwoord["Content-Type"] == "application/zip"
    naam = 'attachment; filename="doorstroomplannen-2026-11-23.zip"'
    assert antwoord["Content-Disposition"] == naam
    stukken = bundel(antwoord)
    assert list(stukken) == ["Lees mij.txt", "Benali-Amina-P-2.pdf", "De-Wit-Bart-P-3.pdf"]
    leesmij = stukken["Lees mij.txt"].decode()
    assert "Doorstroomplannen van 3 werknemers" in leesmij
    assert "- Zoë Aerts (P 1): nog geen traject, dus nog niets in het plan" in leesmij
    amina = tekst(stukken["Benali-Amina-P-2.pdf"])
    assert "Doorstroomplan van Amina Benali" in amina
    assert ("Het ging over de keuken." in amina) is leest


def test_only_what_the_filter_finds_or_is_ticked(
    als: Als, hr: Gebruiker, ploeg: dict[str, Werknemer], andere_organisatie: Organisatie
) -> None:
    client = als(hr)
    gevonden = bestel(client, f"{ADRES}?zoek=benali", wie="alle")
    assert (gevonden.aantal, gevonden.terug) == (1, f"{DOCUMENTEN}?zoek=benali")
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    aangevinkt = [ploeg["Bart"].pk, elders.pk, "onzin"]
    gekozen = bestel(client, ADRES, wie="gekozen", werknemer=aangevinkt)
    assert gekozen.delen.get().parameters == {"werknemers": [ploeg["Bart"].pk]}


def test_nobody_ticked_is_said(als: Als, hr: Gebruiker, ploeg: dict[str, Werknemer]) -> None:
    antwoord = als(hr).post(ADRES, {"wie": "gekozen"}, follow=True)
    assert antwoord.redirect_chain == [(DOCUMENTEN, 302)]
    assert "Vink eerst aan van wie je het plan wilt." in antwoord.content.decode()
    assert not Uitvoer.objects.exists()


def test_who_left_the_sight_meanwhile_is_counted_and_not_named(
    als: Als, hr: Gebruiker, ploeg: dict[str, Werknemer], andere_organisatie: Organisatie
) -> None:
    client = als(hr)
    uitvoer = bestel(client, ADRES, wie="alle")
    deel = uitvoer.delen.get()
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True, familienaam="Elders")
    deel.parameters["werknemers"].append(elders.pk)
    deel.save()
    maak_alles()
    zinnen = opnieuw(uitvoer).overgeslagen()
    assert zinnen[-1] == "1 werknemer die je niet meer mag zien"
    assert "Elders" not in str(zinnen)


def test_a_big_order_is_made_in_slices_of_five(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    for nummer in range(11):
        WerknemerFactory(organisatie=organisatie, in_dienst=True, personeelsnummer=f"N{nummer}")
    uitvoer = bestel(als(hr), ADRES, wie="alle")
    assert [deel.aantal for deel in uitvoer.delen.all()] == [5, 5, 1]
    assert maak_alles() == 3
    assert (opnieuw(uitvoer).is_klaar, uitvoer.aantal_bestanden()) == (True, 0)
    pagina = als(hr).get(f"/uitvoer/{uitvoer.pk}/?haal=1")
    assert "Er was niets om te maken." in pagina.content.decode()
    assert "Refresh" not in pagina
    assert als(hr).get(f"/uitvoer/{uitvoer.pk}/bestand/").status_code == 404


def test_of_several_pages_it_says_that_a_tick_holds_on_this_one(
    als: Als, hr: Gebruiker, organisatie: Organisatie
) -> None:
    maak_mensen(DienstFactory(organisatie=organisatie), 26)
    knop = html.fromstring(als(hr).get(DOCUMENTEN).content).xpath("//button[@value='gekozen']")[0]
    assert " ".join(knop.text_content().split()) == "Bundel wie je op deze pagina aanvinkt"


@pytest.mark.parametrize(
    ("rol", "mag"), [("begeleider", False), ("coordinator", True), ("hr", True)]
)
def test_the_page_offers_it_to_who_may(
    request: pytest.FixtureRequest, als: Als, ploeg: dict[str, Werknemer], rol: str, mag: bool
) -> None:
    client = als(request.getfixturevalue(rol))
    pagina = html.fromstring(client.get(DOCUMENTEN).content)
    vinkjes = pagina.xpath("//tbody//input[@type='checkbox'][@form='plannen']/@value")
    assert vinkjes == ([str(w.pk) for w in ploeg.values()] if mag else [])
    knoppen = [
        " ".join(k.text_content().split()) for k in pagina.xpath("//form[@id='plannen']//button")
    ]
    assert knoppen == (
        ["Bundel de plannen van 3 werknemers", "Bundel wie je aanvinkt"] if mag else []
    )
    assert client.post(ADRES, {"wie": "alle"}).status_code == (302 if mag else 403)
