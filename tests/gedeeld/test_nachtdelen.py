"""A nightly job in parts: workers share one run, each part is done once, and nothing is lost."""

from collections.abc import Callable, Iterator
from datetime import time
from threading import Barrier, Event, Thread

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from gedeeld.models import Nachtdeel, Taakrun
from gedeeld.taken import nachtwacht
from gedeeld.taken.databankslot import Slotsoort, gehouden
from gedeeld.taken.nachtdelen import Delen
from gedeeld.taken.nachtwacht import Nachttaak

Status = Taakrun.Status
Doe = Callable[[int], None]


class Proef:
    """A job of parts; `doe` may be replaced by what a test wants to happen."""

    def __init__(self) -> None:
        self.sleutels = [1, 2, 3]
        self.gedaan: list[int] = []
        self.doe: Doe = lambda _: None

    def __call__(self, deel: int) -> dict[str, int]:
        self.doe(deel)
        self.gedaan.append(deel)
        return {"nieuw": deel, "gewekt": 0}


@pytest.fixture
def proef() -> Iterator[Proef]:
    """The only job of the night; it is past its hour."""
    proef = Proef()
    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(nachtwacht, "_TAKEN", {})
        delen = Delen(lambda: proef.sleutels, proef)
        nachtwacht.registreer(Nachttaak("proef", "Proef", time(5), delen))
        yield proef


def in_draad(doe: Callable[[], object]) -> Thread:
    def draai() -> None:
        try:
            doe()
        finally:
            connection.close()

    draad = Thread(target=draai)
    draad.start()
    return draad


def maak_ongeduldig() -> None:
    """As if the hour after a failure had passed."""
    Taakrun.objects.update(begin="2026-11-22T05:00:00Z")


@pytest.mark.django_db
def test_one_worker_does_all_parts_in_one_run(proef: Proef) -> None:
    assert nachtwacht.doe("proef")
    assert proef.gedaan == [1, 2, 3]
    run = Taakrun.objects.get()
    assert (run.status, run.tellingen) == (Status.GESLAAGD, {"nieuw": 6, "gewekt": 0})
    assert run.einde is not None
    assert not nachtwacht.doe("proef")
    assert nachtwacht.te_doen() == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_it_and_the_last_one_closes_it(proef: Proef) -> None:
    samen = Barrier(2)
    proef.sleutels = [*range(1, 21)]
    # Both are at work before either goes on.
    proef.doe = lambda deel: samen.wait(timeout=10) and None if deel <= 2 else None
    draden = [in_draad(lambda: nachtwacht.doe("proef")) for _ in range(2)]
    for draad in draden:
        draad.join(timeout=30)
    assert sorted(proef.gedaan) == proef.sleutels
    run = Taakrun.objects.get()
    assert (run.status, run.tellingen["nieuw"]) == (Status.GESLAAGD, sum(proef.sleutels))
    assert gehouden(Slotsoort.TAAKRUN) == set()


@pytest.mark.django_db(transaction=True)
def test_who_hears_a_bell_while_others_are_at_work_helps_with_the_rest(proef: Proef) -> None:
    bezig, verder = Event(), Event()

    def wacht_bij_een(deel: int) -> None:
        if deel == 1:
            bezig.set()
            assert verder.wait(timeout=20)

    proef.doe = wacht_bij_een
    eerste = in_draad(lambda: nachtwacht.doe("proef"))
    assert bezig.wait(timeout=20)
    assert [taak.naam for taak in nachtwacht.te_doen()] == ["proef"]
    assert nachtwacht.doe("proef")
    assert proef.gedaan == [2, 3]
    assert Taakrun.objects.get().status == Status.BEZIG
    verder.set()
    eerste.join(timeout=30)
    assert proef.gedaan == [2, 3, 1]
    assert Taakrun.objects.get().status == Status.GESLAAGD


@pytest.mark.django_db(transaction=True)
def test_the_part_of_a_worker_that_is_gone_is_done_by_another(proef: Proef) -> None:
    weg = Event()

    def verdwijn_bij_een(deel: int) -> None:
        if deel == 1 and not weg.is_set():
            weg.set()
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    proef.sleutels = [1]
    proef.doe = verdwijn_bij_een
    in_draad(lambda: nachtwacht.doe("proef")).join(timeout=30)
    nachtwacht.te_doen()
    nachtwacht.doe("proef")
    assert proef.gedaan == [1]
    assert Taakrun.objects.order_by("pk").last().status == Status.GESLAAGD  # type: ignore[union-attr]


@pytest.mark.django_db
def test_a_part_that_fails_stops_no_other_and_is_all_that_is_tried_again(proef: Proef) -> None:
    def weiger_twee(deel: int) -> None:
        if deel == 2:
            raise ValueError("twee")

    proef.doe = weiger_twee
    nachtwacht.doe("proef")
    run = Taakrun.objects.get()
    assert proef.gedaan == [1, 3]
    assert (run.status, run.fout, run.tellingen["nieuw"]) == (Status.MISLUKT, "ValueError: twee", 4)
    assert not nachtwacht.doe("proef")
    maak_ongeduldig()
    proef.doe = lambda _: None
    nachtwacht.doe("proef")
    assert proef.gedaan == [1, 3, 2]
    assert Taakrun.objects.latest("pk").tellingen == {"nieuw": 2, "gewekt": 0}


@pytest.mark.django_db
@pytest.mark.parametrize(("keren", "status"), [(2, Status.GESLAAGD), (3, Status.MISLUKT)])
def test_a_conflict_is_tried_again_a_few_times(proef: Proef, keren: int, status: Status) -> None:
    conflicten = iter(range(keren))

    def bots(deel: int) -> None:
        if deel == 2 and next(conflicten, None) is not None:
            raise OperationalError("deadlock detected")

    proef.doe = bots
    nachtwacht.doe("proef")
    assert Taakrun.objects.get().status == status
    assert sorted(proef.gedaan) == ([1, 2, 3] if status == Status.GESLAAGD else [1, 3])


@pytest.mark.django_db
def test_what_is_cut_off_by_its_time_limit_goes_on_where_it_was(proef: Proef) -> None:
    grenzen = [2]

    def te_lang(deel: int) -> None:
        if deel in grenzen:
            grenzen.remove(deel)
            raise SoftTimeLimitExceeded

    proef.doe = te_lang
    with pytest.raises(SoftTimeLimitExceeded):
        nachtwacht.doe("proef")
    assert Taakrun.objects.get().status == Status.AFGEBROKEN
    assert [taak.naam for taak in nachtwacht.te_doen()] == ["proef"]
    nachtwacht.doe("proef")
    assert proef.gedaan == [1, 2, 3]
    assert Taakrun.objects.latest("pk").status == Status.GESLAAGD


@pytest.mark.django_db
def test_only_parts_that_there_are_now(proef: Proef) -> None:
    Nachtdeel.objects.create(taak="proef", deel=9)
    Nachtdeel.objects.create(taak="iets anders", deel=9)
    nachtwacht.doe("proef")
    assert proef.gedaan == [1, 2, 3]
    assert set(Nachtdeel.objects.values_list("taak", "deel")) == {
        ("proef", 1),
        ("proef", 2),
        ("proef", 3),
        ("iets anders", 9),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("aantal", "keren"), [(1, 0), (2, 1), (3, 1)])
def test_whoever_has_more_than_one_part_before_him_rings_for_help(
    proef: Proef, aantal: int, keren: int
) -> None:
    proef.sleutels = [*range(aantal)]
    gebeld: list[str] = []
    nachtwacht.doe("proef", roep_hulp=lambda: gebeld.append("bel"))
    assert len(gebeld) == keren


@pytest.mark.django_db
def test_a_part_costs_four_statements_of_its_own(proef: Proef) -> None:
    """Which part, how it went, and the two ends of the transaction around them."""
    aantallen = []
    for aantal in (3, 13):
        proef.sleutels = [*range(aantal)]
        Taakrun.objects.all().delete()
        Nachtdeel.objects.all().delete()
        with CaptureQueriesContext(connection) as vragen:
            nachtwacht.doe("proef")
        aantallen.append(len(vragen))
    assert aantallen[1] - aantallen[0] == 10 * 4
