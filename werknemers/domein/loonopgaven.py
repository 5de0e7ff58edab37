"""Adds, changes and removes the reference wage of an employee in a quarter, typed by hand."""

from datetime import datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from werknemers.domein.loonvergelijking import Loondeel, Loonoordeel, beoordeel
from werknemers.models import Loonopgave, Werknemer
from werknemers.schrijvers import LOONOPGAVEN, WERKNEMERS


class Loongegevens(TypedDict):
    """In euro and hours for the whole quarter; hours are None when nobody told. `nagekeken`:
    somebody says that an amount far from the contract is right."""

    kwartaal: Kwartaal
    referteloon: Decimal
    betaalde_uren: Decimal | None
    nagekeken: bool


def voeg_opgave_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Loongegevens]
) -> Loonoordeel:
    """Returns what there is to say about it. Raises ValidationError by field, at `nagekeken` for an
    amount that somebody has to look at first."""
    with als_zin():
        opgave = Loonopgave(werknemer=WERKNEMERS.vergrendel(werknemer))
        return _bewaar(opgave, gegevens, door=door)


def wijzig_opgave(
    opgave: Loonopgave,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Loongegevens],
) -> Loonoordeel:
    """The same for one that is there; `gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        return _bewaar(LOONOPGAVEN.vergrendel(opgave, gezien), gegevens, door=door)


def verwijder_opgave(opgave: Loonopgave, *, door: Gebruiker, gezien: datetime | None) -> Loonopgave:
    """For a mistake. Raises ValidationError when it changed since `gezien`."""
    with als_zin():
        huidig = LOONOPGAVEN.vergrendel(opgave, gezien)
        LOONOPGAVEN.verwijder(huidig, door=door)
        return huidig


def _bewaar(opgave: Loonopgave, gegevens: Loongegevens, *, door: Gebruiker) -> Loonoordeel:
    kwartaal, referteloon = gegevens["kwartaal"], gegevens["referteloon"]
    met_uren = gegevens["betaalde_uren"] is not None
    delen = _delen(opgave.werknemer)
    oordeel = beoordeel(kwartaal, referteloon, delen, met_uren=met_uren, op=vandaag())
    if oordeel.weigering:
        raise ValidationError({"kwartaal": oordeel.weigering})
    if oordeel.ver and not gegevens["nagekeken"]:
        raise ValidationError({"nagekeken": oordeel.ver})
    velden: dict[str, Any] = {
        "kwartaal": kwartaal.eerste_dag,
        "referteloon": referteloon,
        "betaalde_uren": gegevens["betaalde_uren"],
    }
    if any(getattr(opgave, veld) != waarde for veld, waarde in velden.items()):
        LOONOPGAVEN.schrijf(opgave, velden | {"door": door}, door=door)
    return oordeel


def _delen(werknemer: Werknemer) -> list[Loondeel]:
    return [Loondeel(c.periode, c.bruto_maandloon) for c in werknemer.contracten.all()]
