"""Doorbells of the import."""

from celery import shared_task

from werknemers.domein.invoer import opdracht, uitvoering


@shared_task
def lees_importopdracht(pk: int) -> None:
    """Read an uploaded file and prepare its preview."""
    uitvoering.kijk_na(pk)


@shared_task
def pas_importopdracht_toe(pk: int) -> None:
    """Write a confirmed import."""
    uitvoering.breng_in(pk)


@shared_task
def ruim_imports_op() -> int:
    """Clear the files of old imports."""
    return opdracht.ruim_op()
