"""Plans by WeasyPrint alone, in processes of their own: those import this module before Django."""

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Final

import django

PROCESSEN: Final = 2


@contextmanager
def kale_makers(bank: str) -> Iterator[ProcessPoolExecutor]:
    """Processes with Django in this database (its address), gone afterwards."""
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(PROCESSEN, spawn, _begin, (bank,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(url: str) -> None:
    os.environ["DATABASE_URL"] = url
    django.setup()


def html(sleutel: int) -> str:
    """The page of which the plan in a bundle is made."""
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


def maak_kaal(pool: ProcessPoolExecutor, paginas: Sequence[str]) -> float:
    """How many a second."""
    begin = time.perf_counter()
    list(pool.map(kaal, paginas))
    return len(paginas) / (time.perf_counter() - begin)
