"""Doorbells of the import."""

from typing import Final

from celery import shared_task

from gedeeld.taken.hartslagen import Minuuttaak
from gedeeld.taken.wachtrijen import KORT, LANG
from werknemers.domein.invoer import hernemen, ongedaan, uitvoering
from werknemers.models import Importopdracht


@shared_task(**LANG)
def lees_importopdracht(pk: int) -> None:
    """Read an uploaded file and prepare its preview."""
    uitvoering.kijk_na(pk)


@shared_task(**LANG)
def pas_importopdracht_toe(pk: int) -> None:
    """Write a confirmed import."""
    uitvoering.breng_in(pk)


@shared_task(**LANG)
def maak_importopdracht_ongedaan(pk: int) -> None:
    """Put back what a finished import wrote."""
    ongedaan.zet_terug(pk)


BELLEN: Final = {
    Importopdracht.Status.WACHT: lees_importopdracht,
    Importopdracht.Status.BEVESTIGD: pas_importopdracht_toe,
    Importopdracht.Status.TERUG: maak_importopdracht_ongedaan,
}


@shared_task(base=Minuuttaak, **LANG)
def klop_imports() -> None:
    """Says that a worker of the imports is there."""


@shared_task(base=Minuuttaak, **KORT)
def hervat_imports() -> int:
    """Ring again for every import whose task did not come; returns how many."""
    opdrachten = hernemen.te_hernemen()
    for verloren in opdrachten:
        BELLEN[Importopdracht.Status(verloren.status)].delay(verloren.pk)
    return len(opdrachten)
