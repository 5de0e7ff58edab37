"""Who gets a plan on paper, from a page and from the command."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.bestandsnaam import bestandsnaam
from gedeeld.opdrachten import Geweigerd
from gedeeld.uitvoer.werk import maak_een_deel
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    NotitieFactory,
    TrajectFactory,
    WerknemerFactory,
)
from tests.trajects.plan_pdf.pad import met_pad
from tests.trajects.plan_pdf.test_plan import VANDAAG, tekst
from tests.uitvoer import bestel, haal
from trajects.keuzes import Fase, SoortNotitie
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(
    personeelsnummer="P 7/1", geboortedatum=date(1990, 5, 4), insz="90050400123", insz_hash="hash",
    in_dienst=True, in_dienst__dienst__naam="Keuken",
    in_dienst__bruto_maandloon=Decimal("2154.11"), met_steun=True,
)  # fmt: skip


Als = Callable[[Gebruiker], Client]


QUERIES = 38  # with the claim of the job and its savepoints, and the receipt that is kept


@pytest.fixture
def amina(amina: Werknemer, begeleider: Gebruiker) -> Werknemer:
    return met_pad(amina, begeleider)


def adres(werknemer: Werknemer) -> str:
    return reverse("trajects:plan_pdf", args=[werknemer.pk])


@pytest.mark.parametrize(
    ("rol", "status", "met_tekst"),
    [
        ("begeleider", 302, True),
        ("coordinator", 302, True),
        ("hr", 302, False),
        ("beheerder", 403, None),
    ],
)
def test_who_downloads_it_and_what_they_read(
    request: pytest.FixtureRequest,
    als: Als,
    amina: Werknemer,
    rol: str,
    status: int,
    met_tekst: bool | None,
) -> None:
    client = als(request.getfixturevalue(rol))
    assert client.post(adres(amina)).status_code == status
    if status == 302:
        alles = " ".join(tekst(haal(client, adres(amina)).content))
        assert ("Het ging over de keuken." in alles) is met_tekst
        assert ("Wat er besproken is, staat in het logboek" in alles) is not met_tekst
        assert "20 november 2026" in alles


def test_it_is_an_attachment_with_a_plain_name_that_nobody_keeps(
    als: Als, amina: Werknemer, hr: Gebruiker
) -> None:
    antwoord = haal(als(hr), adres(amina))
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == 'attachment; filename="plan-P-7-1-2026-11-23.pdf"'
    assert antwoord["Cache-Control"] == "no-store, private"
    assert antwoord.content.startswith(b"%PDF-1.7")


def test_it_is_ordered_and_not_read(als: Als, amina: Werknemer, hr: Gebruiker) -> None:
    assert als(hr).get(adres(amina)).status_code == 405


def test_a_file_name_is_safe_whatever_the_number() -> None:
    gek = '../a b"\r\nX-Kop: 1'
    assert bestandsnaam("plan", gek, VANDAAG) == "plan--a-b-X-Kop-1-2026-11-23.pdf"


def test_elsewhere_or_of_a_colleague_it_does_not_exist(
    als: Als, organisatie: Organisatie, andere_organisatie: Organisatie, begeleider: Gebruiker
) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie)
    van_collega = WerknemerFactory(organisatie=organisatie)
    client = als(begeleider)
    assert [client.post(adres(w)).status_code for w in (elders, van_collega)] == [404, 404]


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(
    als: Als, amina: Werknemer, begeleider: Gebruiker, aantal: int
) -> None:
    for nummer in range(aantal - 1):
        ContractFactory(werknemer=amina)
        TrajectFactory(werknemer=amina, fase=Fase.AFGEROND)
        AdviesFactory(werknemer=amina, besluitdatum=date(2029 + nummer * 5, 2, 1))
        NotitieFactory(werknemer=amina, soort=SoortNotitie.TELEFOON)
    bestel(als(begeleider), adres(amina))
    with CaptureQueriesContext(connection) as vragen:
        maak_een_deel()
    assert len(vragen) == QUERIES


def test_the_command_writes_the_plan_with_the_talks(
    amina: Werknemer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "plan.pdf"
    call_command("maak_plan", "P 7/1", "--organisatie", "de-lepel", "--uit", str(uit))
    assert "Het ging over de keuken." in " ".join(tekst(uit.read_bytes()))
    assert capsys.readouterr().out == f"Het plan van Amina Benali staat in {uit}.\n"


@pytest.mark.parametrize(
    ("nummer", "organisatiecode", "uit", "taal", "zin"),
    [
        ("P9", "de-lepel", "x.pdf", "nl", "Bij De Lepel is er niemand met personeelsnummer “P9”."),
        ("P 7/1", "lepel", "x.pdf", "nl", "Er is geen organisatie met code “lepel”."),
        ("P 7/1", "de-lepel", "weg/x.pdf", "nl", "bestaat niet. Maak ze eerst"),
        ("P 7/1", "de-lepel", "", "nl", "is een map. Geef bij --uit een bestand"),
        ("P 7/1", "de-lepel", "x.pdf", "fr", "in taal “fr” bestaat nog niet. Kies --taal nl."),
    ],
)
def test_the_command_refuses_with_a_sentence_and_writes_nothing(
    amina: Werknemer,
    tmp_path: Path,
    nummer: str,
    organisatiecode: str,
    uit: str,
    taal: str,
    zin: str,
) -> None:
    opties = {"organisatie": organisatiecode, "uit": tmp_path / uit, "taal": taal}
    with pytest.raises(Geweigerd) as weigering:
        call_command("maak_plan", nummer, **opties)
    assert zin in str(weigering.value)
    assert weigering.value.returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_an_employee_of_another_organisation_is_not_found(
    amina: Werknemer, andere_organisatie: Organisatie, tmp_path: Path
) -> None:
    with pytest.raises(Geweigerd, match="Bij Elders is er niemand"):
        call_command("maak_plan", "P 7/1", organisatie="elders", uit=tmp_path / "x.pdf")
