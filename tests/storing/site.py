"""A web server as it runs in production, on the database of the test, and somebody who uses it."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from urllib.parse import quote, urlencode

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.tijd import nu
from hulp.paden import PROJECT
from hulp.processen import Kind, stop_alle, wacht_tot
from hulp.virtueel import VENV

STARTTIJD = 30  # seconds
GEDULD = 30  # seconds; longer than anything here may take


def databank_url() -> str:
    """The database of this test, for another process."""
    wat = connection.settings_dict
    wie = f"{quote(wat['USER'])}:{quote(wat['PASSWORD'])}" if wat["PASSWORD"] else wat["USER"]
    poort = f":{wat['PORT']}" if wat["PORT"] else ""
    return f"postgres://{wie}@{quote(wat['HOST'], safe='')}{poort}/{wat['NAME']}"


def omgeving(**anders: str) -> dict[str, str]:
    """What a program of ours gets, with the database of the test."""
    kaal = {naam: os.environ[naam] for naam in ("PATH", "HOME", "LANG") if naam in os.environ}
    eigen = {
        "DOORSTROOM_MODUS": "test",
        "DATABASE_URL": databank_url(),
        "REDIS_URL": settings.CACHES["default"]["LOCATION"],
        "PYTHONPATH": str(PROJECT),
    }
    return kaal | eigen | anders


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


@contextmanager
def draaiende_site(
    map_: Path, workers: int = 1, threads: int = 4, **anders: str
) -> Iterator[tuple[int, int]]:
    """The port of a web server that answers, and the process that looks after its workers."""
    poort = vrije_poort()
    keuzes = [f"--workers={workers}", f"--threads={threads}", "--no-control-socket"]
    argv = [str(VENV / "bin/gunicorn"), f"--bind=127.0.0.1:{poort}", *keuzes, "doorstroom.wsgi"]
    site = Kind("web", argv, log=map_ / "web.log", omgeving=omgeving(**anders))
    try:
        assert wacht_tot(lambda: _luistert(poort), STARTTIJD), (map_ / "web.log").read_text()
        yield poort, site.pid
    finally:
        stop_alle([site])


def _luistert(poort: int) -> bool:
    try:
        return Bezoeker(poort).haal("/gezondheid/").status > 0
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Antwoord:
    status: int
    tekst: str
    naar: str
    duur: float  # seconds


@dataclass
class Bezoeker:
    """Somebody at a browser; every request has a connection of its own."""

    poort: int
    pid: int = 0  # of the web server
    koekjes: dict[str, str] = field(default_factory=dict)

    def meld_aan(self, gebruiker: Gebruiker) -> None:
        """A session in the database, as a login leaves it.

        It outlasts the day of the test, which the web server does not live on.
        """
        client = Client()
        client.force_login(gebruiker)
        Session.objects.update(expire_date=nu() + timedelta(days=36_500))
        self.koekjes = {naam: koek.value for naam, koek in client.cookies.items()}

    def haal(self, pad: str) -> Antwoord:
        return self._vraag("GET", pad, None)

    def stuur(self, pad: str, velden: dict[str, str]) -> Antwoord:
        return self._vraag("POST", pad, urlencode(velden))

    def _vraag(self, methode: str, pad: str, inhoud: str | None) -> Antwoord:
        verbinding = HTTPConnection("127.0.0.1", self.poort, timeout=GEDULD)
        koppen = {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())}
        if inhoud is not None:
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        begin = monotonic()
        try:
            verbinding.request(methode, pad, body=inhoud, headers=koppen)
            antwoord = verbinding.getresponse()
            tekst = antwoord.read().decode()
            for koek in antwoord.headers.get_all("Set-Cookie") or ():
                naam, _, waarde = koek.partition(";")[0].partition("=")
                self.koekjes[naam] = waarde
            naar = antwoord.headers.get("Location", "")
            return Antwoord(antwoord.status, tekst, naar, monotonic() - begin)
        finally:
            verbinding.close()
