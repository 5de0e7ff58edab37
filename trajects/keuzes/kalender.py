"""Choices of the calendar that a user has outside the program."""

from typing import Final

from django.db import models


class Titelkeuze(models.TextChoices):
    """What the title of an entry says of the employee whom it is about."""

    WAT = "wat", "Alleen wat het is: gesprek, nazorg …"
    INITIALEN = "initialen", "Ook initialen: gesprek A.B."
    NAAM = "naam", "Ook de voornaam: gesprek Amina B."


# A calendar is shared and kept elsewhere: whoever chooses these was warned first.
OVER_IEMAND: Final = (Titelkeuze.INITIALEN, Titelkeuze.NAAM)
