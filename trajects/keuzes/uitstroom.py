"""Choices of the end of the path: hand-over, outflow, aftercare."""

from typing import Final

from django.db import models


class Bestemming(models.TextChoices):
    """Where somebody goes after leaving."""

    REGULIER = "regulier", "reguliere economie"
    SOCIAAL = "sociaal", "sociale economie"
    COLLECTIEF = "collectief", "collectief maatwerk"
    OPLEIDING = "opleiding", "opleiding"
    WERKZOEKEND = "werkzoekend", "werkzoekend"
    ZIEKTE = "ziekte", "ziekte"
    PENSIOEN = "pensioen", "pensioen"
    ANDERE = "andere", "andere"


# Destinations that are a job at another employer.
MET_WERKGEVER: Final = (Bestemming.REGULIER, Bestemming.SOCIAAL, Bestemming.COLLECTIEF)

# There is nothing to follow up after a pension.
ZONDER_NAZORG: Final = frozenset({Bestemming.PENSIOEN})


class Initiatief(models.TextChoices):
    """Who took the initiative to end the contract."""

    WERKNEMER = "werknemer", "de werknemer"
    SAMEN = "samen", "in onderling overleg"
    WERKGEVER = "werkgever", "de werkgever"
    AFLOOP = "afloop", "het contract liep af"


class Nazorgresultaat(models.TextChoices):
    """How somebody fares at a moment of aftercare."""

    ZELFDE = "zelfde", "aan het werk bij dezelfde werkgever"
    ANDERE = "andere", "aan het werk bij een andere werkgever"
    NIET = "niet", "niet aan het werk"
    ONBEKEND = "onbekend", "niet bereikt"


AAN_HET_WERK: Final = (Nazorgresultaat.ZELFDE, Nazorgresultaat.ANDERE)
# Somebody who was not reached says nothing about how it goes.
GEMETEN: Final = (*AAN_HET_WERK, Nazorgresultaat.NIET)


class Deelbaar(models.TextChoices):
    """What a warm hand-over can pass on, each only with the employee's consent."""

    CONTACT = "contact", "naam en contactgegevens"
    JOBDOELWIT = "jobdoelwit", "jobdoelwit"
    COMPETENTIES = "competenties", "competenties en talenten"
    VORMING = "vorming", "vorming en attesten"
    STAGES = "stages", "stages en evaluaties"
    RANDVOORWAARDEN = "randvoorwaarden", "afspraken over randvoorwaarden"
    BEGELEIDING = "begeleiding", "wat helpt bij de begeleiding"


class Toestemmingswijze(models.TextChoices):
    SCHRIFTELIJK = "schriftelijk", "op papier, ondertekend"
    MAIL = "mail", "per mail"
    MONDELING = "mondeling", "mondeling"


class Checkpunt(models.TextChoices):
    """The checklist of a warm hand-over."""

    TOESTEMMING = "toestemming", "Toestemming gevraagd, in een taal die de werknemer begrijpt"
    KENNISMAKING = "kennismaking", "Samen kennisgemaakt op de nieuwe werkplek"
    TAKEN = "taken", "Taken en uren overlopen met de nieuwe werkgever"
    CONTACTPERSOON = "contactpersoon", "Vast aanspreekpunt bij de nieuwe werkgever"
    PRAKTISCH = "praktisch", "Vervoer, opvang en papieren zijn geregeld"
    NAZORG = "nazorg", "Afgesproken wanneer we elkaar weer horen"
