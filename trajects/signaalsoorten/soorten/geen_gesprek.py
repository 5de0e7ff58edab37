"""Nobody spoke with the employee for weeks while a trajectory runs.

After eight weeks contact fades: a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit, meervoud
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    gesprekken,
    lopende_trajecten,
    zelfde_gesprek,
)
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "geen_gesprek"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the last talk, or the trajectory when there was none: a new talk is a new subject."""
    trajecten = lopende_trajecten(op).annotate(
        laatste=zelfde_gesprek(op),
        gesproken=Subquery(gesprekken(op).values("datum")[:1]),
    )
    return als_kandidaten(
        trajecten,
        soort=CODE,
        werknemer="werknemer_id",
        # No note has the key of a trajectory below zero.
        onderwerp=Coalesce("laatste", -F("pk")),
        dag=_stilte("gesproken", "gestart_op"),
        sinds=stil_vanaf("gesproken", "gestart_op"),
    )


def _stilte(gesproken: str, gestart_op: str) -> Greatest:
    """Since when nobody spoke, in a trajectory that began on a day."""
    return Greatest(Coalesce(gesproken, gestart_op), gestart_op)


def stil_vanaf(gesproken: str, gestart_op: str) -> DagenLater:
    """The first day on which that is too long: what is softer, stops there."""
    return DagenLater(_stilte(gesproken, gestart_op), 7 * Eigengetal(Parametercode.GESPREK_WEKEN))


def _weken(feit: Feit, over: Over) -> str:
    return meervoud((over.op - (feit.dag or over.op)).days // 7, "week", "weken")


def _zin(feit: Feit, over: Over) -> str:
    return f"al {_weken(feit, over)} geen gesprek"


def _nog_niet(feit: Feit, _over: Over) -> str:
    dag = datum_voluit(feit.sinds) if feit.sinds else ""
    return f"Er was onlangs een gesprek, of het traject begon pas. Het signaal komt op {dag}."


def _stap(feit: Feit, over: Over) -> Stap:
    return Stap(
        f"Al {_weken(feit, over)} geen gesprek met {over.voornaam}. Spreek af.",
        "Noteer een gesprek",
        "notitie_nieuw",
        feit.werknemer_id or 0,
        "?werknemer={}",
    )


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="geen gesprek",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=lambda feit, over: f"Het traject loopt en er is {_zin(feit, over)} genoteerd.",
            nog_niet=_nog_niet,
            geen="Er loopt geen traject, of de uitstroom is al ingevuld.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    met_traject=True,
    getallen=(Parametercode.GESPREK_WEKEN,),
    weg="er was een gesprek",
    later="daarvoor is het nog te vroeg",
)
