"""Goals of a trajectory: added, changed, reached or let go."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from trajects.keuzes import Standdoel
from trajects.models import Actie, Doel, Traject
from trajects.schrijvers import DOELEN, TRAJECTEN
from trajects.traject.fasen import eis_lopend
from trajects.traject.vervallen import laat_vele_vallen


class Doelvelden(TypedDict, total=False):
    """`tegen` None: without a day."""

    titel: str
    thema: str
    tegen: date | None


def voeg_doel_toe(*, traject: Traject, door: Gebruiker, **velden: Unpack[Doelvelden]) -> Doel:
    """Add a goal to a running trajectory. Raises ValidationError by field."""
    with als_zin():
        eis_lopend(TRAJECTEN.vergrendel(traject))
        return _bewaar(Doel(traject=traject), velden, door=door, actie="toegevoegd")


def wijzig_doel(
    doel: Doel, *, door: Gebruiker, gezien: datetime | None, **velden: Unpack[Doelvelden]
) -> Doel:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        huidig = DOELEN.vergrendel(doel, gezien)
        eis_lopend(huidig.traject)
        return _bewaar(huidig, velden, door=door, actie="gewijzigd")


def sluit_doel(
    doel: Doel, *, door: Gebruiker, gezien: datetime | None, stand: str, resultaat: str
) -> Doel:
    """Reached, or let go with the reason as `resultaat`; what was still to do for it ends too.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field.
    """
    if stand == Standdoel.LOSGELATEN and not resultaat.strip():
        raise ValidationError({"resultaat": "Zeg waarom jullie dit doel loslaten."})
    with als_zin():
        huidig = DOELEN.vergrendel(doel, gezien)
        eis_lopend(huidig.traject)
        velden = {"stand": stand, "resultaat": resultaat}
        DOELEN.schrijf(huidig, velden, door=door, actie=Standdoel(stand).label)
        reden = f"Het doel is {huidig.get_stand_display()}."
        laat_vele_vallen(Actie.objects.filter(doel=huidig), door=door, reden=reden)
    return huidig


def heropen_doel(doel: Doel, *, door: Gebruiker) -> Doel:
    """To work on again; its result stays to be read, and so do its actions as they ended."""
    with als_zin():
        huidig = DOELEN.vergrendel(doel)
        eis_lopend(huidig.traject)
        DOELEN.schrijf(huidig, {"stand": Standdoel.OPEN}, door=door, actie="heropend")
    return huidig


def _bewaar(doel: Doel, velden: Doelvelden, *, door: Gebruiker, actie: str) -> Doel:
    if not velden["titel"].strip():
        raise ValidationError({"titel": "Zeg wat jullie willen bereiken."})
    DOELEN.schrijf(doel, velden, door=door, actie=actie)
    return doel
