"""The same form twice is one record, and the second answer leads where the first one did."""

from collections.abc import Callable
from datetime import date
from threading import Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from gebruikers.models import Gebruiker
from gedeeld.models import Inzending
from gedeeld.verzoek.inzendingen import ruim_inzendingen_op, vingerafdruk
from tests.dagen import op_de_dag
from tests.fabrieken import SjabloonFactory, TrajectFactory
from trajects.concepten.views import GEZIEN
from trajects.models import Bijlage, Doel, Notitie, Plansjabloon
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


def test_guarding_a_form_costs_two_statements(
    als: Als, begeleider: Gebruiker, logboek: str
) -> None:
    """One that takes the place, and one that says where the answer led."""
    client = als(begeleider)
    with CaptureQueriesContext(connection) as vragen:
        client.post(logboek, NOTITIE)
    woorden = [vraag["sql"].split()[0] for vraag in vragen if "gedeeld_inzending" in vraag["sql"]]
    assert woorden == ["INSERT", "UPDATE"]


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


def test_what_led_to_another_page_leads_there_again(
    als: Als, begeleider: Gebruiker, amina: Werknemer
) -> None:
    """The form filled a page of its own, and htmx sent it."""
    client = als(begeleider)
    adres = f"/werknemers/{amina.pk}/doelen/nieuw/"
    TrajectFactory(werknemer=amina)
    doel = {"csrfmiddlewaretoken": "q" * 64, "titel": "Zelf koken"}
    koppen = HTMX | {"HX-Current-URL": f"http://testserver{adres}"}
    eerste = client.post(adres, doel, headers=koppen)
    tweede = client.post(adres, doel, headers=koppen)
    assert tweede["HX-Redirect"] == eerste["HX-Redirect"]
    assert Doel.objects.count() == 1


def test_the_script_lets_go_of_what_was_kept(als: Als, begeleider: Gebruiker, logboek: str) -> None:
    """The first answer may never have come: without this the text is there again, to be sent."""
    client = als(begeleider)
    client.post(logboek, NOTITIE)
    client.get(logboek)  # takes the message of the first answer
    tweede = client.post(logboek, NOTITIE, follow=True)
    assert "melding-success" in tweede.content.decode()


def test_a_draft_that_was_kept_in_between_changes_nothing(
    als: Als, begeleider: Gebruiker, logboek: str
) -> None:
    """The script keeps a draft again when no answer came, and then names that one."""
    client = als(begeleider)
    client.post(logboek, NOTITIE | {GEZIEN: ""})
    client.post(logboek, NOTITIE | {GEZIEN: "2026-11-23T10:00:00+01:00"})
    assert Notitie.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_waits_too_long_for_the_first_one_is_not_told_that_nothing_is_kept(
    als: Als, begeleider: Gebruiker, logboek: str
) -> None:
    verzoek = RequestFactory().post(logboek, NOTITIE)
    verzoek.user = begeleider
    client = als(begeleider)
    client.raise_request_exception = False
    eerste = connections.create_connection("default")
    try:
        with eerste.cursor() as cursor, connection.cursor() as eigen:
            cursor.execute("BEGIN")
            cursor.execute(
                "INSERT INTO gedeeld_inzending (vingerafdruk, gebruiker_id, naar, op)"
                " VALUES (%s, %s, '', now())",
                [vingerafdruk(verzoek), begeleider.pk],
            )
            eigen.execute("SET lock_timeout = '100ms'")
            tweede = client.post(logboek, NOTITIE)
            eigen.execute("RESET lock_timeout")
            cursor.execute("ROLLBACK")
    finally:
        eerste.close()
    assert tweede.status_code == 503
    assert "We weten niet of dit bewaard is. Verstuur het gerust" in tweede.content.decode()


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


def test_what_the_database_refused_is_not_called_kept(als: Als, coordinator: Gebruiker) -> None:
    """Something was written for a moment; the answer leads to another page all the same."""
    client = als(coordinator)
    voorbeeld = Plansjabloon.objects.filter(organisatie=None).earliest("pk")
    SjabloonFactory(organisatie=coordinator.organisatie, naam=voorbeeld.naam)
    adres = f"/beheer/plansjablonen/{voorbeeld.pk}/eigen/"
    for _ in range(2):
        antwoord = client.post(adres, {"csrfmiddlewaretoken": "q" * 64}, follow=True)
        assert "melding-error" in antwoord.content.decode()
    assert not Inzending.objects.exists()


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
