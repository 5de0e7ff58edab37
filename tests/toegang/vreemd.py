"""What a browser, or somebody with a program, can send that no form of ours would make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.toegang.adres import Adres, Deur
from tests.toegang.formulieren import Velden, formulieren_van, vul_in
from tests.toegang.meelezer import Meelezer
from tests.toegang.tabel import TABEL
from tests.toegang.wereld import ROL_VAN, Wereld, Wie

# Each is a kind of its own: digits that are none, what no database keeps, far or impossible days,
# numbers beyond any column, text in the wrong direction, code, and what is nearly nothing.
WAARDEN: Final = (
    "²",
    "9" * 30,
    "0001-01-01",
    "a\0b",
    "1e999",
    "31/02/2026",
    "\ud800",
    "-1",
    "x" * 20_000,
    '{"op": [], "waarden": {"naam": 5}}',
    "9999-12-31",
    "NaN",
    "-",
    "\u202e٣🦆\u200d",
    "<script>alert('&\"')</script>",
    "[" * 2000,
    "-Infinity",
    " ",
    "9" * 5000,
    "on",
    "12/31/9999",
    "woord " * 2000,
    "1,2",
)
# The page from which htmx says that it asks.
ADRESSEN: Final = (
    "http://[",
    "http://testserver/é²",
    "http://testserver:x/",
    "http://testserver/\x00%ff%ED%A0%80",
    "http%3A%2F%2F%5B",
)
LEZERS: Final = (Wie.COORDINATOR, Wie.HR, Wie.BEHEERDER)
Koppen = Mapping[str, str]
HTMX: Final = {"HTTP_HX_REQUEST": "true"}


def vanaf(adres: str) -> dict[str, str]:
    """The headers of htmx on that page, as it sends what is not plain text."""
    return HTMX | {"HTTP_HX_CURRENT_URL": adres, "HTTP_HX_CURRENT_URL_URI_AUTOENCODED": "true"}


@dataclass(slots=True)
class Ingang:
    """One method of one address, with every key that it reads and what an honest form sends."""

    naam: str
    methode: str
    client: Client
    url: str
    ingevuld: Velden = field(default_factory=dict)
    sleutels: set[str] = field(default_factory=set)

    def stuur(self, velden: Mapping[str, Any], koppen: Koppen) -> int:
        """The status of the answer; whatever was written is undone."""
        self.client.cookies.pop("messages", None)
        # Every character as its bytes, also those that no text may hold.
        tekst = urlencode(velden, doseq=True, errors="surrogatepass")
        with transaction.atomic():
            if self.methode == "GET":
                antwoord = self.client.generic("GET", f"{self.url}?{tekst}", **koppen)
            else:
                soort = "application/x-www-form-urlencoded"
                antwoord = self.client.generic("POST", self.url, tekst, soort, **koppen)
            transaction.set_rollback(True)
        return int(antwoord.status_code)


def ingangen(browsers: dict[Wie, Client], wereld: Wereld) -> Iterator[Ingang]:
    """Every door of the table, for somebody who may come in."""
    for naam, adres in TABEL.items():
        for methode, deur in (("GET", adres.get), ("POST", adres.post)):
            if deur is not None:
                ingang = _ingang(naam, adres, deur, methode, wereld, browsers)
                (_kijk_rond if methode == "GET" else _leer_kennen)(ingang, adres)
                yield ingang


def _ingang(
    naam: str, adres: Adres, deur: Deur, methode: str, wereld: Wereld, browsers: dict[Wie, Client]
) -> Ingang:
    wie = next(wie for wie in LEZERS if ROL_VAN[wie] in deur.rollen)
    vraag = {sleutel: str(waarde) for sleutel, waarde in adres.vraag(wereld).items()}
    url = reverse(naam, kwargs=adres.van(wereld), query=vraag if methode == "POST" else None)
    return Ingang(naam, methode, browsers[wie], url, {} if methode == "POST" else vraag)


def _kijk_rond(ingang: Ingang, _: Adres) -> None:
    """Some keys count only when others are there, so look again with all of them."""
    for _keer in range(2):
        ingang.client.get(ingang.url, dict.fromkeys(ingang.sleutels, "1") | ingang.ingevuld)
        ingang.sleutels |= Meelezer.van_adres


def _leer_kennen(ingang: Ingang, adres: Adres) -> None:
    """The forms of the page, and what is read of what they send."""
    antwoorden = [ingang.client.get(ingang.url)] if adres.get is not None else []
    with transaction.atomic():
        antwoorden.append(ingang.client.post(ingang.url, {"niets": "1"}))
        transaction.set_rollback(True)
    ingang.sleutels |= Meelezer.van_formulier - {"csrfmiddlewaretoken"}
    for antwoord in antwoorden:
        for form in formulieren_van(antwoord, ook_filters=False):
            ingang.ingevuld = vul_in(form) | ingang.ingevuld
            ingang.sleutels |= {form.add_prefix(naam) for naam in form.fields}


def pogingen(ingang: Ingang, begin: int) -> Iterator[tuple[str, Mapping[str, Any], Koppen]]:
    """What to try, in words and as it is sent; `begin` says which values, so that over all doors
    each comes to each kind of key. Half of it by htmx."""
    eerlijk, sleutels = ingang.ingevuld, sorted(ingang.sleutels)
    for plaats, sleutel in enumerate(sleutels):
        waarde = WAARDEN[(begin + plaats) % len(WAARDEN)]
        yield sleutel, eerlijk | {sleutel: waarde}, HTMX if (begin + plaats) % 2 else {}
    if sleutels:
        waarde, weg = WAARDEN[begin % len(WAARDEN)], sleutels[begin % len(sleutels)]
        yield "all of them", dict.fromkeys(sleutels, waarde), HTMX
        if begin % 2:
            yield "lists", {sleutel: ["", "1", "²"] for sleutel in sleutels}, {}
        else:
            yield f"without {weg}", {k: v for k, v in eerlijk.items() if k != weg}, {}
    if ingang.methode == "POST":
        yield "from a strange page", eerlijk, vanaf(ADRESSEN[begin % len(ADRESSEN)])
