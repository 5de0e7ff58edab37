"""Choices of trajectories, notes and signals."""

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
    """How near the end of support lies on a day; the rule stands in `domein.horizon`."""

    VERLOPEN = "verlopen", "verlopen"
    DRIE_MAANDEN = "3m", "binnen 3 maanden"
    ZES_MAANDEN = "6m", "3 tot 6 maanden"
    TWAALF_MAANDEN = "12m", "6 tot 12 maanden"
    VIERENTWINTIG_MAANDEN = "24m", "1 tot 2 jaar"
    LATER = "later", "later"
    NOG_NIET = "nog_niet", "nog niet gestart"
    GEEN = "geen", "geen advies"


class SoortNotitie(models.TextChoices):
    GESPREK = "gesprek", "gesprek"
    OBSERVATIE = "observatie", "observatie"
    TELEFOON = "telefoon", "telefoon"
    OVERLEG = "overleg", "overleg"
    HUISBEZOEK = "huisbezoek", "huisbezoek"
    MAIL = "mail", "mail"


class SoortSignaal(models.TextChoices):
    EINDE_ONDERSTEUNING = "einde_ondersteuning", "einde ondersteuning"
    ONDERSTEUNING_VERLOPEN = "ondersteuning_verlopen", "ondersteuning verlopen"


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
