"""Choices of a request to VDAB to evaluate somebody's support."""

from django.db import models


class Verzoekkop(models.TextChoices):
    """The headings of the motivated request, in its order."""

    JOB = "job", "De job en wat die vraagt"
    KUNNEN = "kunnen", "Wat al lukt en wat nog niet"
    BEGELEIDING = "begeleiding", "Welke begeleiding nodig is, en waarom"
    GEWONE_JOB = "gewone-job", "Wat we deden op weg naar een gewone job"
    VRAAG = "vraag", "Wat we aan VDAB vragen"
