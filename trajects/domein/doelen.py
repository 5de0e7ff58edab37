"""Goals of a trajectory: added, changed, reached or let go."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from doorstroom.gedeeld import audit
from doorstroom.gedeeld.gelijktijdig import vergrendel
from doorstroom.gedeeld.schendingen import als_zin
from gebruikers.models import Gebruiker
from trajects.domein.fasen import eis_lopend
from trajects.models import Doel, Traject


class Doelvelden(TypedDict, total=False):
    """`tegen` None: without a day; `stand` is open, reached or let go."""

    titel: str
    thema: str
    tegen: date | None
    stand: str
    resultaat: str


def voeg_doel_toe(*, traject: Traject, door: Gebruiker, **velden: Unpack[Doelvelden]) -> Doel:
    """Add a goal to a running trajectory. Raises ValidationError by field."""
    with als_zin():
        eis_lopend(vergrendel(traject, None))
        return _bewaar(Doel(traject=traject), velden, door=door, actie="toegevoegd")


def wijzig_doel(
    doel: Doel, *, door: Gebruiker, gezien: datetime | None, **velden: Unpack[Doelvelden]
) -> Doel:
    """`gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field."""
    with als_zin():
        huidig = vergrendel(doel, gezien)
        return _bewaar(huidig, velden, door=door, actie="gewijzigd")


def _bewaar(doel: Doel, velden: Doelvelden, *, door: Gebruiker, actie: str) -> Doel:
    if not velden["titel"].strip():
        raise ValidationError({"titel": "Zeg wat jullie willen bereiken."})
    oud = {veld: getattr(doel, veld) for veld in velden} if doel.pk else {}
    for veld, waarde in velden.items():
        setattr(doel, veld, waarde)
    doel.save()
    audit.leg_vast(
        door=door,
        organisatie_id=doel.traject.werknemer.organisatie_id,
        actie=actie,
        onderwerp=doel,
        wijzigingen=audit.verschil(oud, velden),
    )
    return doel
