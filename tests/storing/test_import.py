"""An import whose worker was killed, wherever that was, is done all the same or given back."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from gebruikers.models import Gebruiker
from gedeeld.tijd import nu
from hulp.processen import Kind, stop_alle, wacht_tot
from tests.stil import stille_server
from tests.storing.melding import niet_in_orde
from tests.storing.toneel import Toneel, dood, eis
from tests.werknemers.invoer.test_opdracht import bevestigd, start
from tests.werknemers.invoer.test_schermen import INHOUD
from werknemers.domein.invoer.hernemen import HOOGSTENS
from werknemers.models import Importopdracht, Werknemer
from werknemers.tasks import BELLEN, hervat_imports

pytestmark = pytest.mark.django_db(transaction=True)
Als = Callable[[Gebruiker], Client]
Status = Importopdracht.Status
# The tests live at ten; an import of then is found again from two minutes later on.
NU, STRAKS = "2026-11-23T10:00:10+01:00", "2026-11-23T10:03:00+01:00"


def status(opdracht: Importopdracht) -> str:
    opdracht.refresh_from_db(fields=["status"])
    return opdracht.status


def meldt_import(client: Client) -> bool:
    """Whether somebody who looks a quarter of an hour after the fault hears of it."""
    with time_machine.travel(nu() + timedelta(minutes=15), tick=True):
        return "imports" in niet_in_orde(client)


def genees(opdracht: Importopdracht, toneel: Toneel, verwacht: Status) -> None:
    """What a minute of three minutes later brings."""
    with toneel.worker("kort,lang", om=STRAKS):
        toneel.bel(hervat_imports)
        eis(lambda: status(opdracht) == verwacht, toneel)


# A web process whose bell nobody answers.
STUUR = """
import sys, django
django.setup()
import time_machine
time_machine.travel("2026-11-23T10:00:00+01:00").start()
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from gebruikers.models import Gebruiker
client = Client()
client.force_login(Gebruiker.objects.get(pk=int(sys.argv[1])))
bestand = SimpleUploadedFile("foto.xlsx", open(sys.argv[2], "rb").read())
client.post("/beheer/import/", {"bestand": bestand})
print("answered")
"""


def test_killed_between_commit_and_bell(toneel: Toneel, hr: Gebruiker, tmp_path: Path) -> None:
    blad = tmp_path / "foto.xlsx"
    blad.write_bytes(INHOUD)
    with stille_server() as server:
        omgeving = toneel.omgeving(REDIS_URL=f"redis://127.0.0.1:{server.getsockname()[1]}/0")
        argv = [sys.executable, "-c", STUUR, str(hr.pk), str(blad)]
        web = Kind("web", argv, log=tmp_path / "web.log", omgeving=omgeving)
        with server.accept()[0]:
            dood(web)
            stop_alle([web])
    assert "answered" not in toneel.log("web")
    genees(Importopdracht.objects.get(), toneel, Status.NAKIJKEN)


def stop_werker(worker: Kind, _: Toneel) -> None:
    """The machine goes."""
    dood(worker)


def stop_kind(worker: Kind, toneel: Toneel) -> None:
    """The kernel takes back its memory. What did that must not do so again at once."""
    kinderen = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()
    for pid in kinderen:
        os.kill(int(pid), signal.SIGKILL)
    eis(lambda: "WorkerLostError" in toneel.log(), toneel)
    assert not wacht_tot(lambda: toneel.log().count(" received") > 1, 1)


def stop_te_lang(_: Kind, toneel: Toneel) -> None:
    """It meets its hard limit."""
    eis(lambda: "Hard time limit" in toneel.log(), toneel)


@pytest.mark.parametrize(
    ("maak", "stop", "verwacht"),
    [
        (start, stop_werker, Status.NAKIJKEN),
        (start, stop_kind, Status.NAKIJKEN),
        (start, stop_te_lang, Status.NAKIJKEN),
        (bevestigd, stop_werker, Status.KLAAR),
    ],
)
def test_killed_at_work(
    toneel: Toneel,
    als: Als,
    hr: Gebruiker,
    coordinator: Gebruiker,
    maak: Callable[[Gebruiker], Importopdracht],
    stop: Callable[[Kind, Toneel], None],
    verwacht: Status,
) -> None:
    opdracht = maak(hr)
    begonnen = status(opdracht)
    with transaction.atomic(), connection.cursor() as cursor:  # somebody holds what it needs
        cursor.execute("LOCK TABLE werknemers_dienst IN ACCESS EXCLUSIVE MODE")
        with toneel.worker("lang", om=NU) as worker:
            taak = BELLEN[Status(begonnen)]
            grenzen = {"soft_time_limit": 1, "time_limit": 2} if stop is stop_te_lang else {}
            toneel.bel(taak, opdracht.pk, **grenzen)
            eis(iemand_wacht, toneel)
            stop(worker, toneel)
    assert status(opdracht) == begonnen
    assert meldt_import(als(coordinator))
    genees(opdracht, toneel, verwacht)
    assert not meldt_import(als(coordinator))
    assert Werknemer.objects.count() == (verwacht == Status.KLAAR)


def test_a_file_that_kills_whoever_reads_it_is_refused_with_a_sentence(
    toneel: Toneel, als: Als, hr: Gebruiker
) -> None:
    opdracht = start(hr)
    with transaction.atomic(), connection.cursor() as cursor:  # somebody holds what it needs
        cursor.execute("LOCK TABLE werknemers_dienst IN ACCESS EXCLUSIVE MODE")
        for poging in range(HOOGSTENS):
            with toneel.worker("lang", om=f"2026-11-23T10:{3 * poging:02}:10+01:00") as worker:
                toneel.bel(BELLEN[Status.WACHT], opdracht.pk)
                eis(iemand_wacht, toneel)
                dood(worker)
            # Nobody else wakes what that one asked of the database.
            eis(lambda: not iemand_wacht(), toneel, geduld=6)
    assert status(opdracht) == Status.WACHT
    with toneel.worker("kort,lang", om="2026-11-23T10:09:00+01:00"):
        toneel.bel(hervat_imports)
        eis(lambda: status(opdracht) == Status.GEWEIGERD, toneel)
    pagina = als(hr).get(f"/beheer/import/{opdracht.pk}/").content.decode()
    assert "Het lezen lukte drie keer niet. Kies het bestand opnieuw." in pagina


def iemand_wacht() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("""SELECT count(*) FROM pg_locks WHERE NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""")
        return bool(cursor.fetchone()[0])
