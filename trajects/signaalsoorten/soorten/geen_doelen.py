"""A trajectory runs without goals: a job target without agreements stays a wish.

How many months that takes is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, QuerySet

from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.keuzes import Fase, Standdoel
from trajects.models import Doel
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten, lopende_trajecten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "geen_doelen"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the trajectory. A goal that was reached is one; one that was let go is none."""
    doelen = Doel.objects.filter(traject=OuterRef("pk")).exclude(stand=Standdoel.LOSGELATEN)
    trajecten = lopende_trajecten(op).exclude(fase=Fase.NAZORG).exclude(Exists(doelen))
    return als_kandidaten(
        trajecten,
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("gestart_op"),
        sinds=MaandenLater("gestart_op", Eigengetal(Parametercode.DOELEN_BINNEN)),
    )


def _start(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.dag or over.op)


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"Er zijn nog geen doelen. Maak afspraken met {over.voornaam}."
    return Stap(zin, "Vul aan uit een plan", "sjabloon_toepassen", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="geen doelen",
            voor=BEGELEIDING,
            zin=lambda feit, over: f"nog geen doelen, traject loopt sinds {_start(feit, over)}",
            waarom=lambda feit, over: (
                f"Het traject loopt sinds {_start(feit, over)} en er staat geen doel in het plan."
            ),
            nog_niet=lambda feit, over: (
                f"Het traject begon pas. Het signaal komt op {datum_voluit(feit.sinds or over.op)}."
            ),
            geen="Er staan doelen in het plan, of er loopt geen traject op het werk.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    met_traject=True,
    stap_vroeg=True,
    getallen=(Parametercode.DOELEN_BINNEN,),
    weg="er staan doelen in het plan, of het traject staat in nazorg",
    later="het traject begon pas op %s",
)
