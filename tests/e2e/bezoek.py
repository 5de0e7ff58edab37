"""Somebody in front of a browser, who looks at every page with a critical eye."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import (
    ConsoleMessage,
    Dialog,
    Download,
    Frame,
    Page,
    ViewportSize,
    expect,
)

from gebruikers.models import Gebruiker
from tests.fabrieken import WACHTWOORD

SCHERMEN = os.environ.get("SCHERMEN", "")
Naam = str | re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Scherm:
    naam: str
    breedte: int
    hoogte: int

    @property
    def maat(self) -> ViewportSize:
        return {"width": self.breedte, "height": self.hoogte}


TELEFOON = Scherm("telefoon", 390, 844)
LAPTOP = Scherm("laptop", 1440, 900)
# Only what is wrong comes out of the browser: all that is right takes longer than looking at it.
_DOORLICHTING = "axe.run({resultTypes: ['violations']}).then(uitkomst => uitkomst.violations)"
# What axe has seen in this run: the same page in a second journey tells it nothing new.
DOORGELICHT: set[tuple[str, Scherm]] = set()


def _pagina(url: str) -> str:
    """Which page this is, whoever it is about."""
    return re.sub(r"\d+", "1", urlsplit(url).path)


class Bezoek:
    """`page` with the hands and the eyes of a user.

    `scherm` is what they have in front of them. `kijk` checks the page as it stands, and as it
    would stand on the other screen: accessible, not wider than the screen. `sluit_af` fails on what
    it found, on complaints in the browser's console, and on a page passed without a look.
    """

    def __init__(self, page: Page, scherm: Scherm, *, met_javascript: bool = True) -> None:
        self.page = page
        self.scherm = scherm
        self.met_javascript = met_javascript
        self.klachten: list[str] = []
        self.verwachte_klachten: list[str] = []
        self._bezocht: set[str] = set()
        self._bekeken: set[str] = set()
        page.on("console", self._hoor)
        page.on("pageerror", lambda fout: self.klachten.append(str(fout)))
        page.on("framenavigated", self._merk_op)
        page.on("dialog", self._antwoord)

    def _hoor(self, bericht: ConsoleMessage) -> None:
        if bericht.type in {"error", "warning"}:
            self.klachten.append(f"{self.page.url}: {bericht.text}")

    def _antwoord(self, vraag: Dialog) -> None:
        """Leaving a page with unsaved text is asked about; nothing else asks anything."""
        if vraag.type != "beforeunload":
            self.klachten.append(f"{self.page.url}: asks “{vraag.message}”")
        vraag.accept()

    def _merk_op(self, frame: Frame) -> None:
        if frame == self.page.main_frame and frame.url.startswith("http"):
            self._bezocht.add(_pagina(frame.url))

    # --- doing -------------------------------------------------------------------------------

    def meld_aan(self, gebruiker: Gebruiker) -> None:
        self.page.goto("/")
        self.kijk("aanmelden")
        self.vul_aanmelding_in(gebruiker)
        expect(self.page).to_have_url(re.compile(r"/vandaag/$"))

    def vul_aanmelding_in(self, gebruiker: Gebruiker) -> None:
        self.page.get_by_label("E-mailadres").fill(gebruiker.email)
        self.page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        self.klik("Meld je aan")

    def ga_naar(self, naam: str) -> None:
        """Through the menu, as far as this screen shows it."""
        if self.scherm.breedte >= 1000:
            menu = self.page.get_by_role("navigation", name="Hoofdmenu")
            menu.get_by_role("link", name=naam, exact=True).click()
            return
        menu = self.page.get_by_role("navigation", name="Snelmenu")
        ingang = menu.get_by_role("link", name=naam, exact=True)
        if not ingang.is_visible():
            menu.get_by_text("Meer", exact=True).click()
        ingang.click()

    def klik(self, naam: Naam) -> None:
        """The button of this name."""
        self.page.get_by_role("button", name=naam, exact=True).click()

    def volg(self, naam: Naam) -> None:
        """The first link of this name."""
        self.page.get_by_role("link", name=naam, exact=True).first.click()

    def download(self, naam: Naam) -> Download:
        """What the link of this name brings."""
        with self.page.expect_download() as verwacht:
            self.volg(naam)
        return verwacht.value

    def haal(self, naam: Naam) -> Download:
        """What the button of this name orders; it comes by itself, and one is back afterwards."""
        with self.page.expect_download() as verwacht:
            self.klik(naam)
        self.ziet("De download begint vanzelf.")
        self.kijk("uitvoer-klaar")
        self.volg("Terug")
        return verwacht.value

    def wacht_op_htmx(self) -> None:
        """What was just put in the page becomes alive a moment later; nobody is that quick."""
        bezig = self.page.locator(".htmx-request, .htmx-added, .htmx-swapping, .htmx-settling")
        expect(bezig).to_have_count(0)

    # --- seeing ------------------------------------------------------------------------------

    def ziet_kop(self, tekst: Naam) -> None:
        """Of a page whose scripts are there too: who types before them is not heard."""
        self.page.wait_for_load_state()
        expect(self.page.get_by_role("heading", name=tekst).first).to_be_visible()

    def ziet(self, tekst: str) -> None:
        expect(self.page.get_by_text(tekst).first).to_be_visible()

    def ziet_melding(self, tekst: str) -> None:
        expect(self.page.locator("#meldingen")).to_contain_text(tekst)

    def kijk(self, naam: str) -> None:
        """Whether everybody can use this page, and whether it fits on the screen.

        `naam` says what is on the screen; one name is one state of one page.
        """
        self.page.wait_for_load_state("load")
        self._bekeken.add(_pagina(self.page.url))
        ander = LAPTOP if self.scherm is TELEFOON else TELEFOON
        self._kijk_op(self.scherm, naam)
        self.page.set_viewport_size(ander.maat)
        self._kijk_op(ander, naam)
        self.page.set_viewport_size(self.scherm.maat)

    def _kijk_op(self, scherm: Scherm, naam: str) -> None:
        if SCHERMEN:
            pad = Path(SCHERMEN) / f"{naam}-{scherm.naam}.png"
            self.page.screenshot(path=pad, full_page=True)
        if not self.met_javascript:
            return
        breedte = self.page.evaluate("document.documentElement.scrollWidth")
        if breedte > scherm.breedte:
            self.klachten.append(f"{naam} is {breedte} px wide on a {scherm.naam}")
        if (naam, scherm) not in DOORGELICHT:
            DOORGELICHT.add((naam, scherm))
            fouten = _licht_door(self.page)
            self.klachten += [f"{naam} ({scherm.naam}): {_in_woorden(fout)}" for fout in fouten]

    def sluit_af(self, *, tot_het_einde: bool) -> None:
        """Report every complaint at once; pages passed by only when the journey was whole."""
        onverwacht = [
            klacht
            for klacht in dict.fromkeys(self.klachten)
            if not any(verwacht in klacht for verwacht in self.verwachte_klachten)
        ]
        assert not onverwacht, "\n".join(onverwacht)
        if tot_het_einde:
            voorbij = self._bezocht - self._bekeken
            assert not voorbij, f"These pages were passed without a look: {voorbij}"


def _licht_door(page: Page) -> list[dict[str, Any]]:
    """What axe finds on this page, to which it is brought once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return list(page.evaluate(_DOORLICHTING))


def _in_woorden(fout: dict[str, Any]) -> str:
    plekken = "; ".join(knoop["html"][:160] for knoop in fout["nodes"][:3])
    return f"{fout['id']}: {fout['help']} ({plekken})"
