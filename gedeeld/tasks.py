"""Doorbells of the shared ground."""

from celery import shared_task

from gedeeld.post.postbus import verstuur_wachtende
from gedeeld.taken import nachtwacht
from gedeeld.taken.deurbel import bel
from gedeeld.taken.hartslagen import Minuuttaak
from gedeeld.taken.wachtrijen import KORT, NACHT, POST


@shared_task(base=Minuuttaak, **POST)
def verstuur_post() -> dict[str, int]:
    """Send what waits in the outbox."""
    return verstuur_wachtende()


@shared_task(base=Minuuttaak, **KORT)
def bewaak_nacht() -> list[str]:
    """Ring for each nightly job that must run now; returns which."""
    namen = [taak.naam for taak in nachtwacht.te_doen()]
    for naam in namen:
        doe_nachttaak.delay(naam)
    return namen


@shared_task(base=Minuuttaak, **NACHT)
def klop_nacht() -> None:
    """Says that a worker of the nights is there."""


@shared_task(**NACHT)
def doe_nachttaak(naam: str) -> bool:
    """Run one nightly job, or help with it, unless it was done meanwhile."""
    return nachtwacht.doe(naam, roep_hulp=lambda: bel(doe_nachttaak, naam))
