"""Workers and scheduler on the database of a test, apart from its process so that they can die."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import connection

from doorstroom.celery import app
from hulp.processen import Kind, stop_alle, wacht_tot

GEDULD = 25  # seconds, for a busy machine
ZES_UUR_TIEN = "2026-11-23T06:10:00+01:00"


@dataclass(frozen=True)
class Toneel:
    """Where the processes of one test run: their folder, and their broker."""

    map: Path
    redis: str

    def omgeving(self, **anders: str) -> dict[str, str]:
        naam = connection.settings_dict["NAME"]
        databank = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{naam}").geturl()
        return {
            **os.environ,
            "DATABASE_URL": databank,
            "REDIS_URL": self.redis,
            "PYTHONUNBUFFERED": "1",
            **anders,
        }

    @contextmanager
    def celery(
        self, wat: str, *keuzes: str, om: str = ZES_UUR_TIEN, **anders: str
    ) -> Iterator[Kind]:
        """A worker or a scheduler that began at this moment; it is gone afterwards."""
        argv = [sys.executable, "-m", "tests.storing.op_tijd", om, wat, "--loglevel=INFO", *keuzes]
        kind = Kind(wat, argv, log=self.map / f"{wat}.log", omgeving=self.omgeving(**anders))
        try:
            yield kind
        finally:
            dood(kind)
            stop_alle([kind])

    def worker(
        self, wachtrijen: str, om: str = ZES_UUR_TIEN, **anders: str
    ) -> AbstractContextManager[Kind]:
        return self.celery(
            "worker",
            "--pool=prefork",
            "--concurrency=1",
            f"--queues={wachtrijen}",
            f"--hostname={wachtrijen.replace(',', '-')}@{self.map.name}",
            om=om,
            **anders,
        )

    def bel(self, taak: Any, *args: object, **keuzes: float) -> None:
        """Ring for a job, on the broker of this test; it is heard at another moment of the day."""
        with app.connection_for_write(url=self.redis) as verbinding:
            taak.apply_async(args, connection=verbinding, expires=86_400, **keuzes)

    def log(self, wat: str = "worker") -> str:
        return (self.map / f"{wat}.log").read_text()


def dood(kind: Kind) -> None:
    """As a machine that loses its power: nothing can be tidied up."""
    if not kind.is_gestopt():
        os.killpg(kind.pid, signal.SIGKILL)


def eis(voorwaarde: Callable[[], bool], toneel: Toneel, geduld: float = GEDULD) -> None:
    """Wait until it holds; with the log of the worker when it does not."""
    assert wacht_tot(voorwaarde, geduld), toneel.log()
