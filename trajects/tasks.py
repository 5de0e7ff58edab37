"""Doorbells of the trajectories."""

from celery import shared_task

from doorstroom.gedeeld.tijd import vandaag
from trajects.domein import bepaal_signalen as nachtelijk
from trajects.domein import concepten


@shared_task
def bepaal_signalen() -> dict[str, int]:
    """Determine the signals of today, for every organisation."""
    return nachtelijk.bepaal_signalen(op=vandaag()).tellingen


@shared_task
def ruim_concepten_op() -> int:
    """Drop drafts that were left behind."""
    return concepten.ruim_op()
