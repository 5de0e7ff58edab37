"""What holds for every request: GET never writes, nothing is kept, errors speak Dutch."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import InternalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from pytest_django import Settings

from doorstroom.urls import handler404, handler500
from doorstroom.urls import urlpatterns as gewone_urls
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.verzoek.eenmaal import schrijft as schrijvend
from gedeeld.verzoek.middleware import EenTransactie
from tests.fabrieken import OrganisatieFactory

Als = Callable[[Gebruiker], Client]


def schrijft(request: HttpRequest) -> HttpResponse:
    OrganisatieFactory()
    return HttpResponse("geschreven")


def ontploft(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("geheim")


__all__ = ["handler404", "handler500"]  # of the address book that this module is in a test
urlpatterns = [*gewone_urls, path("proef/ontploft/", ontploft)]


def vraag(rf: RequestFactory, methode: str, view: Callable[[HttpRequest], HttpResponse]) -> bytes:
    request = getattr(rf, methode)("/")
    request.user = AnonymousUser()
    return EenTransactie(view)(request).content


@pytest.mark.django_db
@pytest.mark.parametrize("methode", ["get", "head"])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE gebruikers_organisatie SET naam = 'x'",
        "WITH x AS (INSERT INTO gedeeld_taakrun (taak, begin, status, tellingen, fout)"
        " VALUES ('x', now(), 'bezig', '{}', '') RETURNING id) SELECT * FROM x",
        "EXPLAIN ANALYZE DELETE FROM gedeeld_uitgaandemail",
        "SELECT nextval('gedeeld_taakrun_id_seq')",
        "SELECT 1 FROM gebruikers_organisatie FOR UPDATE",
        "CREATE TABLE x (y int)",
        "DELETE FROM django_session",
    ],
)
def test_reading_may_not_write(rf: RequestFactory, methode: str, sql: str) -> None:
    def view(_: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute(sql)
        return HttpResponse()

    with pytest.raises(InternalError, match="read-only"):
        vraag(rf, methode, view)


@pytest.mark.django_db
def test_after_a_reading_request_the_connection_writes_again(rf: RequestFactory) -> None:
    assert vraag(rf, "get", lambda _: HttpResponse("gelezen")) == b"gelezen"
    assert vraag(rf, "post", schrijft) == b"geschreven"
    assert Organisatie.objects.count() == 1


@pytest.mark.django_db
def test_a_server_error_undoes_what_was_sent(rf: RequestFactory) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        schrijft(request)
        return HttpResponse(status=500)

    vraag(rf, "post", view)
    assert not Organisatie.objects.exists()


@pytest.mark.parametrize(
    ("sql", "antwoord"),
    [
        ("SELECT 1", False),
        ("(SELECT 1) UNION (SELECT 2)", False),
        ("WITH x AS (SELECT 1) SELECT * FROM x", False),
        ("WITH x AS (SELECT updated_at FROM a) SELECT * FROM x FOR UPDATE", False),
        ("WITH x AS (INSERT INTO a VALUES (1) RETURNING id) SELECT * FROM x", True),
        ("with x as (select 1)\n update a set b = 2", True),
        ("WITH x AS (SELECT 1) DELETE FROM a USING x", True),
        ("UPDATE a SET b = 1", True),
        ('UPDATE "django_session" SET expire_date = now()', False),
    ],
)
def test_what_counts_as_writing(sql: str, antwoord: bool) -> None:
    assert schrijvend(sql) is antwoord


def test_a_session_may_be_renewed(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    sessie = client.session
    sessie.set_expiry(60)
    sessie["iets"] = 1
    sessie.save()
    assert client.get("/account/password/change/").status_code == 200


def test_pages_are_stored_nowhere(als: Als, beheerder: Gebruiker) -> None:
    antwoord = als(beheerder).get("/beheer/gebruikers/")
    assert antwoord["Cache-Control"] == "no-store, private"
    assert "Cookie" in antwoord["Vary"]
    assert antwoord["X-Frame-Options"] == "DENY"
    assert antwoord["Referrer-Policy"] == "same-origin"
    beleid = antwoord["Content-Security-Policy"]
    assert "default-src 'none'" in beleid
    assert "unsafe" not in beleid


@pytest.mark.django_db
def test_the_login_page_is_not_stored_either(client: Client) -> None:
    assert "no-store" in client.get("/account/login/")["Cache-Control"]


def test_errors_in_dutch(
    als: Als, begeleider: Gebruiker, settings: Settings, client: Client
) -> None:
    settings.ROOT_URLCONF = __name__
    lid = als(begeleider)
    lid.raise_request_exception = False
    for pad, status, zin in (
        ("/bestaat/niet/", 404, "Deze pagina vinden we niet"),
        ("/beheer/gebruikers/", 403, "Dit kun je niet openen"),
        ("/proef/ontploft/", 500, "Er ging iets mis bij ons"),
    ):
        antwoord = lid.get(pad)
        assert antwoord.status_code == status
        tekst = antwoord.content.decode()
        assert zin in tekst
        assert "geheim" not in tekst


def test_a_form_without_a_token_gets_an_explanation(begeleider: Gebruiker) -> None:
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(begeleider)
    antwoord = streng.post("/account/logout/")
    assert antwoord.status_code == 403
    assert "Je formulier is niet verstuurd" in antwoord.content.decode()


def test_a_foreign_host_gets_nothing() -> None:
    antwoord = Client(headers={"host": "kwaad.example"}).get("/account/login/")
    assert antwoord.status_code == 400
