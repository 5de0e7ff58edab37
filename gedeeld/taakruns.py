"""Keeps a row of each run of a job."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from gedeeld.models import Taakrun
from gedeeld.tijd import nu

log = structlog.get_logger("doorstroom.taken")


@contextmanager
def taakrun(taak: str) -> Iterator[dict[str, int]]:
    """Record begin, end, counts and error of a run; the caller fills the counts it yields.

    A run that was killed stays "bezig" without an end, which the status page shows as such.
    """
    run = Taakrun.objects.create(taak=taak)
    tellingen: dict[str, int] = {}
    try:
        yield tellingen
    except BaseException as fout:
        run.status, run.fout = Taakrun.Status.MISLUKT, f"{type(fout).__name__}: {fout}"[:2000]
        raise
    else:
        run.status = Taakrun.Status.GESLAAGD
    finally:
        run.einde, run.tellingen = nu(), tellingen
        run.save(update_fields=["status", "fout", "einde", "tellingen"])
        log.info("taakrun", taak=taak, status=run.status, tellingen=tellingen)
