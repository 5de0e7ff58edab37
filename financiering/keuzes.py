"""Choices of the funding: leaves of a service, how an amount counts, what a scenario assumes, and
why what was paid is not what was foreseen."""

from django.db import models


class Dienstblad(models.TextChoices):
    """The leaves of the klaverblad that come with a service; the values are those of the model."""

    LOKALE_VERGOEDING = "lokale_vergoeding", "lokale vergoeding"
    VLAAMSE_VERGOEDING = "vlaamse_vergoeding", "Vlaamse vergoeding"
    ALD_VERGOEDING = "ald_vergoeding", "ALD-vergoeding"
    EIGEN_OPBRENGST = "eigen_opbrengst", "eigen opbrengst"


class Wijze(models.TextChoices):
    VAST = "vast", "vast bedrag per kwartaal"
    PER_VTE = "per_vte", "per voltijdse job en per kwartaal"


class Scenariobasis(models.TextChoices):
    """Where a scenario starts from; the values are those of the model."""

    NIETS_DOEN = "niets_doen", "niets doen"
    VOLGENS_PLAN = "volgens_plan", "volgens plan"
    MET_VERVANGING = "met_vervanging", "met vervanging"


class Verlengingsuitkomst(models.TextChoices):
    """How VDAB may decide on a request; the values are those of the model."""

    ZELFDE = "zelfde", "verlengd, zelfde percentage"
    VERHOOGD = "verhoogd", "verlengd, hoger percentage"
    VERLAAGD = "verlaagd", "verlengd, lager percentage"
    GEWEIGERD = "geweigerd", "niet verlengd"


class Scenariopakket(models.TextChoices):
    """The start packages that somebody new may come with; values as in `SoortAdvies`."""

    IMW_2 = "imw_2", "IMW 2 jaar"
    IMW_5 = "imw_5", "IMW 5 jaar"
    IMW_5_VERHOOGD = "imw_5_verhoogd", "IMW 5 jaar verhoogd"
    IMW_5_CMW45 = "imw_5_cmw45", "IMW 5 jaar CMW-45"


class Vertrekkeuze(models.TextChoices):
    """What a scenario says about when one employee leaves."""

    BASIS = "basis", "zoals in de basis van dit scenario"
    DAG = "dag", "vertrekt op een dag die je kiest"
    BLIJFT = "blijft", "blijft"


class Vervangingskeuze(models.TextChoices):
    """What a scenario says about the place of one employee who leaves."""

    BASIS = "basis", "zoals in de basis van dit scenario"
    MAANDEN = "maanden", "wordt weer ingevuld na zoveel maanden als je kiest"
    OPEN = "open", "blijft open"


class Betaalblad(models.TextChoices):
    """Which premium a statement pays; the first two are as the model calls them."""

    LOONPREMIE = "loonpremie", "loonpremie"
    BEGELEIDINGSPREMIE = "begeleidingspremie", "begeleidingspremie"
    SAMEN = "samen", "beide premies samen"


class Betaalsoort(models.TextChoices):
    AFREKENING = "afrekening", "afrekening"
    CORRECTIE = "correctie", "correctie"


class Betaalbron(models.TextChoices):
    """How it came in."""

    GETYPT = "getypt", "getypt"
    GEPLAKT = "geplakt", "geplakt"
    BESTAND = "bestand", "uit een bestand"


class Verschilreden(models.TextChoices):
    """Why what was paid differs from what was foreseen, in the order in which it is looked for."""

    LAAT_BESLUIT = "laat_besluit", "nog niet betaald na een nieuw advies"
    PERCENTAGE = "percentage", "ander percentage"
    GEWERKTE_TIJD = "gewerkte_tijd", "andere gewerkte tijd"
    INDEX = "index", "index"
    PLAFOND = "plafond", "ander plafond"
    BIJDRAGE = "bijdrage", "ander referteloon (bijdrage of loon)"
    AFRONDING = "afronding", "afronding op de cent"
    ONBEKEND = "onbekend", "onbekend"


class Bewijssoort(models.TextChoices):
    """What a receipt proves."""

    PROGNOSE = "prognose", "prognose"
    WAAROM = "waarom", "bedragen van één werknemer"
    KERNCIJFERS = "kerncijfers", "kerncijfers van een nacht"
    PLAN = "plan", "plan op papier"
