"""Doorbells of the trajectories."""

from celery import shared_task

from doorstroom.gedeeld.tijd import vandaag
from trajects.domein import bepaal_signalen as nachtelijk


@shared_task
def bepaal_signalen() -> dict[str, int]:
    """Determine the signals of today, for every organisation."""
    return nachtelijk.bepaal_signalen(op=vandaag()).tellingen
