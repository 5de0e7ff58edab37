"""When something breaks, the page says what became of what was sent, to send it again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from lxml import html
from pytest_django import Settings

from doorstroom.urls import handler500
from doorstroom.urls import urlpatterns as gewone_urls
from gebruikers.models import Gebruiker, Organisatie
from tests.fabrieken import OrganisatieFactory
from tests.sloten import op_slot

__all__ = ["handler500"]  # of the addresses of this module

Als = Callable[[Gebruiker], Client]
pytestmark = pytest.mark.django_db(transaction=True)
VELDEN = {"csrfmiddlewaretoken": "q" * 64, "tekst": "Ze belt <maandag>.", "kies": ["a", "b"]}
NIETS = "Er is niets bewaard. Wat je typte, is er nog. Verstuur het over een minuut opnieuw."


def doe(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def breekt_af(request: HttpRequest) -> HttpResponse:
    """The database goes away while somebody works."""
    if request.method == "POST":
        OrganisatieFactory()
    doe("SELECT pg_terminate_backend(pg_backend_pid())")
    return HttpResponse()


def breekt_af_bij_het_einde(request: HttpRequest) -> HttpResponse:
    """The database goes away while it is keeping: nobody hears whether it did."""
    doe("CREATE TEMP TABLE proef (x int)")
    doe(
        "CREATE FUNCTION pg_temp.weg() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'"
    )
    doe(
        "CREATE CONSTRAINT TRIGGER weg AFTER INSERT ON proef DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION pg_temp.weg()"
    )
    doe("INSERT INTO proef VALUES (1)")
    return HttpResponse()


def breekt_af_na_het_bewaren(request: HttpRequest) -> HttpResponse:
    """The database goes away when the work is kept and only the session is still to be."""
    OrganisatieFactory()
    request.session["iets"] = 1
    transaction.on_commit(lambda: doe("SELECT pg_terminate_backend(pg_backend_pid())"), robust=True)
    return HttpResponse()


def duurt_te_lang(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        OrganisatieFactory()
    doe("SET LOCAL statement_timeout = 50")
    doe("SELECT pg_sleep(5)")
    return HttpResponse()


def wacht_te_lang(request: HttpRequest) -> HttpResponse:
    doe("SET LOCAL lock_timeout = 50")
    doe("SELECT id FROM trajects_notitie")
    return HttpResponse()


def leest_alleen(request: HttpRequest) -> HttpResponse:
    doe("SET TRANSACTION READ ONLY")
    OrganisatieFactory()
    return HttpResponse()


def weigert(request: HttpRequest, status: int) -> HttpResponse:
    OrganisatieFactory()
    return HttpResponse(status=status)


def ontploft(request: HttpRequest) -> HttpResponse:
    OrganisatieFactory()
    raise RuntimeError("geheim")


urlpatterns = [
    *gewone_urls,
    path("proef/weg/", breekt_af),
    path("proef/einde/", breekt_af_bij_het_einde),
    path("proef/erna/", breekt_af_na_het_bewaren),
    path("proef/lang/", duurt_te_lang),
    path("proef/bezet/", wacht_te_lang),
    path("proef/leest/", leest_alleen),
    path("proef/weigert/<int:status>/", weigert),
    path("proef/ontploft/", ontploft),
]


@pytest.fixture
def lid(als: Als, begeleider: Gebruiker, settings: Settings) -> Iterator[Client]:
    settings.ROOT_URLCONF = __name__
    client = als(begeleider)
    client.raise_request_exception = False
    yield client
    connection.close()


def opnieuw(inhoud: bytes) -> list[tuple[str, str]]:
    (formulier,) = html.fromstring(inhoud).xpath("//main//form")
    return [(veld.get("name"), veld.get("value")) for veld in formulier.xpath(".//input")]


@pytest.mark.parametrize(("adres", "status"), [("weg", 503), ("lang", 503), ("ontploft", 500)])
def test_what_was_sent_is_undone_and_can_be_sent_again(
    lid: Client, adres: str, status: int
) -> None:
    antwoord = lid.post(f"/proef/{adres}/", VELDEN)
    assert antwoord.status_code == status
    assert NIETS in antwoord.content.decode()
    assert opnieuw(antwoord.content) == [
        ("csrfmiddlewaretoken", "q" * 64),
        ("tekst", "Ze belt <maandag>."),
        ("kies", "a"),
        ("kies", "b"),
    ]
    assert Organisatie.objects.count() == 1


@pytest.mark.parametrize(
    ("adres", "kop"),
    [
        ("weg", "Doorstroom antwoordt even niet"),
        ("lang", "Dit duurde te lang"),
        ("bezet", "Dit duurde te lang"),
    ],
)
def test_too_slow_is_something_else_than_away(lid: Client, adres: str, kop: str) -> None:
    """A statement that was ended, and one that waited for what somebody else held."""
    with op_slot("trajects_notitie"):
        antwoord = lid.get(f"/proef/{adres}/")
    assert antwoord.status_code == 503
    assert [titel.text for titel in html.fromstring(antwoord.content).xpath("//h1")] == [kop]


def test_nobody_knows_what_a_commit_did_that_was_cut_off(lid: Client) -> None:
    antwoord = lid.post("/proef/einde/", VELDEN)
    assert antwoord.status_code == 503
    assert "We weten niet of dit bewaard is. Verstuur het gerust" in antwoord.content.decode()
    assert opnieuw(antwoord.content)


def test_a_file_that_may_have_come_in_is_not_sent_again_blindly(lid: Client) -> None:
    bestand = SimpleUploadedFile("attest.pdf", b"%PDF-1.4", "application/pdf")
    antwoord = lid.post("/proef/einde/", VELDEN | {"bestand": bestand})
    assert "Kijk het na voor je het opnieuw verstuurt." in antwoord.content.decode()
    assert not html.fromstring(antwoord.content).xpath("//main//form")


def test_what_was_kept_is_called_kept(lid: Client) -> None:
    antwoord = lid.post("/proef/erna/", VELDEN)
    assert antwoord.status_code == 503
    assert "Wat je verstuurde, is bewaard." in antwoord.content.decode()
    assert not html.fromstring(antwoord.content).xpath("//main//form")
    connection.close()
    assert Organisatie.objects.count() == 2


def test_a_password_stands_in_no_page(lid: Client) -> None:
    antwoord = lid.post("/proef/weg/", VELDEN | {"oldpassword": "geheim"})
    assert antwoord.status_code == 503
    assert "geheim" not in antwoord.content.decode()
    assert "Er is niets bewaard. Probeer het over een minuut opnieuw." in antwoord.content.decode()


def test_who_was_only_reading_hears_nothing_about_keeping(lid: Client) -> None:
    antwoord = lid.get("/proef/weg/")
    assert antwoord.status_code == 503
    assert antwoord["Retry-After"] == "30"
    tekst = antwoord.content.decode()
    assert "Probeer het over een minuut opnieuw." in tekst
    assert "bewaard" not in tekst
    (knop,) = html.fromstring(tekst).xpath("//main//a")
    assert (knop.text, knop.get("href")) == ("Probeer opnieuw", "")  # the page that was asked for


def test_a_server_that_only_reads_refuses_as_one_that_is_away(lid: Client) -> None:
    antwoord = lid.post("/proef/leest/", VELDEN)
    assert antwoord.status_code == 503
    assert NIETS in antwoord.content.decode()


@pytest.mark.parametrize(("status", "erbij"), [(403, 0), (404, 0), (409, 0), (422, 1)])
def test_what_may_not_be_keeps_nothing(lid: Client, status: int, erbij: int) -> None:
    """A form that comes back may have kept the rows that were right."""
    assert lid.post(f"/proef/weigert/{status}/", VELDEN).status_code == status
    assert Organisatie.objects.count() == 1 + erbij


def test_a_large_form_of_whoever_it_is_is_not_read_for_the_page(lid: Client) -> None:
    """With the database away nobody can be known, so nobody's megabytes are read."""
    groot = VELDEN | {"tekst": "x" * 100_000}
    eigen = connection.settings_dict["PORT"]
    connection.close()
    try:
        connection.settings_dict["PORT"] = "1"
        antwoord = lid.post("/vandaag/", groot)
        stuk = lid.post("/vandaag/", b"--x", content_type="multipart/form-data; boundary=y")
    finally:
        connection.settings_dict["PORT"] = eigen
    for gekregen in (antwoord, stuk):
        assert gekregen.status_code == 503
        assert "Er is niets bewaard. Probeer het" in gekregen.content.decode()


def test_a_database_that_is_away_from_the_start(lid: Client, als: Als) -> None:
    """Also when nobody can be known, and no page can be made that needs data."""
    eigen = connection.settings_dict["PORT"]
    connection.close()
    try:
        connection.settings_dict["PORT"] = "1"
        with pytest.raises(OperationalError):
            connection.ensure_connection()
        antwoorden = [lid.get("/vandaag/"), lid.post("/vandaag/", VELDEN)]
    finally:
        connection.settings_dict["PORT"] = eigen
    assert [antwoord.status_code for antwoord in antwoorden] == [503, 503]
    assert NIETS in antwoorden[1].content.decode()


@contextmanager
def sessies_op_slot(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Nobody can be looked up; what is tried all the same."""
    opties = connection.settings_dict["OPTIONS"]
    monkeypatch.setitem(opties, "options", f"{opties['options']} -c lock_timeout=300ms")
    connection.close()
    gevraagd: list[str] = []

    def hoor(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if "django_session" in sql:
            gevraagd.append(sql)
        return execute(sql, *rest)

    with op_slot("django_session"), connection.execute_wrapper(hoor):
        yield gevraagd


def test_who_cannot_be_looked_up_waits_once(lid: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with sessies_op_slot(monkeypatch) as gevraagd:
        antwoord = lid.get("/vandaag/")
    assert antwoord.status_code == 503
    assert len(gevraagd) == 1


def test_the_health_check_asks_for_nobody(lid: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in the browser of who is logged in."""
    with sessies_op_slot(monkeypatch) as gevraagd:
        antwoord = lid.get("/gezondheid/")
    assert antwoord["Content-Type"] == "application/json"
    assert not gevraagd


def test_a_query_is_not_compiled_before_it_is_run() -> None:
    """Compiling takes longer than the queries of a page do, whatever the server says."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_what_is_prepared_is_planned_once() -> None:
    """PostgreSQL would plan it again for every organisation that is smaller than most."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW plan_cache_mode")
        assert cursor.fetchone() == ("force_generic_plan",)
