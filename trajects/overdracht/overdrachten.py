"""Writes down the warm hand-over to a next employer: to whom, the talk, the checklist."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import Checkpunt
from trajects.models import Overdracht, Werkgever
from trajects.schrijvers import OVERDRACHTEN
from trajects.werk.werkgevers import vind_of_maak_werkgever
from werknemers.models import Werknemer


class Overdrachtgegevens(TypedDict, total=False):
    """The talk of the hand-over; all of it may be empty."""

    gesprek_gepland_op: date | None
    gesprek_gehouden_op: date | None
    deelnemers: str
    afspraken: str


def voeg_overdracht_toe(
    *, werknemer: Werknemer, werkgever: str, door: Gebruiker, **gegevens: Unpack[Overdrachtgegevens]
) -> Overdracht:
    """Prepare the hand-over to the employer with this name, who joins the register when new.

    Raises ValidationError by field.
    """
    with als_zin():
        bij = _zoek(werknemer, werkgever, door)
        return _bewaar(Overdracht(werknemer=werknemer), bij, gegevens, door)


def wijzig_overdracht(
    overdracht: Overdracht,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    werkgever: str | None,
    **gegevens: Unpack[Overdrachtgegevens],
) -> Overdracht:
    """Say more of a hand-over; `werkgever` None leaves the employer as it is.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError for another employer once the
    employee consented to share something with this one.
    """
    with als_zin():
        huidig = OVERDRACHTEN.vergrendel(overdracht, gezien)
        bij = huidig.werkgever
        if werkgever is not None:
            bij = _zoek(huidig.werknemer, werkgever, door)
            _eis_zonder_toestemming(huidig, bij)
        return _bewaar(huidig, bij, gegevens, door)


def verwijder_overdracht(
    overdracht: Overdracht, *, door: Gebruiker, gezien: datetime | None
) -> Overdracht:
    """Take away a hand-over that never was. Raises ValidationError when a consent hangs on it:
    that stays on file."""
    with als_zin():
        huidig = OVERDRACHTEN.vergrendel(overdracht, gezien)
        if huidig.toestemmingen.exists():
            zin = "Er hoort een toestemming bij. Daarom blijft deze overdracht bewaard."
            raise ValidationError(zin)
        OVERDRACHTEN.verwijder(huidig, door=door)
    return huidig


def zet_checkpunt(
    overdracht: Overdracht, *, door: Gebruiker, punt: Checkpunt, gedaan: bool
) -> Overdracht:
    """Tick a point of the checklist, or untick it. Ticked already: nothing changes."""
    with als_zin():
        huidig = OVERDRACHTEN.vergrendel(overdracht)
        oud = list(huidig.gedaan)
        if (punt.value in oud) != gedaan:
            nieuw = {*oud, punt.value} if gedaan else {*oud} - {punt.value}
            velden = {"gedaan": [waarde for waarde in Checkpunt.values if waarde in nieuw]}
            OVERDRACHTEN.schrijf(huidig, velden, door=door, actie="afgevinkt")
        return huidig


def _zoek(werknemer: Werknemer, naam: str, door: Gebruiker) -> Werkgever:
    return vind_of_maak_werkgever(organisatie_id=werknemer.organisatie_id, naam=naam, door=door)


def _eis_zonder_toestemming(overdracht: Overdracht, ander: Werkgever) -> None:
    if ander != overdracht.werkgever and overdracht.toestemmingen.exists():
        zin = (
            f"De toestemming geldt alleen voor {overdracht.werkgever.label}. "
            "Begin een nieuwe overdracht voor een andere werkgever."
        )
        raise ValidationError({"werkgever": zin})


def _bewaar(
    overdracht: Overdracht,
    werkgever: Werkgever,
    gegevens: Overdrachtgegevens,
    door: Gebruiker,
) -> Overdracht:
    gehouden = gegevens.get("gesprek_gehouden_op")
    if gehouden and gehouden > vandaag():
        zin = "Dit gesprek moet nog komen. Vul die dag in bij ‘gepland op’."
        raise ValidationError({"gesprek_gehouden_op": zin})
    nieuw: dict[str, Any] = {"werkgever": werkgever, **gegevens}
    OVERDRACHTEN.schrijf(overdracht, nieuw, door=door)
    return overdracht
