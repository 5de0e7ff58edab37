"""Fills in a form the way a browser does: open the page, change some fields, send all of it."""

from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

_KNOPPEN = {"verder", "bereken", "meer_schijven"}


class _Formulierlezer(HTMLParser):
    """What the form in the main part of a page would send if nobody touched it."""

    def __init__(self) -> None:
        super().__init__()
        self.velden: dict[str, str | None] = {}
        self._in_inhoud = False
        self._keuzelijst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = dict(attrs)
        if tag == "main":
            self._in_inhoud = True
        elif self._in_inhoud and tag == "input":
            self._invoer(waarden)
        elif self._in_inhoud and tag == "select":
            self._keuzelijst = waarden["name"] or ""
            self.velden[self._keuzelijst] = ""
        elif self._keuzelijst and tag == "option" and "selected" in waarden:
            self.velden[self._keuzelijst] = waarden["value"] or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._in_inhoud = False
        elif tag == "select":
            self._keuzelijst = ""

    def _invoer(self, waarden: dict[str, str | None]) -> None:
        naam, waarde = waarden["name"] or "", waarden.get("value") or ""
        if waarden["type"] in {"checkbox", "radio"}:
            if "checked" in waarden:
                self.velden[naam] = waarde if "value" in waarden else "on"
            self.velden.setdefault(naam, None)
        else:
            self.velden[naam] = waarde


def ingevuld(antwoord: HttpResponse, **anders: str | None) -> dict[str, str]:
    """Everything that the form on this page would send, with some fields typed over.

    None leaves a field out, as a browser does with a box that is not ticked."""
    lezer = _Formulierlezer()
    lezer.feed(antwoord.content.decode())
    onbekend = set(anders) - set(lezer.velden) - _KNOPPEN
    assert not onbekend, f"niet in het formulier: {onbekend}"
    data = lezer.velden | anders
    return {naam: waarde for naam, waarde in data.items() if waarde is not None}


def bewaar(client: Client, url: str, **anders: str | None) -> HttpResponse:
    """Open the page, type, save."""
    return client.post(url, ingevuld(client.get(url), **anders))


def fouten(antwoord: HttpResponse) -> dict[str, list[str]]:
    """The sentences at each field; those above the form stand at `__all__`."""
    return dict(antwoord.context["form"].errors)  # type: ignore[attr-defined]


def plat(tekst: str) -> str:
    """With ordinary single spaces, whatever keeps an amount together on a screen."""
    return " ".join(tekst.split())
