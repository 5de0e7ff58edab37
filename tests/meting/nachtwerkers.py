"""A night by real workers, in processes of their own."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from typing import Final

from django.utils import timezone

from doorstroom.celery import app
from gedeeld.models import Taakrun
from gedeeld.taken.nachtwacht import NACHTTAAK
from gedeeld.tasks import doe_nachttaak
from gedeeld.tijd import vandaag
from hulp.paden import logbestand
from hulp.processen import Kind, stop_alle, wacht_tot
from tests.meting.bank import Bank
from tests.meting.rij import MS

_STARTTIJD: Final = 120  # seconds
_GEDULD: Final = 1800  # seconds
_UUR: Final = time(6, 10)  # the night may have begun, whatever hour it is here


def nacht_met_workers(bank: Bank, aantal: int) -> float:
    """Milliseconds from the begin of the run to its end, as its row says."""
    with _workers(bank, aantal):
        app.control.purge()
        if not wacht_tot(lambda: len(app.control.ping(timeout=0.5)) == aantal, _STARTTIJD):
            raise RuntimeError(f"De workers beginnen niet: kijk in {logbestand('meting-nacht')}.")
        klaar = Taakrun.objects.filter(taak=NACHTTAAK, einde__isnull=False)
        voor = klaar.count()
        for _ in range(aantal):
            doe_nachttaak.delay(NACHTTAAK)
        if not wacht_tot(lambda: klaar.count() > voor, _GEDULD):
            raise RuntimeError("De nacht eindigt niet.")
    run = klaar.latest("einde")
    if run.status != Taakrun.Status.GESLAAGD:
        raise RuntimeError(f"De nacht mislukte: {run.fout}")
    return (run.einde - run.begin).total_seconds() * MS  # type: ignore[operator]


@contextmanager
def _workers(bank: Bank, aantal: int) -> Iterator[None]:
    workers: list[Kind] = []
    try:
        workers.extend(_start(bank, nummer) for nummer in range(aantal))
        yield
    finally:
        stop_alle(workers)


def _start(bank: Bank, nummer: int) -> Kind:
    moment = timezone.make_aware(datetime.combine(vandaag(), _UUR))
    argv = [sys.executable, "-m", "tests.storing.op_tijd", moment.isoformat(), "worker"]
    keuzes = ["--pool=solo", "--queues=nacht", "--without-gossip", "--without-mingle"]
    return Kind(
        f"nacht{nummer}",
        [*argv, *keuzes, f"--hostname=nacht{nummer}@meting", "--loglevel=WARNING"],
        log=logbestand("meting-nacht"),
        omgeving=os.environ | {"DATABASE_URL": bank.eigen_url},
    )
