"""What the database would remove together with a record, whichever app it belongs to."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import CASCADE


def meegewist(record: models.Model) -> Iterator[models.Model]:
    """Every record that is removed with this one, the deepest first."""
    for rijen in _banden(record):
        for rij in rijen:
            yield from meegewist(rij)
            yield rij


def gaat_mee(record: models.Model) -> list[tuple[str, int]]:
    """What hangs on a record so that it goes with it: the name of each kind, and how many."""
    tellingen = [
        (str(rijen.model._meta.verbose_name_plural), rijen.count()) for rijen in _banden(record)
    ]
    return [(naam, aantal) for naam, aantal in tellingen if aantal]


def _banden(record: models.Model) -> Iterator[models.QuerySet[Any]]:
    for band in record._meta.related_objects:
        if band.on_delete is CASCADE:
            rijen = band.related_model._base_manager.filter(**{band.field.name: record})  # noqa: SLF001
            yield rijen.order_by("pk")
