"""The same form twice is one record, and the second answer leads where the first one did."""

from collections.abc import Callable
from datetime import date
from threading import Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.models import Inzending
from gedeeld.verzoek.inzendingen import ruim_inzendingen_op
from tests.dagen import op_de_dag
from tests.fabrieken import TrajectFactory
from trajects.models import Bijlage, Doel, Notitie
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}
NOTITIE = {
    "csrfmiddlewaretoken": "q" * 64,
    "tekst": "Ze wil de theorie halen.",
    "soort": "gesprek",
    "datum": "2026-11-20",
}


@pytest.fixture
def logboek(amina: Werknemer) -> str:
    return f"/werknemers/{amina.pk}/logboek/"


def test_a_note_sent_twice_is_one_note(als: Als, begeleider: Gebruiker, logboek: str) -> None:
    client = als(begeleider)
    eerste = client.post(logboek, NOTITIE)
    tweede = client.post(logboek, NOTITIE, follow=True)
    assert tweede.redirect_chain == [(eerste.url, 302)]
    assert "Je verstuurde dit twee keer. Het is één keer bewaard." in tweede.content.decode()
    assert Notitie.objects.count() == 1


def test_in_place_the_page_shows_itself_again(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/doelen/nieuw/"
    TrajectFactory(werknemer=amina)
    doel = {"csrfmiddlewaretoken": "q" * 64, "titel": "Zelf koken"}
    assert client.post(adres, doel, headers=HTMX).status_code == 200
    tweede = client.post(adres, doel, headers=HTMX)
    assert tweede["HX-Refresh"] == "true"
    assert Doel.objects.count() == 1


@pytest.mark.parametrize(
    "anders",
    [{"tekst": "Ze wil de praktijk halen."}, {"csrfmiddlewaretoken": "x" * 64}],
)
def test_what_is_changed_or_comes_from_another_page_counts(
    als: Als, begeleider: Gebruiker, logboek: str, anders: dict[str, str]
) -> None:
    client = als(begeleider)
    client.post(logboek, NOTITIE)
    client.post(logboek, NOTITIE | anders)
    assert Notitie.objects.count() == 2


def test_what_was_refused_may_be_sent_again(als: Als, begeleider: Gebruiker, logboek: str) -> None:
    client = als(begeleider)
    toekomst = NOTITIE | {"datum": "2026-11-25"}
    assert client.post(logboek, toekomst).status_code == 422
    assert not Inzending.objects.exists()
    with op_de_dag(date(2026, 11, 26)):
        assert als(begeleider).post(logboek, toekomst).status_code == 302
    assert Notitie.objects.count() == 1


def test_another_file_under_the_same_name_is_something_else(
    als: Als, begeleider: Gebruiker, logboek: str
) -> None:
    client = als(begeleider)
    for inhoud in (b"%PDF-1.4 een", b"%PDF-1.4 een", b"%PDF-1.4 twee"):
        bestand = SimpleUploadedFile("attest.pdf", inhoud, "application/pdf")
        client.post(logboek, NOTITIE | {"bijlagen": bestand})
    assert Notitie.objects.count() == 2
    assert Bijlage.objects.count() == 2


def test_nobody_answers_for_another(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, logboek: str
) -> None:
    for gebruiker in (begeleider, coordinator):
        als(gebruiker).post(logboek, NOTITIE)
    assert set(Notitie.objects.values_list("auteur", flat=True)) == {begeleider.pk, coordinator.pk}


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_are_one(als: Als, begeleider: Gebruiker, logboek: str) -> None:
    antwoorden: list[int] = []

    def verstuur() -> None:
        try:
            antwoorden.append(als(begeleider).post(logboek, NOTITIE).status_code)
        finally:
            connection.close()

    for ronde in range(5):
        NOTITIE["tekst"] = f"Ronde {ronde}"
        draden = [Thread(target=verstuur) for _ in range(3)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        assert Notitie.objects.count() == ronde + 1
    assert antwoorden == [302] * 15


def test_it_is_forgotten_after_a_week(als: Als, begeleider: Gebruiker, logboek: str) -> None:
    als(begeleider).post(logboek, NOTITIE)
    with op_de_dag(date(2026, 11, 30)):
        assert ruim_inzendingen_op() == 0
    with op_de_dag(date(2026, 12, 1)):
        assert ruim_inzendingen_op() == 1
