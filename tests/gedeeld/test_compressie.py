"""Pages go out compressed for who asks, and their length tells nothing."""

import gzip
from collections.abc import Callable

import pytest
from django.db import OperationalError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from pytest_django import Settings

from doorstroom.urls import handler500
from doorstroom.urls import urlpatterns as gewone_urls
from gebruikers.models import Gebruiker
from gedeeld.verzoek.compressie import Compressie
from gedeeld.web import PDF, XLSX, download
from werknemers.models import Werknemer

__all__ = ["handler500"]  # of the addresses of this module

Als = Callable[[Gebruiker], Client]
INGEPAKT = {"Accept-Encoding": "gzip, deflate, br"}
TEKST = b"Amina Benali, begeleid door An Peeters. " * 50


def databank_zwijgt(_: HttpRequest) -> HttpResponse:
    raise OperationalError


urlpatterns = [*gewone_urls, path("proef/zwijgt/", databank_zwijgt)]


def antwoord_op(antwoord: HttpResponse, **koppen: str) -> HttpResponse:
    request = RequestFactory().get("/", headers=INGEPAKT | koppen)
    return Compressie(lambda _: antwoord)(request)


def is_ingepakt(antwoord: HttpResponse) -> bool:
    return antwoord.get("Content-Encoding") == "gzip"


@pytest.mark.amina(in_dienst=True)
def test_a_page_for_who_asks(als: Als, begeleider: Gebruiker, amina: Werknemer) -> None:
    client = als(begeleider)
    gewoon = client.get("/werknemers/")
    ingepakt = client.get("/werknemers/", headers=INGEPAKT)
    assert not is_ingepakt(gewoon)
    assert is_ingepakt(ingepakt)
    uitgepakt = gzip.decompress(ingepakt.content)
    assert b"Benali" in uitgepakt
    assert int(ingepakt["Content-Length"]) == len(ingepakt.content) < len(uitgepakt) / 4
    for antwoord in (gewoon, ingepakt):
        assert {"Accept-Encoding", "Cookie", "HX-Request"} <= set(antwoord["Vary"].split(", "))
        assert antwoord["Cache-Control"] == "no-store, private"
        assert "default-src 'none'" in antwoord["Content-Security-Policy"]


def test_a_fragment_and_a_form_that_comes_back(als: Als, beheerder: Gebruiker) -> None:
    client = als(beheerder)
    lijst = client.get("/beheer/gebruikers/", headers=INGEPAKT | {"HX-Request": "true"})
    terug = client.post("/beheer/gebruikers/nieuw/", {"voornaam": "Jo"}, headers=INGEPAKT)
    assert (lijst.status_code, terug.status_code) == (200, 422)
    assert is_ingepakt(lijst)
    assert is_ingepakt(terug)


def test_a_page_about_a_failure(als: Als, begeleider: Gebruiker, settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    client = als(begeleider)
    client.raise_request_exception = False
    antwoord = client.get("/proef/zwijgt/", headers=INGEPAKT)
    assert (antwoord.status_code, is_ingepakt(antwoord)) == (503, True)


@pytest.mark.parametrize("soort", ["text/html; charset=utf-8", "application/json", "text/csv"])
def test_what_is_text(soort: str) -> None:
    antwoord = antwoord_op(HttpResponse(TEKST, content_type=soort))
    assert gzip.decompress(antwoord.content) == TEKST


@pytest.mark.parametrize("soort", [XLSX, PDF, "application/zip", "image/jpeg"])
def test_what_is_compressed_inside_goes_as_it_is(soort: str) -> None:
    antwoord = antwoord_op(download(TEKST, soort, "bestand"))
    assert (antwoord.content, is_ingepakt(antwoord)) == (TEKST, False)
    assert not antwoord.has_header("Vary")


def test_what_is_small_or_comes_in_pieces_goes_as_it_is() -> None:
    klein = antwoord_op(HttpResponse(b"<p>Bewaard.</p>"))
    stroom = antwoord_op(FileResponse([TEKST], content_type="text/html"))
    assert not is_ingepakt(klein)
    assert (b"".join(stroom), is_ingepakt(stroom)) == (TEKST, False)


@pytest.mark.parametrize(
    ("wie", "ingepakt"),
    [("same-origin", True), ("none", True), ("same-site", False), ("cross-site", False)],
)
def test_another_site_learns_nothing_from_the_length(wie: str, ingepakt: bool) -> None:
    antwoord = antwoord_op(HttpResponse(TEKST), **{"Sec-Fetch-Site": wie})
    assert is_ingepakt(antwoord) is ingepakt


def test_the_same_page_is_not_always_as_long() -> None:
    lengtes = {len(antwoord_op(HttpResponse(TEKST)).content) for _ in range(50)}
    assert len(lengtes) > 10


def test_the_token_of_a_form_reads_differently_each_time(client: Client, db: None) -> None:
    """Nobody can guess it letter by letter from how well the page compresses."""
    paginas = [client.get("/account/login/") for _ in range(2)]
    een, twee = (str(pagina.context["csrf_token"]) for pagina in paginas)
    assert een != twee
