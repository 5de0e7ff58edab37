"""Choices of employees, contracts and advice."""

from typing import Final

from django.db import models


class SoortContract(models.TextChoices):
    ONBEPAALD = "onbepaald", "onbepaalde duur"
    BEPAALD = "bepaald", "bepaalde duur"
    VERVANGING = "vervanging", "vervangingscontract"
    DUIDELIJK_WERK = "duidelijk_werk", "duidelijk omschreven werk"


class Eindewijze(models.TextChoices):
    """How a contract ends; the counter-notice is of who was given notice and found a job."""

    WERKGEVER = "werkgever", "opzegging door de werkgever"
    WERKNEMER = "werknemer", "opzegging door de werknemer"
    TEGEN = "tegen", "tegenopzegging"
    AKKOORD = "akkoord", "einde in onderling akkoord"


class Bezorging(models.TextChoices):
    """How notice was given; it decides on which day it counts."""

    AANGETEKEND = "aangetekend", "aangetekend op de post"
    AFGEGEVEN = "afgegeven", "afgegeven tegen handtekening"
    DEURWAARDER = "deurwaarder", "door een gerechtsdeurwaarder"


class Begeleidingsniveau(models.TextChoices):
    """The need for guidance that VDAB established; it sets the variable guidance premium."""

    GEEN = "geen", "geen"
    LAAG = "laag", "laag"
    MIDDEN = "midden", "midden"
    HOOG = "hoog", "hoog"


class Voertaal(models.TextChoices):
    """The language in which an employee reads the plan best."""

    NL = "nl", "Nederlands"
    FR = "fr", "Frans"
    EN = "en", "Engels"
    AR = "ar", "Arabisch"
    TR = "tr", "Turks"
    FA = "fa", "Farsi"
    PS = "ps", "Pasjtoe"
    UK = "uk", "Oekraïens"
    RU = "ru", "Russisch"
    PL = "pl", "Pools"
    RO = "ro", "Roemeens"
    BG = "bg", "Bulgaars"
    ES = "es", "Spaans"
    PT = "pt", "Portugees"
    SO = "so", "Somalisch"
    TI = "ti", "Tigrinya"
    AM = "am", "Amhaars"


class Steun(models.TextChoices):
    """Where an employee stands in the support on a day."""

    LOOPT = "loopt", "loopt"
    VERLOPEN = "verlopen", "verlopen"
    NOG_NIET = "nog_niet", "nog niet gestart"
    GEEN = "geen", "geen advies"


class Adviesstap(models.TextChoices):
    """What can happen to an advice, or to somebody who needs one (docs/regels.md#events)."""

    AANVRAAG = "aanvraag", "Nieuw advies"
    BIJSTURING = "bijsturing", "Bijsturing"
    EVALUATIE = "evaluatie", "Evaluatie door VDAB"
    VERLENGING = "verlenging", "Verlenging"
    BEZWAAR = "bezwaar", "Bezwaar"
    DUBBEL_TICKET = "dubbel_ticket", "Dubbel ticket: collectief pakket gestopt"
    VOLGENDE_WERKGEVER = "volgende_werkgever", "Premie gevraagd door een volgende werkgever"
    TERUGKEER = "terugkeer", "Terugkeer naar de sociale economie"


class Stapuitkomst(models.TextChoices):
    """How a request ended; "" while it runs."""

    TOEGEKEND = "toegekend", "toegekend"
    LAGER = "lager", "lager dan gevraagd"
    GEWEIGERD = "geweigerd", "geweigerd"
    GESTOPT = "gestopt", "pakket stopgezet"
    INGETROKKEN = "ingetrokken", "ingetrokken"


# What nobody decides about: only the day is kept.
MELDINGEN: Final = (
    Adviesstap.DUBBEL_TICKET,
    Adviesstap.VOLGENDE_WERKGEVER,
    Adviesstap.TERUGKEER,
)
# What changes the steps of an advice that runs.
WIJZIGT_ADVIES: Final = (Adviesstap.BIJSTURING, Adviesstap.EVALUATIE)
# What comes to a next advice when it is granted.
GEEFT_ADVIES: Final = (Adviesstap.AANVRAAG, Adviesstap.VERLENGING)
# Outcomes from which something follows for the support; of those that are refused nothing does.
MET_GEVOLG: Final = (Stapuitkomst.TOEGEKEND, Stapuitkomst.LAGER)
# Against which decisions one can appeal.
BETWISTBAAR: Final = (Stapuitkomst.GEWEIGERD, Stapuitkomst.LAGER, Stapuitkomst.GESTOPT)


class Adviesmoment(models.TextChoices):
    """What can or must be asked now about an advice (docs/regels.md#days-of-an-advice)."""

    BEROEP = "beroep", "beroep kan"
    GEMIST = "gemist", "dag gemist"
    NU = "nu", "kan nu"
    LOOPT = "loopt", "aanvraag loopt"
    LATER = "later", "later"
    BESLIST = "beslist", "beslist"
    NIET = "niet", "niet verlengbaar"
    VOORBIJ = "voorbij", "gestopt"
