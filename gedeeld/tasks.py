"""Doorbells of the shared ground."""

from typing import Final

from celery import shared_task

from gedeeld.post.postbus import verstuur_wachtende
from gedeeld.taken import nachtwacht
from gedeeld.taken.deurbel import bel, bel_na_commit
from gedeeld.taken.hartslagen import Minuuttaak
from gedeeld.taken.wachtrijen import KORT, NACHT, PDF, POST
from gedeeld.uitvoer import werk

# More bells than workers are of no use: each that is heard rings the next.
HOOGSTENS_BELLEN: Final = 4


@shared_task(base=Minuuttaak, **POST)
def verstuur_post() -> dict[str, int]:
    """Send what waits in the outbox, and call others when that is much."""

    def roep(zenders: int) -> None:
        for _ in range(zenders):
            bel(verstuur_mee)

    return verstuur_wachtende(roep)


@shared_task(**POST)
def verstuur_mee() -> dict[str, int]:
    """Send too, as long as there is much to send."""
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


@shared_task(base=Minuuttaak, **PDF)
def klop_uitvoer() -> None:
    """Says that a worker of what was ordered is there."""


@shared_task(**PDF)
def maak_uitvoer() -> bool:
    """Make one slice of what was ordered, and ring again: there may be more."""
    gemaakt = werk.maak_een_deel()
    if gemaakt:
        bel(maak_uitvoer)
    return gemaakt


@shared_task(base=Minuuttaak, **KORT)
def hervat_uitvoer() -> int:
    """Ring again for the orders that do not go on; returns how often."""
    return bel_voor_uitvoer(werk.stil())


def bel_voor_uitvoer(delen: int) -> int:
    """Ring after the commit, for so many slices that wait; returns how often."""
    aantal = min(delen, HOOGSTENS_BELLEN)
    for _ in range(aantal):
        bel_na_commit(maak_uitvoer)
    return aantal
