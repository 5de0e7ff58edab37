"""A web server as in production, on a database of the bench, and people who use it."""

import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Final
from urllib.parse import urlencode

from django.test import Client

from gebruikers.models import Gebruiker
from hulp.paden import logbestand
from hulp.processen import Kind, stop_alle, wacht_tot
from hulp.virtueel import VENV
from tests.meting.bank import Bank
from tests.meting.rij import MS

ADRES: Final = "127.0.0.1"
WORKERS: Final = 2
_STARTTIJD: Final = 60  # seconds
_GEDULD: Final = 60  # seconds
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@contextmanager
def draaiende_site(bank: Bank, threads: int = 4) -> Iterator[int]:
    """The port of gunicorn with two workers; it is gone afterwards."""
    poort = _vrije_poort()
    keuzes = [f"--workers={WORKERS}", f"--threads={threads}", "--preload", "--no-control-socket"]
    site = Kind(
        "web",
        [str(VENV / "bin/gunicorn"), f"--bind={ADRES}:{poort}", *keuzes, "doorstroom.wsgi"],
        log=logbestand("meting-web"),
        omgeving=os.environ | {"DATABASE_URL": bank.eigen_url, "DOORSTROOM_WEB": "1"},
    )
    try:
        if not wacht_tot(lambda: _luistert(poort), _STARTTIJD):
            raise RuntimeError(f"De site begint niet: kijk in {site.log}.")
        yield poort
    finally:
        stop_alle([site])


def _vrije_poort() -> int:
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
    duur: float  # milliseconds

    @property
    def token(self) -> str:
        """Of the first form; what came in was not compressed."""
        gevonden = _TOKEN.search(self.inhoud.decode())
        return gevonden[1] if gevonden else ""


@dataclass(slots=True)
class Bezoeker:
    """A browser, as the proxy before the site passes it on: each request on its own connection."""

    poort: int
    koekjes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def van(cls, poort: int, gebruiker: Gebruiker) -> "Bezoeker":
        """Logged in; the database is the one that Django is in now."""
        client = Client()
        client.force_login(gebruiker)
        return cls(poort, {naam: koek.value for naam, koek in client.cookies.items()})

    def haal(self, pad: str, *, verkleind: bool = False) -> Antwoord:
        return self._vraag("GET", pad, None, {"Accept-Encoding": "gzip"} if verkleind else {})

    def stuur(self, pad: str, velden: dict[str, str]) -> Antwoord:
        koppen = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"https://{ADRES}:{self.poort}",
        }
        return self._vraag("POST", pad, urlencode(velden), koppen)

    def _vraag(self, methode: str, pad: str, inhoud: str | None, ook: dict[str, str]) -> Antwoord:
        verbinding = HTTPConnection(ADRES, self.poort, timeout=_GEDULD)
        koekjes = "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())
        begin = time.perf_counter()
        try:
            koppen = {"Cookie": koekjes, "X-Forwarded-Proto": "https"} | ook
            verbinding.request(methode, pad, body=inhoud, headers=koppen)
            antwoord = verbinding.getresponse()
            gelezen = antwoord.read()
            duur = (time.perf_counter() - begin) * MS
            for koek in antwoord.headers.get_all("Set-Cookie") or ():
                naam, _, waarde = koek.partition(";")[0].partition("=")
                self.koekjes[naam] = waarde
            return Antwoord(antwoord.status, gelezen, antwoord.headers.get("Location", ""), duur)
        finally:
            verbinding.close()


def tegelijk(werken: Sequence[Callable[[], None]]) -> float:
    """Each in a thread of its own; seconds until the last one is done. What one raises, is."""
    fouten: list[Exception] = []

    def doe(werk: Callable[[], None]) -> None:
        try:
            werk()
        except Exception as fout:  # noqa: BLE001 - whatever it is, who measures must know
            fouten.append(fout)

    draden = [threading.Thread(target=doe, args=(werk,)) for werk in werken]
    begin = time.perf_counter()
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    if fouten:
        raise fouten[0]
    return time.perf_counter() - begin
