"""A web server as it runs in production, in processes of its own, and somebody who uses it."""

import re
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from django.test import Client

from gebruikers.models import Gebruiker
from hulp.processen import Kind, stop_alle, wacht_tot
from hulp.virtueel import VENV

ADRES: Final = "127.0.0.1"
_STARTTIJD: Final = 60  # seconds
_GEDULD: Final = 60  # seconds; longer than anything here may take
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@contextmanager
def webserver(log: Path, omgeving: Mapping[str, str], *keuzes: str) -> Iterator[tuple[int, int]]:
    """The port of gunicorn when it answers, and the process that looks after its workers; it is
    gone afterwards."""
    poort = vrije_poort()
    opdracht = [str(VENV / "bin/gunicorn"), f"--bind={ADRES}:{poort}", "--no-control-socket"]
    site = Kind("web", [*opdracht, *keuzes, "doorstroom.wsgi"], log=log, omgeving=omgeving)
    try:
        if not wacht_tot(lambda: _luistert(poort), _STARTTIJD):
            raise RuntimeError(f"De site begint niet ({log}):\n{log.read_text()[-2000:]}")
        yield poort, site.pid
    finally:
        stop_alle([site])


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind((ADRES, 0))
        return int(proef.getsockname()[1])


def _luistert(poort: int) -> bool:
    try:
        return Bezoeker(poort).haal("/gezondheid/").status > 0
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Antwoord:
    status: int
    inhoud: bytes
    naar: str
    duur: float  # seconds

    @property
    def tekst(self) -> str:
        """Of what was not compressed."""
        return self.inhoud.decode()

    @property
    def token(self) -> str:
        """Of the first form; "" when there is none."""
        gevonden = _TOKEN.search(self.tekst)
        return gevonden[1] if gevonden else ""


@dataclass(slots=True)
class Bezoeker:
    """A browser; every request has a connection of its own. `https`: through a proxy that ends
    https before the site."""

    poort: int
    pid: int = 0  # of the web server
    https: bool = False
    koekjes: dict[str, str] = field(default_factory=dict)

    def meld_aan(self, gebruiker: Gebruiker) -> None:
        """A session as a login leaves it, in the database that Django is in now."""
        client = Client()
        client.force_login(gebruiker)
        self.koekjes = {naam: koek.value for naam, koek in client.cookies.items()}

    def haal(self, pad: str, *, verkleind: bool = False) -> Antwoord:
        return self._vraag("GET", pad, None, {"Accept-Encoding": "gzip"} if verkleind else {})

    def stuur(self, pad: str, velden: dict[str, str]) -> Antwoord:
        koppen = {"Content-Type": "application/x-www-form-urlencoded"}
        if self.https:
            koppen["Origin"] = f"https://{ADRES}:{self.poort}"
        return self._vraag("POST", pad, urlencode(velden), koppen)

    def _vraag(self, methode: str, pad: str, inhoud: str | None, ook: dict[str, str]) -> Antwoord:
        verbinding = HTTPConnection(ADRES, self.poort, timeout=_GEDULD)
        koekjes = "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())
        koppen = {"Cookie": koekjes} | ({"X-Forwarded-Proto": "https"} if self.https else {}) | ook
        begin = time.perf_counter()
        try:
            verbinding.request(methode, pad, body=inhoud, headers=koppen)
            antwoord = verbinding.getresponse()
            gelezen = antwoord.read()
            duur = time.perf_counter() - begin
            for koek in antwoord.headers.get_all("Set-Cookie") or ():
                naam, _, waarde = koek.partition(";")[0].partition("=")
                self.koekjes[naam] = waarde
            return Antwoord(antwoord.status, gelezen, antwoord.headers.get("Location", ""), duur)
        finally:
            verbinding.close()
