"""Choices of a trajectory: its phases, and how near the end of support lies."""

from typing import Final

from django.db import models


class Fase(models.TextChoices):
    """Where a trajectory stands; the last two end it."""

    VOORTRAJECT = "voortraject", "voortraject"
    JOBMATCHING = "jobmatching", "jobmatching"
    STAGE = "stage", "stage"
    NAZORG = "nazorg", "nazorg"
    AFGEROND = "afgerond", "afgerond"
    STOPGEZET = "stopgezet", "stopgezet"


EINDFASEN: Final = (Fase.AFGEROND, Fase.STOPGEZET)
LOPENDE_FASEN: Final = tuple(fase for fase in Fase if fase not in EINDFASEN)


class Horizon(models.TextChoices):
    """How near the end of support lies on a day; the rule stands in `trajects.kader.horizon`."""

    VERLOPEN = "verlopen", "verlopen"
    DRIE_MAANDEN = "3m", "binnen 3 maanden"
    ZES_MAANDEN = "6m", "3 tot 6 maanden"
    TWAALF_MAANDEN = "12m", "6 tot 12 maanden"
    VIERENTWINTIG_MAANDEN = "24m", "1 tot 2 jaar"
    LATER = "later", "later"
    NOG_NIET = "nog_niet", "nog niet gestart"
    GEEN = "geen", "geen advies"


class Klaar(models.TextChoices):
    """How far somebody is who leaves soon; the rule stands in `CaseloadQuerySet.klaar_voor`."""

    JOBDOELWIT = "jobdoelwit", "met jobdoelwit"
    JOBMATCHING = "jobmatching", "met jobmatching gestart"
    STAGE = "stage", "met stage"
    OVERDRACHT = "overdracht", "met overdracht gepland"
