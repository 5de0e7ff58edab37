"""Who has a complete dossier: figures that open exactly the people they count, and the list."""

import html
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory, GebruikerFactory, WerknemerFactory
from tests.trajects.openheidsdossier.dossiermens import maak_compleet
from trajects.models import Doel
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
ADRES = "/openheid/dossiers/"
_CIJFER = re.compile(r'<a[^>]*href="(/openheid/dossiers/\?[^"]+)"[^>]*>(?:<span[^>]*>)?(\d+)<')
_MENS = re.compile(r'href="/werknemers/(\d+)/dossier/"')


@pytest.fixture
def mensen(organisatie: Organisatie, begeleider: Gebruiker) -> list[Werknemer]:
    """Two services and two counsellors and nobody; complete, without goal, without anything, in
    both services; who left is in no figure."""
    keuken, winkel = (
        DienstFactory(organisatie=organisatie, naam=naam) for naam in ("Keuken", "Winkel")
    )
    lies = GebruikerFactory(organisatie=organisatie, voornaam="Lies", naam="Maes")

    def iemand(wie: Gebruiker | None, dienst: object, *, compleet: bool = False) -> Werknemer:
        werknemer = WerknemerFactory(organisatie=organisatie, begeleider=wie)
        if compleet:
            return maak_compleet(werknemer, begeleider, dienst=dienst)
        ContractFactory(werknemer=werknemer, dienst=dienst)
        return werknemer

    vertrokken = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
    ContractFactory(werknemer=vertrokken, periode=Periode(date(2024, 1, 1), date(2026, 1, 1)))
    zonder_doel = iemand(begeleider, keuken, compleet=True)
    Doel.objects.filter(traject__werknemer=zonder_doel).delete()
    in_beide = iemand(lies, winkel)
    ContractFactory(werknemer=in_beide, dienst=keuken)
    return [
        iemand(begeleider, keuken, compleet=True),
        zonder_doel,
        in_beide,
        iemand(None, winkel, compleet=True),
        iemand(None, winkel),
    ]


def lees(client: Client, adres: str = ADRES) -> str:
    antwoord = client.get(html.unescape(adres).partition("#")[0])
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def cijfers(tekst: str) -> dict[str, int]:
    return {adres.partition("#")[0]: int(aantal) for adres, aantal in _CIJFER.findall(tekst)}


def in_lijst(tekst: str) -> set[int]:
    return {int(pk) for pk in _MENS.findall(tekst)}


def test_it_says_how_many_of_how_many(
    als: Als, coordinator: Gebruiker, mensen: list[Werknemer]
) -> None:
    tekst = lees(als(coordinator))
    assert "Volledig: 2 van de 5 dossiers" in tekst
    assert in_lijst(tekst) == {wie.pk for wie in mensen}


def test_each_figure_opens_exactly_the_people_it_counts(
    als: Als, coordinator: Gebruiker, mensen: list[Werknemer]
) -> None:
    client = als(coordinator)
    gevonden = cijfers(lees(client))
    assert {adres: len(in_lijst(lees(client, adres))) for adres in gevonden} == gevonden
    assert gevonden[f"{ADRES}?dossier=volledig"] == 2
    assert gevonden[f"{ADRES}?ontbreekt=doel"] == 3
    assert gevonden[f"{ADRES}?ontbreekt=passage"] == 2
    assert gevonden[f"{ADRES}?begeleider=geen&amp;dossier=onvolledig"] == 1
    keuken = mensen[0].contracten.get().dienst
    assert gevonden[f"{ADRES}?dienst={keuken.pk}"] == 3
    assert gevonden[f"{ADRES}?dienst={keuken.pk}&amp;dossier=volledig"] == 1


def test_the_list_says_of_each_what_is_missing(
    als: Als, coordinator: Gebruiker, mensen: list[Werknemer]
) -> None:
    rijen = {
        int(gevonden[1]): rij
        for rij in lees(als(coordinator)).split("<tr>")
        if (gevonden := _MENS.search(rij.partition("</tr>")[0]))
    }
    woorden = {
        pk: " ".join(re.sub("<[^>]+>", " ", rij.partition("</tr>")[0]).split())
        for pk, rij in rijen.items()
    }
    assert woorden[mensen[0].pk].endswith("volledig")
    assert "geen doelen" in woorden[mensen[1].pk]
    assert "geen vorming" not in woorden[mensen[1].pk]
    assert (
        "passage niet gekozen, geen gesprek over het einddoel, geen jobdoelwit, geen doelen, "
        "geen vorming"
    ) in woorden[mensen[2].pk]


def test_a_counsellor_sees_the_own_caseload(
    als: Als, begeleider: Gebruiker, mensen: list[Werknemer]
) -> None:
    tekst = lees(als(begeleider))
    assert "Volledig: 1 van de 2 dossiers" in tekst
    assert in_lijst(tekst) == {mensen[0].pk, mensen[1].pk}
    assert "Dossiers per begeleider" not in tekst


def test_who_sees_none(als: Als, beheerder: Gebruiker, mensen: list[Werknemer]) -> None:
    assert als(beheerder).get(ADRES).status_code == 403
    assert als(beheerder).get(f"{ADRES}export.xlsx").status_code == 403


def test_the_spreadsheet_has_the_rows_of_the_list(
    als: Als, hr: Gebruiker, mensen: list[Werknemer]
) -> None:
    antwoord = als(hr).get(f"{ADRES}export.xlsx?ontbreekt=doel")
    werkmap = CalamineWorkbook.from_filelike(BytesIO(antwoord.content))
    kop, *rijen = werkmap.get_sheet_by_name("Openheidsdossiers").to_python()
    nummers = {rij[kop.index("Personeelsnummer")] for rij in rijen}
    assert nummers == {wie.personeelsnummer for wie in (mensen[1], mensen[2], mensen[4])}
    assert {rij[kop.index("Dossier volledig")] for rij in rijen} == {"nee"}
    passage = kop.index("Passage niet gekozen")
    assert sorted(rij[passage] for rij in rijen) == ["", "ontbreekt", "ontbreekt"]
    keuze = werkmap.get_sheet_by_name("Keuze").to_python()
    assert ["Wat ontbreekt", "geen doelen"] in keuze


def test_a_filter_that_cannot_be_finds_nobody_and_says_so(
    als: Als, hr: Gebruiker, mensen: list[Werknemer]
) -> None:
    client = als(hr)
    tekst = lees(client, f"{ADRES}?ontbreekt=onzin")
    assert in_lijst(tekst) == set()
    assert "Wis de filters" in tekst
    assert client.get(f"{ADRES}export.xlsx?ontbreekt=onzin").status_code == 302


@pytest.mark.parametrize("aantal", [1, 30])
def test_the_number_of_queries_does_not_grow_with_people_services_and_counsellors(
    als: Als, organisatie: Organisatie, coordinator: Gebruiker, aantal: int
) -> None:
    for _ in range(aantal):
        begeleider = GebruikerFactory(organisatie=organisatie)
        werknemer = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
        ContractFactory(werknemer=werknemer)
    client = als(coordinator)
    tellingen = []
    for adres in (ADRES, f"{ADRES}?ontbreekt=doel&dossier=onvolledig", f"{ADRES}export.xlsx"):
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(adres).status_code == 200
        tellingen.append(len(vragen))
    assert tellingen == [9, 9, 3]
