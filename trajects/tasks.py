"""Doorbells of the trajectories."""

from celery import shared_task

from gedeeld.tijd import vandaag
from trajects.concepten import concepten
from trajects.signalen import bepaal_signalen as nachtelijk


@shared_task
def bepaal_signalen() -> dict[str, int]:
    """Determine the signals of today, for every organisation."""
    return nachtelijk.bepaal_signalen(op=vandaag()).tellingen


@shared_task
def ruim_concepten_op() -> int:
    """Drop drafts that were left behind."""
    return concepten.ruim_op()
