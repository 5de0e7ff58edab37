"""Choices of employees, contracts and advice."""

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
