"""The page on which somebody arranges a calendar."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from lxml import html

from gebruikers.models import Gebruiker
from gedeeld.models import Inzending
from tests.trajects.kalender.kalenderhulp import lees
from trajects.models import Agendakoppeling

pytestmark = pytest.mark.django_db
Als = Callable[[Gebruiker], Client]
PAGINA = "/mijn-agenda/"
_ADRES = re.compile(r'value="(http[^"]+\.ics)"')


def gezien(client: Client, veld: str) -> dict[str, str]:
    """What a form of the page knows of the calendar."""
    boom = html.fromstring(client.get(PAGINA).content)
    return {veld: boom.xpath(f"//input[@name='{veld}']/@value")[0]}


def maak(client: Client, **velden: str) -> str:
    antwoord = client.post(f"{PAGINA}adres/", velden)
    assert antwoord.status_code == 200
    (adres,) = _ADRES.findall(antwoord.content.decode())
    return str(adres)


def test_the_address_shows_once_and_works(
    als: Als, begeleider: Gebruiker, settings: object
) -> None:
    client = als(begeleider)
    assert "Maak een adres" in client.get(PAGINA).content.decode()
    adres = maak(client)
    assert adres.startswith("http://")
    assert lees(f"/agenda/{adres.rpartition('/')[2]}") == {}
    daarna = client.get(PAGINA).content.decode()
    assert "Je adres werkt sinds 23 november 2026" in daarna
    assert not _ADRES.search(daarna)
    assert not Inzending.objects.exists()


def test_another_address_asks_for_the_page_as_it_is(als: Als, begeleider: Gebruiker) -> None:
    """So that reloading the page with the address does not make another one."""
    client = als(begeleider)
    eerste = maak(client)
    nog_eens = client.post(f"{PAGINA}adres/")
    assert nog_eens.status_code == 422
    assert not _ADRES.search(nog_eens.content.decode())
    assert lees(f"/agenda/{eerste.rpartition('/')[2]}") == {}
    tweede = maak(client, **gezien(client, "adres-gezien"))
    assert tweede != eerste


def test_a_person_in_the_titles_asks_to_read_the_warning(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    maak(client)
    for keuze in ("initialen", "naam"):
        velden = {"titels": keuze} | gezien(client, "gezien")
        geweigerd = client.post(f"{PAGINA}titels/", velden)
        assert geweigerd.status_code == 422
        assert "Lees eerst de waarschuwing" in geweigerd.content.decode()
        assert Agendakoppeling.objects.get().titels == "wat"
    velden |= {"gewaarschuwd": "on"}
    assert client.post(f"{PAGINA}titels/", velden).status_code == 302
    assert Agendakoppeling.objects.get().titels == "naam"
    terug = {"titels": "wat"} | gezien(client, "gezien")
    assert client.post(f"{PAGINA}titels/", terug).status_code == 302
    assert Agendakoppeling.objects.get().titels == "wat"


def test_who_stops_has_no_address_any_more(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    maak(client)
    assert client.post(f"{PAGINA}stop/").status_code == 302
    assert not Agendakoppeling.objects.exists()
    assert client.post(f"{PAGINA}stop/").status_code == 404
    assert client.post(f"{PAGINA}titels/", {"titels": "wat"}).status_code == 404


def test_nobody_arranges_the_calendar_of_somebody_else(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    maak(als(begeleider))
    maak(als(coordinator))
    als(coordinator).post(f"{PAGINA}stop/")
    assert Agendakoppeling.objects.get().gebruiker == begeleider


@pytest.mark.parametrize(
    ("wie", "staat"), [("begeleider", True), ("hr", True), ("beheerder", False)]
)
def test_the_way_to_it_stands_with_who_is_logged_in(
    als: Als, request: pytest.FixtureRequest, wie: str, staat: bool
) -> None:
    client = als(request.getfixturevalue(wie))
    """Once at the side, and once behind “Meer” on a phone."""
    gevonden = client.get("/vandaag/").content.decode().count(f'href="{PAGINA}"')
    assert gevonden == (2 if staat else 0)
    assert client.get(PAGINA).status_code == (200 if staat else 403)
