"""On which page, and where on it, each fact of the pack is kept."""

from typing import Final

from django.conf import settings

from gedeeld.adressen import adres_van
from trajects.evaluatiepakket.feiten import Vindplaats
from werknemers.models import Werknemer

_WAAR: Final = {
    Vindplaats.ADVIES: ("contract", "advies"),
    Vindplaats.CONTRACT: ("contract", "contracten"),
    Vindplaats.OPENHEID: ("contract", "openheid"),
    Vindplaats.BEGELEIDING: ("werknemer", "team"),
    Vindplaats.GESPREKKEN: ("plan", "gesprekken"),
    Vindplaats.TRAJECT: ("plan", "traject"),
    Vindplaats.JOBDOELWIT: ("plan", "jobdoelwit"),
    Vindplaats.DOELEN: ("plan", "doelen"),
    Vindplaats.VORMING: ("plan", "vorming"),
    Vindplaats.RANDVOORWAARDEN: ("plan", "randvoorwaarden"),
    Vindplaats.COMPETENTIES: ("plan", "competenties"),
    Vindplaats.STAGES: ("werk", "stages"),
    Vindplaats.SOLLICITATIES: ("werk", "sollicitaties"),
    Vindplaats.PLANVERSIES: ("evaluatie", "planversies"),
    Vindplaats.VERZOEK: ("evaluatie", "verzoek"),
}


def pad_naar(plaats: Vindplaats, werknemer: Werknemer) -> str:
    """/werknemers/12/plan/#doelen"""
    pagina, anker = _WAAR[plaats]
    return f"{adres_van(f'trajects:{pagina}', werknemer.pk)}#{anker}"


def adres_op_papier(plaats: Vindplaats, werknemer: Werknemer) -> str:
    """The whole address, for paper."""
    return f"{settings.BASIS_URL}{pad_naar(plaats, werknemer)}"
