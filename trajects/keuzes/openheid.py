"""Choices of the openness dossier."""

from django.db import models


class Dossiergat(models.TextChoices):
    """What can be missing in the dossier of one employee, in the order in which it is filled; the
    rule of each stands in `trajects.openheidsdossier.volledigheid`."""

    PASSAGE = "passage", "passage niet gekozen"
    UITLEG = "uitleg", "passage niet overlopen"
    BEVESTIGING = "bevestiging", "passage niet bevestigd"
    GESPREK = "gesprek", "geen gesprek over het einddoel"
    JOBDOELWIT = "jobdoelwit", "geen jobdoelwit"
    DOEL = "doel", "geen doelen"
    BESPREKING = "bespreking", "doorstroomplan nog niet besproken"
    VORMING = "vorming", "geen vorming"
    ATTEST = "attest", "attest zonder bestand"
    OVERDRACHT = "overdracht", "geen overdracht bij vertrek"


class Dossierdeel(models.TextChoices):
    """The parts of the dossier, in its order."""

    PASSAGE = "passage", "De bijzondere passage"
    GESPREKKEN = "gesprekken", "Gesprekken over het einddoel"
    PLAN = "plan", "Het plan en hoe het liep"
    VORMING = "vorming", "Vorming en attesten"
    WERK = "werk", "Stages en sollicitaties"
    OVERDRACHT = "overdracht", "Overdracht, toestemming en vertrek"
