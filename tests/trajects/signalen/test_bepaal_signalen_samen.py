"""The nightly job beside itself: two workers at once, and one that is killed half-way."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.conf import settings
from django.db import connection, transaction

from gebruikers.models import Organisatie
from gedeeld.gelijktijdig import vergrendel
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    GebruikerFactory,
    OrganisatieFactory,
    SignaalFactory,
    WerknemerFactory,
)
from tests.trajects.signalen.nacht import bepaal_einde, over_einde
from trajects.models import Signaal
from trajects.signalen import signaal_sql
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_voor

pytestmark = pytest.mark.django_db(transaction=True)
NU = date(2026, 11, 23)
HALVERWEGE = date(2026, 11, 24)


@pytest.fixture
def twee_organisaties() -> tuple[Organisatie, Organisatie]:
    paar = (OrganisatieFactory(), OrganisatieFactory())
    for organisatie in paar:
        begeleider = GebruikerFactory(organisatie=organisatie)
        for _ in range(5):
            AdviesFactory(
                werknemer=WerknemerFactory(
                    organisatie=organisatie, begeleider=begeleider, in_dienst=True
                ),
                periode=Periode(date(2022, 4, 1), date(2027, 4, 1)),
            )
    return paar


@contextmanager
def bezet(organisatie: Organisatie) -> Iterator[None]:
    """Hold the job's lock on one organisation, as a worker that is busy with it would."""
    with connection.cursor() as cursor:
        cursor.execute(
            signaal_sql.SLOT_VAN_ALLEN.replace("_xact", ""), {"organisatie": organisatie.pk}
        )
        yield
        cursor.execute("SELECT pg_advisory_unlock_all()")


def test_two_workers_at_once(twee_organisaties: tuple[Organisatie, Organisatie]) -> None:
    uitkomsten: list[int] = []
    start = threading.Barrier(2)

    def draai() -> None:
        start.wait()
        uitkomsten.append(len(bepaal_einde(op=NU).nieuw))
        connection.close()

    draden = [threading.Thread(target=draai) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert sum(uitkomsten) == 10
    assert Signaal.objects.count() == 10


def test_killed_half_way_and_again(twee_organisaties: tuple[Organisatie, Organisatie]) -> None:
    eerste, tweede = twee_organisaties
    with bezet(tweede):
        worker = _start_worker()
        _wacht_tot(lambda: Signaal.objects.filter(werknemer__organisatie=eerste).count() >= 5)
        worker.send_signal(signal.SIGKILL)
        worker.wait(timeout=10)
    assert not Signaal.objects.filter(werknemer__organisatie=tweede).exists()
    bepaal_einde(op=HALVERWEGE)
    assert over_einde().count() == 10
    assert set(over_einde().values_list("status", "drempel")) == {("nieuw", 6)}


def test_the_job_does_not_wait_for_who_holds_an_employee() -> None:
    """To make a signal points to its employee, and that goes beside the lock of an editor: so
    neither waits for the other for ever."""
    werknemer = WerknemerFactory(in_dienst=True)
    advies = AdviesFactory(werknemer=werknemer, periode=Periode(date(2022, 4, 1), date(2027, 4, 1)))
    ruim = SignaalFactory(advies=advies, drempel=12)

    def draai() -> None:
        bepaal_einde(op=NU, organisatie=werknemer.organisatie)
        connection.close()

    draad = threading.Thread(target=draai)
    with transaction.atomic():
        vergrendel(werknemer, None)
        draad.start()
        draad.join(timeout=30)
        assert not draad.is_alive()
        Signaal.objects.select_for_update(nowait=True).get(pk=ruim.pk)
    stand = Signaal.objects.order_by("-drempel").values_list("drempel", "status")
    assert list(stand) == [(12, "vervangen"), (6, "nieuw")]


def test_a_part_does_not_wait_for_the_disk_and_what_follows_does(
    twee_organisaties: tuple[Organisatie, Organisatie],
) -> None:
    """A part that is lost in a crash is lost with its mails and done again. A run that says that it
    ended is there for good, and so is all that was written before it."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
        with transaction.atomic():
            bepaal_voor(twee_organisaties[0], Signaaluitkomst(NU))
            assert _wacht_op_schijf() == "off"
        assert _wacht_op_schijf() == "on"
        cursor.execute("RESET synchronous_commit")


def _wacht_op_schijf() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        (stand,) = cursor.fetchone()
    return str(stand)


def _start_worker() -> "subprocess.Popen[bytes]":
    test_database = connection.settings_dict["NAME"]
    omgeving = os.environ | {
        "DATABASE_URL": os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{test_database}"
    }
    return subprocess.Popen(
        [sys.executable, "manage.py", "bepaal_signalen", "--datum", HALVERWEGE.isoformat()],
        cwd=settings.BASE_DIR,
        env=omgeving,
        stdout=subprocess.DEVNULL,
    )


def _wacht_tot(voldaan: Callable[[], bool]) -> None:
    for _ in range(300):
        if voldaan():
            return
        time.sleep(0.1)
    pytest.fail("The worker did not get this far within 30 seconds.")
