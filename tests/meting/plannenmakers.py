"""Plans in bulk in processes of their own: ours from the database, and the same pages bare."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import django

PROCESSEN: Final = 2


@contextmanager
def makers(bank: str) -> Iterator[ProcessPoolExecutor]:
    """Two processes with Django in this database (its address), gone afterwards."""
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(PROCESSEN, spawn, _begin, (bank,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(url: str) -> None:
    os.environ["DATABASE_URL"] = url
    django.setup()


def van_ons(sleutel: int) -> tuple[int, int]:
    """A plan as HR gets it; which process made it, and how much memory that holds (bytes)."""
    from gedeeld.tijd import vandaag
    from trajects.plan_pdf.exports import maak_plan
    from trajects.plan_pdf.planinhoud import stel_plan_samen
    from werknemers.models import Werknemer

    werknemer = Werknemer.objects.get(pk=sleutel)
    maak_plan(stel_plan_samen(werknemer, op=vandaag(), met_teksten=True))
    return os.getpid(), _geheugen()


def html(sleutel: int) -> str:
    """The page of which that plan is made."""
    from gedeeld.tijd import vandaag
    from trajects.plan_pdf.exports import plan_html
    from trajects.plan_pdf.planinhoud import stel_plan_samen
    from werknemers.models import Werknemer

    werknemer = Werknemer.objects.get(pk=sleutel)
    return plan_html(stel_plan_samen(werknemer, op=vandaag(), met_teksten=True))


def kaal(pagina: str) -> None:
    """The same PDF by WeasyPrint alone."""
    from weasyprint import HTML

    from gedeeld.pdf import STATISCH, VARIANT

    bladen = [str(STATISCH / blad) for blad in ("css/pdf.css", "css/pdf-plan.css")]
    HTML(string=pagina, base_url=f"{STATISCH}/").write_pdf(stylesheets=bladen, pdf_variant=VARIANT)


def alle(pool: ProcessPoolExecutor, maak: Callable[[Any], Any], wat: Sequence[Any]) -> float:
    """How many a second."""
    begin = time.perf_counter()
    list(pool.map(maak, wat))
    return len(wat) / (time.perf_counter() - begin)


def _geheugen() -> int:
    bladzijden = int(Path("/proc/self/statm").read_text().split()[1])
    return bladzijden * os.sysconf("SC_PAGE_SIZE")
