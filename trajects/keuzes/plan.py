"""Choices of the plan: goals, actions, preconditions, job target, templates."""

from typing import Final

from django.db import models


class SoortWerk(models.TextChoices):
    """The type of work that a job target leads to (docs/regels.md#phases)."""

    REGULIER = "regulier", "reguliere economie"
    SOCIAAL = "sociaal", "sociale economie"
    COLLECTIEF = "collectief", "collectief maatwerk"
    OPLEIDING = "opleiding", "opleiding"
    ZELFSTANDIG = "zelfstandig", "zelfstandig"


class Sector(models.TextChoices):
    """Where employers and job targets are; broad on purpose, a title says the rest."""

    ZORG = "zorg", "zorg en welzijn"
    ONDERWIJS = "onderwijs", "onderwijs en kinderopvang"
    HORECA = "horeca", "horeca en keuken"
    SCHOONMAAK = "schoonmaak", "schoonmaak"
    GROEN = "groen", "groen en land"
    BOUW = "bouw", "bouw en renovatie"
    LOGISTIEK = "logistiek", "logistiek en vervoer"
    INDUSTRIE = "industrie", "industrie"
    HANDEL = "handel", "handel en verkoop"
    ADMINISTRATIE = "administratie", "administratie en onthaal"
    TECHNIEK = "techniek", "techniek en herstel"
    ANDERE = "andere", "andere"


class Haalbaarheid(models.TextChoices):
    HAALBAAR = "haalbaar", "haalbaar"
    MET_HULP = "met_hulp", "haalbaar met extra stappen"
    ONZEKER = "onzeker", "nog onzeker"


class Standrandvoorwaarde(models.TextChoices):
    ONBEKEND = "onbekend", "nog niet besproken"
    IN_ORDE = "in_orde", "in orde"
    AANDACHT = "aandacht", "vraagt aandacht"
    BELEMMERING = "belemmering", "belemmering"


class Standdoel(models.TextChoices):
    OPEN = "open", "loopt"
    BEREIKT = "bereikt", "bereikt"
    LOSGELATEN = "losgelaten", "losgelaten"


class Standactie(models.TextChoices):
    OPEN = "open", "te doen"
    GEDAAN = "gedaan", "gedaan"
    VERVALLEN = "vervallen", "vervallen"


# A version of the support plan that was made for a change of the guidance premium counts too: a
# choice of this application (docs/regels.md#guidance-on-the-work-floor).
MAANDEN_VOOR_PREMIEWISSEL: Final = 3


class Planantwoord(models.TextChoices):
    """What an employee says of a plan that was gone through."""

    JA = "ja", "akkoord"
    DEELS = "deels", "deels akkoord"
    NEE = "nee", "niet akkoord"
    NOG_NIET = "nog", "nog geen antwoord"


class Wie(models.TextChoices):
    """Who does an action."""

    BEGELEIDER = "begeleider", "begeleider"
    WERKNEMER = "werknemer", "werknemer"
    DERDE = "derde", "iemand anders"


class Anker(models.TextChoices):
    """The day from which a plan template counts."""

    CONTRACT = "contract", "start van het contract"
    ADVIES = "advies", "start van het advies"
    EINDE = "einde", "einde van de ondersteuning"


class Voorbij(models.TextChoices):
    """Which lines of a template stay out of a plan that begins after they were due.

    The first is the rule: an advice counts from the first day of the quarter of its decision, so
    what is due at its start lies up to three months back. It still has to be done, so it comes in
    with a day to come: nobody begins a plan with a list of what is late.
    """

    LANG = "lang", "wat langer dan 3 maanden voorbij is; wat pas voorbij is, krijgt een nieuwe dag"
    ALLES = "alles", "alles wat al voorbij is"
    NIETS = "niets", "niets, met de dagen van toen: wat voorbij is, staat meteen op “te laat”"


LAAGSTE_SCORE: Final = 1
HOOGSTE_SCORE: Final = 4
# What a score says, in words that both sides understand.
SCORES: Final = (
    (1, "1 · nog te leren"),
    (2, "2 · lukt met hulp"),
    (3, "3 · lukt zelfstandig"),
    (4, "4 · kan het anderen tonen"),
)
