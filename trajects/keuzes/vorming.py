"""Choices of training, work placements and applications."""

from django.db import models


class Vormingsthema(models.TextChoices):
    ZORG = "zorg", "zorg"
    ONTHAAL = "onthaal", "onthaal"
    KEUKEN = "keuken", "keuken"
    TAAL = "taal", "taal"
    SOLLICITATIE = "sollicitatie", "sollicitatie"
    VEILIGHEID = "veiligheid", "veiligheid en EHBO"
    DIGITAAL = "digitaal", "digitale vaardigheden"
    TECHNIEK = "techniek", "techniek"
    ANDERE = "andere", "andere"


class Vormingsformule(models.TextChoices):
    """The five formulas of the Vormingsfonds LDE (docs/regels.md#vormingsfonds), and the rest."""

    EXTERN = "extern", "externe opleider"
    INTERN = "intern", "interne opleider"
    TAALONDERSTEUNING = "taal", "taalondersteuning"
    AANBOD_MAATWERK = "aanbod_maatwerk", "open aanbod maatwerkbedrijven"
    AANBOD_VIVO = "aanbod_vivo", "open aanbod VIVO"
    ANDERE = "andere", "andere, buiten het fonds"


class Fondsoordeel(models.TextChoices):
    """Whether the Vormingsfonds LDE can pay for a training."""

    ONBEKEND = "onbekend", "nog na te kijken"
    WEL = "wel", "komt in aanmerking"
    NIET = "niet", "komt niet in aanmerking"


class Fondsgeld(models.TextChoices):
    """What money of the fund a training is about; the meaning of each: `geld_voorwaarde`."""

    OPEN = "open", "geld open"
    BESLISSING = "beslissing", "wacht op een beslissing"
    BETALING = "betaling", "wacht op betaling"
    GEVRAAGD = "gevraagd", "gevraagd"
    TOEGEKEND = "toegekend", "toegekend"
    BETAALD = "betaald", "betaald"


class Vormingsstand(models.TextChoices):
    """Where a training stands on a day; follows from its period (`Vormingsactie.stand_op`)."""

    GEPLAND = "gepland", "gepland"
    BEZIG = "bezig", "bezig"
    VOORBIJ = "voorbij", "voorbij"
    GEANNULEERD = "geannuleerd", "geannuleerd"


class Standdeelname(models.TextChoices):
    GEPLAND = "gepland", "gepland"
    AANWEZIG = "aanwezig", "aanwezig"
    AFWEZIG = "afwezig", "afwezig"


class Resultaat(models.TextChoices):
    """How a training ended for one person."""

    GEEN = "geen", "nog geen resultaat"
    GESLAAGD = "geslaagd", "geslaagd"
    DEELS = "deels", "deels geslaagd"
    NIET = "niet", "niet geslaagd"


class Standsollicitatie(models.TextChoices):
    VOORBEREID = "voorbereid", "in voorbereiding"
    VERSTUURD = "verstuurd", "verstuurd"
    GESPREK = "gesprek", "uitgenodigd voor een gesprek"
    AANGENOMEN = "aangenomen", "aangenomen"
    NIET = "niet", "niet aangenomen"
    GEEN_ANTWOORD = "geen_antwoord", "geen antwoord"
