"""Every page of the table of rights, once at both widths: accessible, and no wider than the screen.

The journeys see the pages in use; this makes sure that none is forgotten.
"""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext

from tests.e2e.bezoek import Bezoek
from tests.toegang.tabel import OPEN, SLEUTELS, TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie, maak_wereld

LEZERS = (Wie.COORDINATOR, Wie.HR, Wie.BEHEERDER)
BESTANDEN = (".xlsx", ".pdf", ".json")
# Files, and what is only ever a part of a page.
GEEN_PAGINA = {
    "trajects:bijlage",
    "financiering:prognose_bewijs",
    "financiering:bijdrage_bewijs",
    "financiering:waarom_bewijs",
    "financiering:bewijs_bestand",
    "gebruikers:uitvoer_bestand",
    "trajects:werknemers_zoeken",
    "trajects:deelnemers_zoeken",
    "trajects:werkgevers_voorstellen",
}


def _adressen(wereld: Wereld, app: str) -> Iterator[tuple[str, Wie, str]]:
    """The pages of one app: the name, somebody for whom it opens, and where it is."""
    for naam, adres in TABEL.items():
        deur = adres.get
        if deur is None or deur.antwoord != 200 or naam.partition(":")[0] != app:
            continue
        wie = next(w for w in LEZERS if ROL_VAN[w] in deur.rollen and w not in adres.anders)
        vraag = "&".join(f"{sleutel}={waarde}" for sleutel, waarde in adres.vraag(wereld).items())
        pad = reverse(naam, kwargs=adres.van(wereld))
        if not pad.endswith(BESTANDEN) and naam not in GEEN_PAGINA:
            yield naam, wie, f"{pad}?{vraag}" if vraag else pad


def _meld_aan(context: BrowserContext, wereld: Wereld, wie: Wie, adres: str) -> None:
    client = Client()
    client.force_login(wereld.mensen[wie])
    sleutel = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sleutel, "url": adres}])


@pytest.mark.parametrize("app", sorted({naam.partition(":")[0] for naam in TABEL} - {"begin"}))
def test_every_page_is_usable_for_everybody(bezoek: Bezoek, live_server: object, app: str) -> None:
    wereld, aangemeld = maak_wereld(), None
    for naam, wie, url in _adressen(wereld, app):
        if wie != aangemeld:
            _meld_aan(bezoek.page.context, wereld, wie, str(live_server))
            aangemeld = wie
        antwoord = bezoek.page.goto(url)
        assert antwoord is not None
        assert antwoord.status == 200, naam
        bezoek.kijk(f"alle-{naam.replace(':', '-')}")


def test_the_pages_without_logging_in(bezoek: Bezoek) -> None:
    for naam in OPEN:
        if naam in {"gedeeld:gezondheid", "account_logout", "trajects:agenda_ics"}:
            continue
        bezoek.page.goto(reverse(naam, kwargs=SLEUTELS.get(naam, {})))
        bezoek.kijk(f"alle-{naam}")
