"""Keeps a row of each run of a job."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import structlog
from django.db import DatabaseError, connection, transaction

from gedeeld.models import Taakrun
from gedeeld.taken.databankslot import Slotsoort, gehouden, laat_los, neem
from gedeeld.tijd import nu

log = structlog.get_logger("doorstroom.taken")


@contextmanager
def taakrun(taak: str) -> Iterator[dict[str, int]]:
    """Record begin, end, counts and error of a run; the caller fills the counts it yields.

    The connection holds a lock meanwhile: a run that is "bezig" without it was killed.
    """
    run = begin_run(taak)
    tellingen: dict[str, int] = {}
    try:
        yield tellingen
    except BaseException as fout:
        run.status, run.fout = Taakrun.Status.MISLUKT, f"{type(fout).__name__}: {fout}"[:2000]
        # The row says less than the error itself, and must not take its place.
        with suppress(DatabaseError):
            noteer_einde(run, tellingen)
        raise
    else:
        run.status = Taakrun.Status.GESLAAGD
        noteer_einde(run, tellingen)
    finally:
        laat_los(Slotsoort.TAAKRUN, run.pk)


def begin_run(taak: str, *, samen: bool = False) -> Taakrun:
    """Others see the row only when its lock is held; `samen` lets them hold it too."""
    with transaction.atomic():
        run = Taakrun.objects.create(taak=taak)
        neem(Slotsoort.TAAKRUN, run.pk, samen=samen)
    return run


def noteer_einde(run: Taakrun, tellingen: dict[str, int]) -> None:
    """Keep how a run ended, with its counts."""
    # The job may have lost its connection; its row gets a new one.
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
    run.einde, run.tellingen = nu(), tellingen
    run.save(update_fields=["status", "fout", "einde", "tellingen"])
    log.info("taakrun", taak=run.taak, status=run.status, tellingen=tellingen)


def sluit_afgebroken() -> int:
    """Close the rows of runs that were killed; returns how many.

    Rows first and locks after: a run that begins in between is not among the rows.
    """
    bezig = Taakrun.objects.filter(status=Taakrun.Status.BEZIG)
    dood = set(bezig.values_list("pk", flat=True)) - gehouden(Slotsoort.TAAKRUN)
    return bezig.filter(pk__in=dood).update(status=Taakrun.Status.AFGEBROKEN, einde=nu())
