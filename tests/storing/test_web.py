"""One stuck statement does not stop the site, and nobody guesses whether something was kept."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from time import sleep

import pytest
from django.db import connection

from gebruikers.models import Gebruiker
from tests.fabrieken import WACHTWOORD
from tests.sloten import op_slot
from tests.stil import stille_server
from tests.storing.site import draaiende_site, meld_aan, omgeving
from tests.website import Antwoord, Bezoeker, vrije_poort
from trajects.models import Notitie
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db(transaction=True)
SLEUTEL = "q" * 64


@pytest.fixture
def site(tmp_path: Path, begeleider: Gebruiker) -> Iterator[Bezoeker]:
    with draaiende_site(tmp_path, workers=2, threads=8) as bezoeker:
        meld_aan(bezoeker, begeleider)
        yield bezoeker


def token(pagina: Antwoord) -> str:
    assert pagina.token, pagina.tekst[:200]
    return pagina.token


def notitie(site: Bezoeker, amina: Werknemer, tekst: str) -> tuple[str, dict[str, str]]:
    adres = f"/werknemers/{amina.pk}/logboek/"
    velden = {"tekst": tekst, "soort": "gesprek", "datum": "2026-11-20"}
    return adres, velden | {"csrfmiddlewaretoken": token(site.haal(adres))}


def gelijktijdig(*taken: tuple[Bezoeker, str, dict[str, str]]) -> list[Antwoord]:
    antwoorden: list[Antwoord] = []
    draden = [
        threading.Thread(target=lambda b=b, p=p, v=v: antwoorden.append(b.stuur(p, v)))
        for b, p, v in taken
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return antwoorden


def test_a_locked_table_stops_only_who_needs_it(site: Bezoeker, amina: Werknemer) -> None:
    adres, velden = notitie(site, amina, "Ze wil de theorie halen.")
    with op_slot("trajects_notitie"):
        vast: list[Antwoord] = []
        draden = [
            threading.Thread(target=lambda: vast.append(site.stuur(adres, velden)))
            for _ in range(6)
        ]
        for draad in draden:
            draad.start()
        assert site.haal("/gezondheid/").duur < 2.5
        aanmelden = Bezoeker(site.poort).haal("/account/login/")
        assert (aanmelden.status, aanmelden.duur < 3) == (200, True)
        for draad in draden:
            draad.join()
    assert {antwoord.status for antwoord in vast} == {503}
    assert max(antwoord.duur for antwoord in vast) < 12
    niets = ["Er is niets bewaard." in antwoord.tekst for antwoord in vast]
    # Who waited for another one with the same form does not know what becomes of that one.
    assert any(niets)
    assert all(zeker or "We weten niet of" in a.tekst for zeker, a in zip(niets, vast, strict=True))
    assert "Ze wil de theorie halen." in vast[0].tekst  # it can be sent again from there
    assert not Notitie.objects.exists()
    assert site.stuur(adres, velden).status == 302
    assert Notitie.objects.count() == 1


GRENZEN = """
import importlib, sys, django
importlib.import_module(sys.argv[1])
django.setup()
from django.db import connection
for naam in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {naam}")
        print(*cursor.fetchone())
"""


@pytest.mark.parametrize(
    ("programma", "grenzen"),
    [("doorstroom.wsgi", ["4s", "20s", "1min"]), ("doorstroom.celery", ["0", "0", "0"])],
)
def test_only_pages_have_a_limit(programma: str, grenzen: list[str]) -> None:
    argv = [sys.executable, "-c", GRENZEN, programma]
    uitvoer = subprocess.run(argv, env=omgeving(), capture_output=True, text=True, check=True)
    assert uitvoer.stdout.split() == grenzen


def test_a_lost_connection_keeps_nothing_half(site: Bezoeker, amina: Werknemer) -> None:
    adres, velden = notitie(site, amina, "Ze belt maandag.")
    with op_slot("trajects_notitie"):
        wacht: list[Antwoord] = []
        draad = threading.Thread(target=lambda: wacht.append(site.stuur(adres, velden)))
        draad.start()
        with connection.cursor() as cursor:
            for _ in range(200):
                cursor.execute(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
                )
                if cursor.fetchone()[0]:
                    break
                threading.Event().wait(0.02)
        draad.join()
    assert wacht[0].status == 503
    assert "Er is niets bewaard." in wacht[0].tekst
    assert not Notitie.objects.exists()
    assert site.stuur(adres, velden).status == 302


def test_the_same_post_twice_at_once_is_one_record(site: Bezoeker, amina: Werknemer) -> None:
    for ronde in range(10):
        adres, velden = notitie(site, amina, f"Ronde {ronde}")
        een, twee = gelijktijdig(*[(site, adres, velden)] * 2)
        assert (een.status, een.naar) == (twee.status, twee.naar) == (302, adres)
        assert Notitie.objects.count() == ronde + 1


def test_a_web_worker_that_is_killed_loses_and_doubles_nothing(
    site: Bezoeker, amina: Werknemer
) -> None:
    """Whatever the moment: before the answer, after the commit, in between."""
    for ronde in range(5):
        adres, velden = notitie(site, amina, f"Ronde {ronde}")
        draad = threading.Thread(target=stuur_gerust, args=(site, adres, velden))
        draad.start()
        sleep(ronde * 0.02)
        for worker in kinderen(site.pid):
            os.kill(worker, signal.SIGKILL)
        draad.join()
        assert stuur_gerust(site, adres, velden)
        assert Notitie.objects.filter(tekst=f"Ronde {ronde}").count() == 1


def stuur_gerust(site: Bezoeker, adres: str, velden: dict[str, str]) -> bool:
    """Once, or again when no answer came: as somebody does who sees no page."""
    for _ in range(50):
        try:
            return site.stuur(adres, velden).status == 302
        except (OSError, HTTPException):
            sleep(0.2)
    return False


def kinderen(pid: int) -> list[int]:
    return [int(kind) for kind in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextmanager
def stille_redis() -> Iterator[str]:
    with stille_server() as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


@contextmanager
def geen_redis() -> Iterator[str]:
    yield f"redis://127.0.0.1:{vrije_poort()}/0"


@pytest.mark.parametrize("redis", [stille_redis, geen_redis])
def test_nobody_needs_redis_to_log_in(
    tmp_path: Path, begeleider: Gebruiker, redis: type[Iterator[str]]
) -> None:
    begeleider.set_password(WACHTWOORD)
    begeleider.save()
    with redis() as url, draaiende_site(tmp_path, REDIS_URL=url) as bezoeker:  # type: ignore[call-arg,attr-defined]
        velden = {"login": begeleider.email, "password": WACHTWOORD}
        velden["csrfmiddlewaretoken"] = token(bezoeker.haal("/account/login/"))
        antwoord = bezoeker.stuur("/account/login/", velden)
        assert (antwoord.status, antwoord.naar) == (302, "/")
        assert antwoord.duur < 4
        assert bezoeker.haal("/vandaag/").status == 200
    assert "cache_weg" in (tmp_path / "web.log").read_text()
