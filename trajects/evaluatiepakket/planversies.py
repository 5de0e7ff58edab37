"""Writes down when the support plan was drawn up or changed."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Planversie
from trajects.schrijvers import PLANVERSIES
from werknemers.models import Werknemer


class Versiegegevens(TypedDict):
    op: date
    aanleiding: str


def voeg_planversie_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Versiegegevens]
) -> Planversie:
    """Raises ValidationError by field, also for a day to come."""
    with als_zin():
        return _bewaar(Planversie(werknemer=werknemer), gegevens, door)


def wijzig_planversie(
    versie: Planversie,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Versiegegevens],
) -> Planversie:
    """`gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        return _bewaar(PLANVERSIES.vergrendel(versie, gezien), gegevens, door)


def verwijder_planversie(versie: Planversie, *, door: Gebruiker, gezien: datetime | None) -> None:
    """Take away what was written down by mistake."""
    with als_zin():
        PLANVERSIES.verwijder(PLANVERSIES.vergrendel(versie, gezien), door=door)


def _bewaar(versie: Planversie, gegevens: Versiegegevens, door: Gebruiker) -> Planversie:
    if gegevens["op"] > vandaag():
        raise ValidationError({"op": "Kies vandaag of een dag die voorbij is."})
    PLANVERSIES.schrijf(versie, gegevens, door=door)
    return versie
