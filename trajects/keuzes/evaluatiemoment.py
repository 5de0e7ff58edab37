"""Choices of the periodic review of a trajectory."""

from typing import Final

from django.db import models


class Evaluatiestand(models.TextChoices):
    """What became of one review; all but the first are over."""

    GEPLAND = "gepland", "gepland"
    GEHOUDEN = "gehouden", "gehouden"
    VERZET = "verzet", "verzet"
    VRIJGESTELD = "vrijgesteld", "niet nodig"


# The next one counts from these; one that was moved has its next one beside it.
TELT_DOOR: Final = (Evaluatiestand.GEHOUDEN, Evaluatiestand.VRIJGESTELD)


class Afspraaksoort(models.TextChoices):
    """What an agreement becomes in the plan."""

    ACTIE = "actie", "een actie"
    DOEL = "doel", "een doel"
