"""The last day in service is known and still to come: look once more at the hand-over."""

from datetime import date
from typing import Any

from django.db.models import DateField, Exists, F, OuterRef, QuerySet, Value

from gedeeld.weergeven import datum_voluit
from trajects.models import Uitstroom
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import IEDEREEN_MET_PLAN, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel
from werknemers.models import Arbeidsovereenkomst


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """On the last day itself as well; about the outflow of who is in service."""
    in_dienst = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("werknemer")).op(op)
    return als_kandidaten(
        Uitstroom.objects.filter(Exists(in_dienst), datum__gte=op),
        soort="vertrekt",
        werknemer="werknemer_id",
        dag=F("datum"),
        sinds=Value(op, DateField()),
    )


def _stap(feit: Feit, over: Over) -> Stap:
    dag = datum_voluit(feit.dag or over.op)
    zin = f"{over.voornaam} vertrekt. De laatste dag in dienst is {dag}."
    return Stap(zin, "Kijk de overdracht na", "overgang", feit.werknemer_id or 0)


REGEL = stapregel(
    code="vertrekt", naam="vertrekt", voor=IEDEREEN_MET_PLAN, kandidaten=_kandidaten, stap=_stap
)
