"""What is sent has a limit before it is read, and a sentence that says so."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.verzoek.verzoekgrens import BESTANDEN_MB, HOOGSTENS, VREEMDE
from tests.harnas import WaakzameClient
from trajects.logboek.forms import MEESTE
from trajects.models.bijlage import GROOTSTE
from werknemers.domein.invoer.lezen import MAX_BYTES

Als = Callable[[Gebruiker], Client]
SOORTEN = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain")


class Lezing(BytesIO):
    """A body that tells how much of it was asked for."""

    gelezen = 0

    def read(self, aantal: int | None = -1, /) -> bytes:
        deel = super().read(-1 if aantal is None else aantal)
        self.gelezen += len(deel)
        return deel


def verstuur(client: Client, adres: str, lengte: int, soort: str, **koppen: str) -> tuple[Any, int]:
    """The answer, and how much of the body was read."""
    lichaam = Lezing(b"x" * min(lengte, 4 * VREEMDE))
    antwoord = client.generic(
        "POST", adres, b"", content_type=soort, CONTENT_LENGTH=str(lengte),
        **{"wsgi.input": lichaam}, **koppen,
    )  # fmt: skip
    return antwoord, lichaam.gelezen


@pytest.mark.django_db
@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("adres", ["/account/login/", "/vandaag/", "/bestaat/niet/"])
def test_a_stranger_cannot_make_us_read(adres: str, soort: str) -> None:
    streng = WaakzameClient(enforce_csrf_checks=True)
    antwoord, gelezen = verstuur(streng, adres, VREEMDE + 1, soort)
    assert (antwoord.status_code, gelezen) == (413, 0)
    assert "Er is niets bewaard. Meld je aan" in " ".join(antwoord.content.decode().split())
    assert antwoord["Cache-Control"] == "no-store, private"


def test_who_was_logged_out_comes_back_to_the_form(client: Client) -> None:
    """Not to the address that the form goes to, which may answer nothing else."""
    formulier = "http://testserver/werknemers/1/logboek/"
    antwoord, _ = verstuur(
        client, "/notities/nieuw/", VREEMDE + 1, SOORTEN[1], HTTP_REFERER=formulier
    )
    pagina = html.fromstring(antwoord.content)
    assert pagina.xpath("//h1")[0].text == "Je bent afgemeld"
    (knop,) = pagina.xpath("//main//a")
    assert knop.get("href") == "/account/login/?next=/werknemers/1/logboek/"


@pytest.mark.parametrize("soort", SOORTEN)
def test_nobody_sends_more_than_the_largest_form(
    als: Als, begeleider: Gebruiker, soort: str
) -> None:
    antwoord, gelezen = verstuur(als(begeleider), "/werknemers/1/logboek/", HOOGSTENS + 1, soort)
    assert (antwoord.status_code, gelezen) == (413, 0)
    zin = f"alle bestanden samen tellen hoogstens {BESTANDEN_MB} MB. Er is niets bewaard."
    assert zin in " ".join(antwoord.content.decode().split())


@pytest.mark.django_db
def test_what_is_not_too_large_passes(als: Als, begeleider: Gebruiker) -> None:
    gewoon = {"login": "x" * 1000, "password": "y"}
    assert WaakzameClient().post("/account/login/", gewoon).status_code == 200
    groot = {"sleutel": "notitie-1", "gezien": "", "velden": '{"tekst": ["%s"]}' % ("x" * 100_000)}
    assert als(begeleider).post("/concepten/bewaar/", groot).status_code == 200
    for lengte in ("", "x", "-1", "²"):
        vreemd = WaakzameClient().generic("POST", "/account/login/", b"", CONTENT_LENGTH=lengte)
        assert vreemd.status_code == 200


def test_every_form_with_files_fits() -> None:
    """The pages say: so many files of so many megabytes; or one spreadsheet."""
    assert MEESTE * GROOTSTE <= BESTANDEN_MB * 1024 * 1024 < HOOGSTENS
    assert MAX_BYTES < HOOGSTENS
