"""Writes down where an employee applied, and what came of it."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from trajects.keuzes import Standsollicitatie
from trajects.models import Sollicitatie
from trajects.schrijvers import SOLLICITATIES
from trajects.werk.werkgevers import vind_of_maak_werkgever
from werknemers.models import Werknemer


class Sollicitatiegegevens(TypedDict, total=False):
    """`werkgever` is a name (`werkgevers.vind_of_maak_werkgever`), "" when the employer is not
    known; left out it stays as it is."""

    vacature: str
    werkgever: str
    datum: date
    stand: str
    terugkoppeling: str


def voeg_sollicitatie_toe(
    *, werknemer: Werknemer, door: Gebruiker, **gegevens: Unpack[Sollicitatiegegevens]
) -> Sollicitatie:
    """Write down an application. Raises ValidationError by field."""
    with als_zin():
        velden = Sollicitatiegegevens(stand=Standsollicitatie.VERSTUURD) | gegevens
        return _bewaar(Sollicitatie(werknemer=werknemer), velden, door)


def wijzig_sollicitatie(
    sollicitatie: Sollicitatie,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Sollicitatiegegevens],
) -> Sollicitatie:
    """Say what came of an application; `gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        return _bewaar(SOLLICITATIES.vergrendel(sollicitatie, gezien), gegevens, door)


def verwijder_sollicitatie(
    sollicitatie: Sollicitatie, *, door: Gebruiker, gezien: datetime | None
) -> Sollicitatie:
    """Take away an application that never was; what it said stays in the audit trail.

    Gives what it was.
    """
    with als_zin():
        huidig = SOLLICITATIES.vergrendel(sollicitatie, gezien)
        SOLLICITATIES.verwijder(huidig, door=door)
    return huidig


def _bewaar(
    sollicitatie: Sollicitatie, gegevens: Sollicitatiegegevens, door: Gebruiker
) -> Sollicitatie:
    nieuw: dict[str, Any] = dict(gegevens)
    if naam := nieuw.pop("werkgever", None):
        nieuw["werkgever"] = vind_of_maak_werkgever(
            organisatie_id=sollicitatie.werknemer.organisatie_id, naam=naam, door=door
        )
    elif naam is not None:
        nieuw["werkgever"] = None
    SOLLICITATIES.schrijf(sollicitatie, nieuw, door=door)
    return sollicitatie
