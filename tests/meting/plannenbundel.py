"""Plans in bulk as people order them, made by a worker of their queue."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.urls import reverse

from doorstroom.celery import app
from gebruikers.keuzes import Rol
from gedeeld.models import Uitvoer
from hulp.paden import logbestand
from hulp.processen import Kind, stop_alle, wacht_tot
from hulp.virtueel import VENV
from tests.meting.bank import Bank
from tests.meting.bezoek import browser
from tests.meting.mensen import Huis
from tests.meting.plannenmakers import PROCESSEN

_STARTTIJD: Final = 120  # seconds
_GEDULD: Final = 900  # seconds


@contextmanager
def pdf_worker(bank: Bank) -> Iterator[Kind]:
    """Started as its unit in `uitrol/systemd` does; it is gone afterwards."""
    keuzes = ["--queues=pdf", f"--concurrency={PROCESSEN}", "--max-tasks-per-child=100"]
    worker = Kind(
        "pdf",
        [str(VENV / "bin/celery"), "--app=doorstroom", "worker", "--loglevel=WARNING", *keuzes],
        log=logbestand("meting-pdf"),
        omgeving=os.environ | {"DATABASE_URL": bank.eigen_url},
    )
    try:
        app.control.purge()
        if not wacht_tot(lambda: len(app.control.ping(timeout=0.5)) == 1, _STARTTIJD):
            raise RuntimeError(f"De worker begint niet: kijk in {worker.log}.")
        yield worker
    finally:
        stop_alle([worker])


def bestel_bundel(huis: Huis, sleutels: Sequence[int]) -> float:
    """Plans a second, from the click of a coordinator until the whole ZIP is here."""
    wie = browser(huis, Rol.COORDINATOR)
    begin = time.perf_counter()
    antwoord = wie.post(reverse("trajects:plannen_pdf"), {"werknemer": sleutels})
    if antwoord.status_code != 302:
        raise RuntimeError(f"Bestellen gaf {antwoord.status_code}.")
    uitvoer = Uitvoer.objects.latest("pk")
    if not wacht_tot(lambda: not _stand(uitvoer).is_open, _GEDULD):
        raise RuntimeError("De bundel komt niet.")
    bundel = wie.get(reverse("gebruikers:uitvoer_bestand", args=[uitvoer.pk])).getvalue()
    seconden = time.perf_counter() - begin
    if (gemaakt := _stand(uitvoer).aantal_bestanden()) != len(sleutels) or not bundel:
        raise RuntimeError(f"In de bundel zitten {gemaakt} plannen, niet {len(sleutels)}.")
    wie.logout()
    return len(sleutels) / seconden


def _stand(uitvoer: Uitvoer) -> Uitvoer:
    return Uitvoer.objects.get(pk=uitvoer.pk)


def geheugen(worker: Kind) -> float:
    """What the processes of a worker hold, in MB."""
    kinderen = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()
    bladzijden = (int(Path(f"/proc/{kind}/statm").read_text().split()[1]) for kind in kinderen)
    return sum(bladzijden) * os.sysconf("SC_PAGE_SIZE") / 1e6
