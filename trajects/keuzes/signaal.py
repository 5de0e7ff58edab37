"""Choices of signals."""

from typing import Final

from django.db import models


class Signaalstatus(models.TextChoices):
    """Open until handled; `vervangen` and `ingetrokken` are how the nightly job closes a signal."""

    NIEUW = "nieuw", "nieuw"
    GEZIEN = "gezien", "gezien"
    IN_OPVOLGING = "in_opvolging", "in opvolging"
    UITGESTELD = "uitgesteld", "uitgesteld"
    AFGEHANDELD = "afgehandeld", "afgehandeld"
    VERVANGEN = "vervangen", "vervangen"
    INGETROKKEN = "ingetrokken", "ingetrokken"


OPEN_STATUSSEN: Final = (
    Signaalstatus.NIEUW,
    Signaalstatus.GEZIEN,
    Signaalstatus.IN_OPVOLGING,
    Signaalstatus.UITGESTELD,
)
