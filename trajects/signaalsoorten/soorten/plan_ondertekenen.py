"""No plan of this trajectory was ever signed: what HR keeps with the contract.

When is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from gebruikers.keuzes import Rol
from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.models import Planbespreking
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    lopende_trajecten,
    met_sinds,
    omdat,
)
from trajects.signaalsoorten.soort import ZEGT_ZELF, Feit, Over, Regel, Signaalsoort, Stap, Urgentie

CODE: Final = "plan_niet_ondertekend"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each running trajectory."""
    getekend = Planbespreking.objects.filter(
        organisatie=OuterRef("organisatie"),
        werknemer=OuterRef("werknemer"),
        besproken_op__gte=OuterRef("gestart_op"),
        ondertekend_op__lte=op,
    )
    tegen = MaandenLater("gestart_op", Eigengetal(Parametercode.PLAN_BINNEN))
    trajecten: QuerySet[Any] = lopende_trajecten(op)
    rijen = met_sinds(
        trajecten.annotate(getekend=Exists(getekend.order_by())),
        op,
        tegen,
        omdat(Q(getekend=True), "het plan is ondertekend"),
        anders="het plan mag nog even wachten",
    )
    return als_kandidaten(
        rijen,
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("gestart_op"),
        sinds=F("sinds"),
        wat=F("waarom"),
        urgentie=Urgentie.LATER,
    )


def _waarom(feit: Feit, _over: Over) -> str:
    sinds = datum_voluit(feit.dag) if feit.dag else ""
    return f"Het traject loopt sinds {sinds} en er is nog geen plan ondertekend."


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return "Er is een plan ondertekend sinds het traject begon."
    return f"Het signaal komt op {datum_voluit(feit.sinds)} als er dan geen plan ondertekend is."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"{over.voornaam} heeft nog geen plan ondertekend. Spreek af met de begeleider."
    return Stap(zin, "Noteer de bespreking", "planbespreking_nieuw", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="plan niet ondertekend",
            voor=frozenset({Rol.HR}),
            zin=lambda _feit, _over: "nog geen plan ondertekend",
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er loopt geen traject, of de uitstroom is al ingevuld.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    met_traject=True,
    getallen=(Parametercode.PLAN_BINNEN,),
    later=ZEGT_ZELF,
    weg="er loopt geen traject meer",
)
