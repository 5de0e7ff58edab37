"""An organisation keeps its own plan templates; the examples stay as they are."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from trajects.models import Plansjabloon, Sjabloonregel
from trajects.schrijvers import SJABLONEN, SJABLOONREGELS

_REGELVELDEN = ("doel", "thema", "wat", "wie", "anker", "dagen")


class Sjabloongegevens(TypedDict):
    """`jaren` is the term it is meant for: 2, 5, or None for any."""

    naam: str
    omschrijving: str
    jaren: int | None
    actief: bool


class Regelgegevens(TypedDict):
    """`dagen` after the anchor, negative before it."""

    doel: str
    thema: str
    wat: str
    wie: str
    anker: str
    dagen: int


def kopieer(voorbeeld: Plansjabloon, *, door: Gebruiker) -> Plansjabloon:
    """A version of the own organisation, with all lines; from now on it takes the example's place.

    Raises ValidationError when there is one with that name already.
    """
    with als_zin():
        kopie = Plansjabloon(organisatie_id=door.organisatie_id)
        velden = {veld: getattr(voorbeeld, veld) for veld in ("naam", "omschrijving", "jaren")}
        velden["kopie_van"] = voorbeeld
        SJABLONEN.schrijf(kopie, velden, door=door, actie="gekopieerd")
        # The row about the copy says of what: a row for each of its lines would say it again.
        Sjabloonregel.objects.bulk_create(
            Sjabloonregel(sjabloon=kopie, **{veld: getattr(regel, veld) for veld in _REGELVELDEN})
            for regel in voorbeeld.regels.all()
        )
    return kopie


def maak_sjabloon(*, door: Gebruiker, **gegevens: Unpack[Sjabloongegevens]) -> Plansjabloon:
    """A template of the own organisation, without lines yet. Raises ValidationError by field."""
    with als_zin():
        nieuw = Plansjabloon(organisatie_id=door.organisatie_id)
        SJABLONEN.schrijf(nieuw, gegevens, door=door)
    return nieuw


def wijzig_sjabloon(
    sjabloon: Plansjabloon,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Sjabloongegevens],
) -> Plansjabloon:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError, also for an example."""
    with als_zin():
        huidig = _eis_eigen(SJABLONEN.vergrendel(sjabloon, gezien), door)
        SJABLONEN.schrijf(huidig, gegevens, door=door)
    return huidig


def voeg_regel_toe(
    sjabloon: Plansjabloon, *, door: Gebruiker, **gegevens: Unpack[Regelgegevens]
) -> Sjabloonregel:
    with als_zin():
        regel = Sjabloonregel(sjabloon=_eis_eigen(SJABLONEN.vergrendel(sjabloon), door))
        SJABLOONREGELS.schrijf(regel, gegevens, door=door, actie="regel toegevoegd")
    return regel


def wijzig_regel(
    regel: Sjabloonregel,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Regelgegevens],
) -> Sjabloonregel:
    """`gezien` as in `gelijktijdig.vergrendel`. Plans in which it stands already do not change."""
    with als_zin():
        huidig = SJABLOONREGELS.vergrendel(regel, gezien)
        _eis_eigen(huidig.sjabloon, door)
        SJABLOONREGELS.schrijf(huidig, gegevens, door=door, actie="regel gewijzigd")
    return huidig


def verwijder_regel(regel: Sjabloonregel, *, door: Gebruiker) -> Plansjabloon:
    """Take a line out; actions that came from it stay in their plans. Returns the template."""
    with als_zin():
        huidig = SJABLOONREGELS.vergrendel(regel)
        sjabloon = _eis_eigen(huidig.sjabloon, door)
        SJABLOONREGELS.verwijder(huidig, door=door, actie="regel verwijderd")
    return sjabloon


def _eis_eigen(sjabloon: Plansjabloon, door: Gebruiker) -> Plansjabloon:
    if sjabloon.organisatie_id is None or sjabloon.organisatie_id != door.organisatie_id:
        raise ValidationError("Een voorbeeld verandert niet. Maak er eerst een eigen versie van.")
    return sjabloon
