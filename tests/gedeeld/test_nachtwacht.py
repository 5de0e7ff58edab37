"""The database keeps the nights: what must run now, and what runs once."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
import time_machine
from django.db import OperationalError, connection

from gedeeld.models import Taakrun
from gedeeld.taken import nachtwacht
from gedeeld.taken.databankslot import Slotsoort, gehouden
from gedeeld.taken.nachtwacht import Nachttaak
from gedeeld.taken.taakruns import taakrun
from tests.dagen import BRUSSEL

Status = Taakrun.Status
MOMENT = datetime(2026, 11, 23, 5, tzinfo=BRUSSEL)


class Proeftaak:
    """Counts how often it ran."""

    def __init__(self) -> None:
        self.keren = 0

    def __call__(self) -> None:
        with taakrun("proef"):
            self.keren += 1


@pytest.fixture
def proeftaak() -> Iterator[Proeftaak]:
    """The only job of the night."""
    taak = Proeftaak()
    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(nachtwacht, "_TAKEN", {})
        nachtwacht.registreer(Nachttaak("proef", "Proef", time(5), taak))
        yield taak


def run(na: timedelta, status: Status = Status.GESLAAGD) -> Taakrun:
    """A run that began so long after five o'clock."""
    rij = Taakrun.objects.create(taak="proef", status=status)
    Taakrun.objects.filter(pk=rij.pk).update(begin=MOMENT + na)
    return rij


def te_doen(na: timedelta) -> bool:
    with time_machine.travel(MOMENT + na):
        return [taak.naam for taak in nachtwacht.te_doen()] == ["proef"]


def minuten(aantal: int) -> timedelta:
    return timedelta(minutes=aantal)


def test_each_app_has_its_jobs_in_the_night() -> None:
    assert [(taak.naam, taak.vanaf) for taak in nachtwacht.nachttaken()] == [
        ("ruim_imports_op", time(3)),
        ("ruim_concepten_op", time(3, 15)),
        ("bewaar_kerncijfers", time(3, 30)),
        ("ruim_post_op", time(3, 45)),
        ("ruim_inzendingen_op", time(4)),
        ("ruim_uitvoer_op", time(4, 15)),
        ("ruim_bewijzen_op", time(4, 30)),
        ("meld_vervangingen", time(4, 45)),
        ("bepaal_signalen", time(5)),
    ]


@pytest.mark.django_db
@pytest.mark.usefixtures("proeftaak")
@pytest.mark.parametrize(("na", "moet"), [(-1, False), (0, True), (700, True)])
def test_past_its_hour_it_must_run(na: int, moet: bool) -> None:
    run(timedelta(days=-1))
    assert te_doen(minuten(na)) is moet


@pytest.mark.django_db
@pytest.mark.usefixtures("proeftaak")
def test_in_summer_the_hour_is_that_of_brussels() -> None:
    for uur, moet in ((2, False), (3, True)):
        with time_machine.travel(f"2026-07-01T{uur:02}:00:00+00:00"):
            assert bool(nachtwacht.te_doen()) is moet


@pytest.mark.django_db
@pytest.mark.usefixtures("proeftaak")
def test_what_succeeded_since_does_not() -> None:
    run(minuten(3))
    assert not te_doen(minuten(600))
    assert te_doen(timedelta(days=1))


@pytest.mark.django_db
@pytest.mark.usefixtures("proeftaak")
def test_what_failed_is_tried_again_after_an_hour() -> None:
    run(minuten(3), Status.MISLUKT)
    assert not te_doen(minuten(62))
    assert te_doen(minuten(64))


@pytest.mark.django_db
@pytest.mark.usefixtures("proeftaak")
def test_what_was_killed_is_tried_at_once_but_not_for_ever() -> None:
    for na in range(3):
        assert te_doen(minuten(na))
        rij = run(minuten(na), Status.BEZIG)
        assert te_doen(minuten(na)) is (na < 2)
        rij.refresh_from_db()
        assert (rij.status, rij.einde) == (Status.AFGEBROKEN, MOMENT + minuten(na))
    assert not te_doen(minuten(59))
    assert te_doen(minuten(61))


@pytest.mark.django_db
def test_what_runs_now_does_not_and_is_not_closed(proeftaak: Proeftaak) -> None:
    with taakrun("proef"):
        assert nachtwacht.te_doen() == []
        assert not nachtwacht.doe("proef")
        assert Taakrun.objects.get().status == Status.BEZIG
    assert Taakrun.objects.get().status == Status.GESLAAGD
    assert proeftaak.keren == 0


@pytest.mark.django_db
def test_two_bells_one_after_another_run_it_once(proeftaak: Proeftaak) -> None:
    assert nachtwacht.doe("proef")
    assert not nachtwacht.doe("proef")
    assert proeftaak.keren == 1


@pytest.mark.django_db(transaction=True)
def test_two_bells_at_once_run_it_once(proeftaak: Proeftaak) -> None:
    beide = Barrier(2)

    def bel() -> None:
        beide.wait(timeout=10)
        nachtwacht.doe("proef")
        connection.close()

    draden = [Thread(target=bel) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert proeftaak.keren == 1


# --- a row of each run -----------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_run_of_somebody_else_stays_open_while_its_connection_lives() -> None:
    def elders(uitkomst: list[Any]) -> None:
        uitkomst.append(nachtwacht.sluit_afgebroken())
        connection.close()

    uitkomst: list[Any] = []
    with taakrun("proef"):
        draad = Thread(target=elders, args=[uitkomst])
        draad.start()
        draad.join(timeout=30)
    assert uitkomst == [0]


@pytest.mark.django_db(transaction=True)
def test_a_job_that_loses_its_connection_still_gets_its_row() -> None:
    with pytest.raises(OperationalError), taakrun("proef"), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    rij = Taakrun.objects.get()
    assert (rij.status, rij.fout.partition(":")[0]) == (Status.MISLUKT, "OperationalError")


@pytest.mark.django_db(transaction=True)
def test_no_lock_stays_behind() -> None:
    with taakrun("proef"):
        pass
    assert gehouden(Slotsoort.TAAKRUN) == set()
