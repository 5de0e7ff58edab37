"""What holds for every request: GET never writes, nothing is kept, errors speak Dutch."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from pytest_django import Settings

from doorstroom.urls import urlpatterns as gewone_urls
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.middleware import AlleenLezenBijGet, SchrijvenBijLezen
from gedeeld.middleware import schrijft as schrijvend
from gedeeld.models import UitgaandeMail
from tests.fabrieken import OrganisatieFactory

Als = Callable[[Gebruiker], Client]


def schrijft(request: HttpRequest) -> HttpResponse:
    OrganisatieFactory()
    return HttpResponse("geschreven")


def ontploft(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("geheim")


urlpatterns = [*gewone_urls, path("proef/ontploft/", ontploft)]


@pytest.mark.django_db
@pytest.mark.parametrize("methode", ["get", "head"])
def test_reading_may_not_write(rf: RequestFactory, methode: str) -> None:
    with pytest.raises(SchrijvenBijLezen, match="INSERT INTO"):
        AlleenLezenBijGet(schrijft)(getattr(rf, methode)("/"))


@pytest.mark.django_db
def test_a_compound_query_is_reading_too(rf: RequestFactory) -> None:
    def view(_: HttpRequest) -> HttpResponse:
        een, twee = (Organisatie.objects.filter(code=code) for code in ("x", "y"))
        return HttpResponse(str(len(een.union(twee))))

    assert AlleenLezenBijGet(view)(rf.get("/")).content == b"0"


@pytest.mark.django_db
def test_submitting_may_write(rf: RequestFactory) -> None:
    assert AlleenLezenBijGet(schrijft)(rf.post("/")).content == b"geschreven"
    assert Organisatie.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "doe",
    [
        lambda: Organisatie.objects.update(naam="x"),
        lambda: UitgaandeMail.objects.all().delete(),
        lambda: Organisatie.objects.bulk_create([Organisatie(code="x", naam="x")]),
    ],
)
def test_every_way_of_writing_is_noticed(rf: RequestFactory, doe: Callable[[], object]) -> None:
    UitgaandeMail.objects.create(sleutel="x", aan="an@voorbeeld.be")

    def view(_: HttpRequest) -> HttpResponse:
        doe()
        return HttpResponse()

    with pytest.raises(SchrijvenBijLezen):
        AlleenLezenBijGet(view)(rf.get("/"))


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
