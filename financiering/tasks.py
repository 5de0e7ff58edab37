"""Doorbells of the funding."""

from celery import shared_task

from financiering.domein import momentopnames
from gedeeld.tijd import vandaag


@shared_task
def bewaar_kerncijfers() -> dict[str, int]:
    """Keep the key figures of today, for every organisation."""
    return momentopnames.bewaar_kerncijfers(op=vandaag())
