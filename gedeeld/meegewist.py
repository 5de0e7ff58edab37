"""What the database would remove together with a record, whichever app it belongs to."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import CASCADE


def gaat_mee(record: models.Model) -> Iterator[models.Model]:
    """Every record that is removed with this one, the deepest first."""
    for rijen in banden(record):
        for rij in rijen:
            yield from gaat_mee(rij)
            yield rij


def banden(record: models.Model) -> Iterator[models.QuerySet[Any]]:
    """Per kind, the records that hang on this one so that they go with it."""
    for band in record._meta.related_objects:
        if band.on_delete is CASCADE:
            rijen = band.related_model._base_manager.filter(**{band.field.name: record})  # noqa: SLF001
            yield rijen.order_by("pk")
