"""The three pages of the import: bestand, nakijken, klaar."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from doorstroom.celery import app
from gebruikers.models import Gebruiker
from gedeeld.tijd import nu
from tests.fabrieken import (
    DienstFactory,
    GebruikerFactory,
    ImportopdrachtFactory,
    WerknemerFactory,
)
from tests.werknemers.invoer.bladen import rij, tabel, xlsx
from werknemers.domein.invoer.opdracht import start_import
from werknemers.domein.invoer.uitvoering import kijk_na
from werknemers.models import Importopdracht, Werknemer

Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status
IMPORT = "/beheer/import/"
INHOUD = xlsx(
    tabel(
        rij(begeleider=""),
        rij(personeelsnummer="W2", insz="", begeleider="", bruto_maandloon=-1),
    )
)


@pytest.fixture
def _meteen() -> Iterator[None]:
    """Tasks run where they are rung."""
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=False, task_eager_propagates=False)


def blad(inhoud: bytes = INHOUD, naam: str = "foto.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def klaar_om_na_te_kijken(door: Gebruiker, inhoud: bytes = INHOUD) -> Importopdracht:
    opdracht = start_import(bestandsnaam="foto.xlsx", inhoud=inhoud, door=door)
    kijk_na(opdracht.pk)
    opdracht.refresh_from_db()
    return opdracht


def pagina(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.usefixtures("_meteen")
def test_from_file_to_done(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    DienstFactory(organisatie=hr.organisatie, naam="De Lepel")
    client = als(hr)
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(IMPORT, {"bestand": blad()})
    opdracht = Importopdracht.objects.get()
    adres = f"{IMPORT}{opdracht.pk}/"
    assert (antwoord.status_code, antwoord["Location"]) == (302, adres)
    html = pagina(client, adres)
    assert "2 rijen: 1 nieuw, 1 geweigerd." in html
    assert "Een loon kan niet negatief zijn (-1)" in html
    assert "Breng 1 rij in" in html
    gezien = {"gezien": opdracht.vingerafdruk}
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            assert client.post(f"{adres}bevestig/", gezien)["Location"] == adres
    assert "Het bestand is ingebracht." in pagina(client, adres)
    assert Werknemer.objects.get().personeelsnummer == "W1"
    download = client.get(f"{adres}geweigerd.xlsx")
    assert download["Content-Disposition"] == 'attachment; filename="geweigerde-rijen.xlsx"'
    assert download.content.startswith(b"PK")


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Kies eerst een bestand."),
        ({"bestand": blad(b"", "leeg.xlsx")}, "Het bestand is leeg. Kies een ander bestand."),
        ({"bestand": blad(b"%PDF-1.7", "plan.pdf")}, "Dit is een PDF, geen rekenblad."),
        ({"bestand": blad(b"a" * (10 * 1024 * 1024 + 1))}, "groter dan 10 MB"),
    ],
)
def test_a_wrong_file_gets_its_sentence_at_the_field(
    als: Als, hr: Gebruiker, velden: dict[str, SimpleUploadedFile], zin: str
) -> None:
    antwoord = als(hr).post(IMPORT, velden)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Importopdracht.objects.exists()


def test_a_file_that_breaks_while_reading_says_so_on_its_page(als: Als, hr: Gebruiker) -> None:
    opdracht = klaar_om_na_te_kijken(hr, INHOUD[:-100])
    html = pagina(als(hr), f"{IMPORT}{opdracht.pk}/")
    assert "Het bestand is beschadigd of onvolledig." in html
    assert "Kies een ander bestand" in html


def test_progress_is_a_fragment_that_ends_by_itself(als: Als, hr: Gebruiker) -> None:
    opdracht = start_import(bestandsnaam="foto.xlsx", inhoud=INHOUD, door=hr)
    adres, htmx = f"{IMPORT}{opdracht.pk}/", {"HX-Request": "true"}
    client = als(hr)
    volledig, deel = client.get(adres), client.get(adres, headers=htmx)
    assert deel.content.decode().strip() in volledig.content.decode()
    assert "<html" not in deel.content.decode()
    assert 'hx-trigger="every 1s"' in deel.content.decode()
    kijk_na(opdracht.pk)
    assert client.get(adres, headers=htmx)["HX-Redirect"] == adres


@pytest.mark.usefixtures("_meteen")
def test_a_lost_task_can_be_asked_for_again(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    opdracht = start_import(bestandsnaam="foto.xlsx", inhoud=INHOUD, door=hr)
    adres = f"{IMPORT}{opdracht.pk}/"
    client = als(hr)
    assert "Probeer opnieuw" not in pagina(client, adres)
    with time_machine.travel("2026-11-23T10:03:00+01:00"):
        assert "Probeer opnieuw" in pagina(client, adres)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{adres}opnieuw/")
    opdracht.refresh_from_db()
    assert opdracht.status == Status.NAKIJKEN


@pytest.mark.usefixtures("_meteen")
def test_proposed_services_are_ticked_by_the_user(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    opdracht = klaar_om_na_te_kijken(hr)
    adres = f"{IMPORT}{opdracht.pk}/"
    client = als(hr)
    assert "Er is nog niets in te brengen. Kies hieronder eerst" in pagina(client, adres)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{adres}diensten/", {"dienst": "Bestaat niet"})
        client.post(f"{adres}diensten/")
    html = pagina(client, adres)
    assert "De voorgestelde diensten zijn intussen veranderd." in html
    assert "Vink eerst aan welke diensten gemaakt mogen worden." in html
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{adres}diensten/", {"dienst": "De Lepel"})
    html = pagina(client, adres)
    assert "Deze diensten komen erbij: De Lepel." in html
    assert "Breng 1 rij in" in html


@pytest.mark.usefixtures("_meteen")
def test_a_change_since_the_preview_brings_it_back(
    als: Als, hr: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    DienstFactory(organisatie=hr.organisatie, naam="De Lepel")
    opdracht = klaar_om_na_te_kijken(hr)
    adres = f"{IMPORT}{opdracht.pk}/"
    client = als(hr)
    WerknemerFactory(organisatie=hr.organisatie, personeelsnummer="W1", familienaam="Anders")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{adres}bevestig/", {"gezien": opdracht.vingerafdruk})
    html = pagina(client, adres)
    assert "Intussen veranderde er iets" in html
    assert "<strong>Familienaam:</strong> Anders wordt Benali" in html
    client.post(f"{adres}bevestig/", {"gezien": opdracht.vingerafdruk})
    assert "De uitkomst is intussen veranderd." in pagina(client, adres)


def test_the_rows_are_shown_by_group_and_by_page(als: Als, hr: Gebruiker) -> None:
    DienstFactory(organisatie=hr.organisatie, naam="De Lepel")
    rijen = [rij(personeelsnummer=f"W{n}", insz="", begeleider="") for n in range(60)]
    opdracht = klaar_om_na_te_kijken(hr, xlsx(tabel(*rijen)))
    client, adres = als(hr), f"{IMPORT}{opdracht.pk}/"
    assert "Geen enkele rij vraagt aandacht." in pagina(client, adres)
    eerste = pagina(client, f"{adres}?toon=nieuw")
    derde = pagina(client, f"{adres}?toon=nieuw&pagina=3")
    rij_ = 'data-label="Rij"'
    assert (eerste.count(rij_), derde.count(rij_)) == (25, 10)


def test_the_first_page_lists_what_came_before(als: Als, hr: Gebruiker) -> None:
    klaar_om_na_te_kijken(hr)
    start_import(bestandsnaam="elders.xlsx", inhoud=INHOUD, door=GebruikerFactory(hr=True))
    html = pagina(als(hr), IMPORT)
    assert "foto.xlsx" in html
    assert "elders.xlsx" not in html


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(
    als: Als,
    hr: Gebruiker,
    aantal: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(aantal):
        opdracht = klaar_om_na_te_kijken(hr)
    client = als(hr)
    with django_assert_num_queries(3):
        client.get(IMPORT)
    with django_assert_num_queries(4):
        client.get(reverse("werknemers:import_nakijken", args=[opdracht.pk]))


def test_a_name_of_a_file_is_text(als: Als, hr: Gebruiker) -> None:
    client = als(hr)
    client.post(IMPORT, {"bestand": blad(naam="<script>x.xlsx")})
    assert "<script>x" not in pagina(client, IMPORT)


def test_after_the_clearance_the_page_says_what_is_gone(als: Als, hr: Gebruiker) -> None:
    ImportopdrachtFactory(
        organisatie=hr.organisatie,
        status=Status.KLAAR,
        inhoud=b"",
        uitkomst=None,
        ingebracht_op=nu(),
    )
    ImportopdrachtFactory(
        organisatie=hr.organisatie,
        status=Status.GEWEIGERD,
        inhoud=b"",
        uitkomst=None,
        weigering="Dit bestand is na 30 dagen gewist.",
    )
    client = als(hr)
    gewist, ingebracht = Importopdracht.objects.order_by("-pk")
    html = pagina(client, f"{IMPORT}{ingebracht.pk}/")
    assert "Dit bestand is ingebracht op 23 november 2026." in html
    assert "Dit bestand is na 30 dagen gewist." in pagina(client, f"{IMPORT}{gewist.pk}/")
    assert client.get(f"{IMPORT}{ingebracht.pk}/geweigerd.xlsx").status_code == 200
    client.post(f"{IMPORT}{ingebracht.pk}/opnieuw/")
    client.post(f"{IMPORT}{ingebracht.pk}/bevestig/")
    client.post(f"{IMPORT}{ingebracht.pk}/diensten/", {"dienst": "x"})
    ingebracht.refresh_from_db()
    assert ingebracht.status == Status.KLAAR
