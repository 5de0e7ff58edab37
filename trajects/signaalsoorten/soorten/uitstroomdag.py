"""No day was chosen for the outflow, or the day is over and the employee is still there."""

from datetime import date
from typing import Any

from django.db.models import DateField, F, Q, QuerySet, Value

from gedeeld.weergeven import datum_voluit
from trajects.keuzes import Fase
from trajects.signaalsoorten.kandidaten import als_kandidaten, lopende_trajecten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    zonder = Q(beoogde_uitstroom__isnull=True) | Q(beoogde_uitstroom__lt=op)
    return als_kandidaten(
        lopende_trajecten(op).exclude(fase=Fase.NAZORG).filter(zonder),
        soort="uitstroomdag",
        werknemer="werknemer_id",
        dag=F("beoogde_uitstroom"),
        sinds=Value(op, DateField()),
    )


def _stap(feit: Feit, _over: Over) -> Stap:
    if feit.dag is None:
        zin = "Er is nog geen dag voor de uitstroom. Spreek samen een haalbare dag af."
    else:
        dag = datum_voluit(feit.dag)
        zin = f"De beoogde uitstroom ({dag}) is voorbij. Spreek een nieuwe dag af."
    return Stap(zin, "Kies een dag", "traject", feit.werknemer_id or 0)


REGEL = stapregel(
    code="uitstroomdag",
    naam="uitstroomdag kiezen",
    voor=BEGELEIDING,
    kandidaten=_kandidaten,
    stap=_stap,
)
