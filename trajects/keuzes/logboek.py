"""Choices of the log: the kind of a note, and what it was about."""

from typing import Final

from django.db import models


class SoortNotitie(models.TextChoices):
    GESPREK = "gesprek", "gesprek"
    OBSERVATIE = "observatie", "observatie"
    TELEFOON = "telefoon", "telefoon"
    OVERLEG = "overleg", "overleg"
    HUISBEZOEK = "huisbezoek", "huisbezoek"
    MAIL = "mail", "mail"


# What people said to each other, unlike what somebody saw or wrote.
GESPROKEN: Final = (
    SoortNotitie.GESPREK,
    SoortNotitie.TELEFOON,
    SoortNotitie.OVERLEG,
    SoortNotitie.HUISBEZOEK,
)


class Thema(models.TextChoices):
    """What a note or a goal is about: the steps of the path, and the preconditions.

    `EINDDOEL` marks a talk about where the job leads: evidence of openness from the first day.
    """

    EINDDOEL = "einddoel", "einddoel van de job"
    COMPETENTIES = "competenties", "competenties en talenten"
    JOBDOELWIT = "jobdoelwit", "jobdoelwit"
    VORMING = "vorming", "vorming"
    STAGE = "stage", "stage"
    SOLLICITATIE = "sollicitatie", "sollicitatie"
    OVERDRACHT = "overdracht", "warme overdracht"
    NAZORG = "nazorg", "nazorg"
    HUISVESTING = "huisvesting", "huisvesting"
    MOBILITEIT = "mobiliteit", "mobiliteit"
    KINDEROPVANG = "kinderopvang", "kinderopvang"
    FINANCIEN = "financien", "financiën"
    TAAL = "taal", "taal"
    ADMINISTRATIE = "administratie", "administratie en verblijf"
    DIGITAAL = "digitaal", "digitale vaardigheden"
    NETWERK = "netwerk", "netwerk"
    GEZONDHEID = "gezondheid", "gezondheid"


# The themes that can be a precondition (randvoorwaarde), in the order of the plan.
RANDVOORWAARDEN: Final = (
    Thema.HUISVESTING,
    Thema.MOBILITEIT,
    Thema.KINDEROPVANG,
    Thema.FINANCIEN,
    Thema.TAAL,
    Thema.ADMINISTRATIE,
    Thema.DIGITAAL,
    Thema.NETWERK,
    Thema.GEZONDHEID,
)
