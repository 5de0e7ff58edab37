"""A worker outlives its broker: silent for a while, or gone and back with nothing in it."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import sleep
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from redis import Redis
from redis.exceptions import ConnectionError as GeenVerbinding

from gedeeld.models import Hartslag
from gedeeld.tasks import bewaak_nacht
from hulp.processen import Kind, stop_alle, wacht_tot
from tests.storing.test_import import iemand_wacht
from tests.storing.toneel import Toneel, eis

pytestmark = pytest.mark.django_db(transaction=True)
# Longer than a socket waits.
EVEN = 3  # seconds


class EigenRedis:
    """One that can be stopped and started again, at the same address."""

    def __init__(self, map_: Path, poort: int) -> None:
        self.map, self.poort = map_, poort
        self.url = f"redis://127.0.0.1:{poort}/0"
        self.start()

    def start(self) -> None:
        keuzes = ["--bind", "127.0.0.1", "--port", str(self.poort), "--save", ""]
        argv = ["redis-server", *keuzes, "--dir", str(self.map)]
        self.kind = Kind("redis", argv, log=self.map / "redis.log", omgeving=os.environ)
        assert wacht_tot(self._antwoordt, 10)

    def _antwoordt(self) -> bool:
        with Redis.from_url(self.url) as klant:
            try:
                return bool(klant.ping())
            except GeenVerbinding:
                return False

    def zwijg(self) -> None:
        os.kill(self.kind.pid, signal.SIGSTOP)
        sleep(EVEN)
        os.kill(self.kind.pid, signal.SIGCONT)

    def herbegin(self) -> None:
        os.kill(self.kind.pid, signal.SIGKILL)
        stop_alle([self.kind])
        sleep(EVEN)
        self.start()


@contextmanager
def _eigen_redis(toneel: Toneel) -> Iterator[EigenRedis]:
    """On the port of one that has gone."""
    redis = EigenRedis(toneel.map, urlsplit(toneel.redis).port or 0)
    try:
        yield redis
    finally:
        stop_alle([redis.kind])


def klopt() -> bool:
    return Hartslag.objects.filter(taak="gedeeld.tasks.bewaak_nacht").exists()


def is_uitgesproken(redis: EigenRedis) -> bool:
    """Whether the broker has heard of every job that it is done."""
    with Redis.from_url(redis.url) as klant:
        return not klant.exists("unacked")


@pytest.mark.parametrize("wat", [EigenRedis.zwijg, EigenRedis.herbegin])
def test_a_worker_goes_on_when_its_broker_does(
    tmp_path: Path, vrije_poort: int, wat: Callable[[EigenRedis], None]
) -> None:
    toneel = Toneel(tmp_path, f"redis://127.0.0.1:{vrije_poort}/0")
    with _eigen_redis(toneel) as redis, toneel.worker("kort") as worker:
        eis(klopt, toneel)  # the bell of its own start
        # Whoever is cut off while it says that a job is done may end; systemd starts it again.
        eis(lambda: is_uitgesproken(redis), toneel)
        sleep(EVEN)
        wat(redis)
        Hartslag.objects.all().delete()
        toneel.bel(bewaak_nacht)
        eis(klopt, toneel)
        assert not worker.is_gestopt()


def test_a_worker_whose_job_ended_in_the_silence_goes_on(tmp_path: Path, vrije_poort: int) -> None:
    """The broker does not hear that it is done; the worker takes the next one all the same."""
    toneel = Toneel(tmp_path, f"redis://127.0.0.1:{vrije_poort}/0")
    with _eigen_redis(toneel) as redis, ExitStack() as stapel:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE gedeeld_hartslag IN ACCESS EXCLUSIVE MODE")
            stapel.enter_context(toneel.worker("kort"))
            eis(iemand_wacht, toneel)  # the bell of its own start
            for _ in range(2):
                toneel.bel(bewaak_nacht)
            sleep(EVEN)
            with Redis.from_url(redis.url) as klant:
                assert klant.llen("kort") == 2, "It takes one at a time."
                klant.delete("kort")
            os.kill(redis.kind.pid, signal.SIGSTOP)
        eis(lambda: "Couldn't ack" in toneel.log(), toneel)
        os.kill(redis.kind.pid, signal.SIGCONT)
        Hartslag.objects.all().delete()
        toneel.bel(bewaak_nacht)
        eis(klopt, toneel, geduld=60)
