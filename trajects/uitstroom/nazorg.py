"""The year after leaving: asked at each moment whether somebody is still at work."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.weergeven import datum_voluit
from trajects.models import Nazorgmoment
from trajects.schrijvers import NAZORGMOMENTEN


def leg_nazorg_vast(
    moment: Nazorgmoment,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    resultaat: str,
    gemeten_op: date | None,
    wat_gedaan: str,
) -> Nazorgmoment:
    """Write down how somebody fares; an empty `resultaat` takes back what was a mistake.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field.
    """
    with als_zin():
        huidig = NAZORGMOMENTEN.vergrendel(moment, gezien)
        velden = {
            "resultaat": resultaat,
            "gemeten_op": gemeten_op if resultaat else None,
            "wat_gedaan": wat_gedaan,
        }
        _eis_dag(huidig, velden["gemeten_op"])
        actie = "nazorg vastgelegd" if resultaat else "nazorg gewist"
        NAZORGMOMENTEN.schrijf(huidig, velden, door=door, actie=actie)
    return huidig


def _eis_dag(moment: Nazorgmoment, gemeten_op: Any) -> None:
    """What was heard long before the moment says nothing about it. A day that was already there
    stays: the outflow may have been mended since."""
    if gemeten_op is None or gemeten_op == moment.gemeten_op:
        return
    if gemeten_op > vandaag():
        raise ValidationError({"gemeten_op": "Kies vandaag of een dag die voorbij is."})
    if gemeten_op < moment.vanaf:
        zin = (
            f"Dit moment valt op {datum_voluit(moment.gepland_op)}. "
            f"Noteer het vanaf {datum_voluit(moment.vanaf)}."
        )
        raise ValidationError({"gemeten_op": zin})
