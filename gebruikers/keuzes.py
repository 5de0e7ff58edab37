"""Choices of organisations and users."""

from typing import Final

from django.db import models


class Rol(models.TextChoices):
    """What a person does here; the rights of each stand in `rechten.py` of every app."""

    BEGELEIDER = "begeleider", "begeleider"
    COORDINATOR = "coordinator", "coördinator"
    HR = "hr", "HR"
    BEHEERDER = "beheerder", "beheerder"


# Months before the end of support at which a signal is made, unless an organisation chose others.
STANDAARD_DREMPELS: Final = (24, 18, 12, 9, 6, 3, 1)
# The longest support lasts five years; no signal comes sooner.
RUIMSTE_DREMPEL: Final = 60
