"""A trajectory runs without a job target.

First what somebody can do and what stands in the way; how many months that takes is a choice of
this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, QuerySet

from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.keuzes import Fase
from trajects.models import Jobdoelwit
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten, lopende_trajecten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "geen_jobdoelwit"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the trajectory."""
    doelwit = Jobdoelwit.objects.actief().filter(traject=OuterRef("pk"))
    trajecten = lopende_trajecten(op).exclude(fase=Fase.NAZORG).exclude(Exists(doelwit))
    return als_kandidaten(
        trajecten,
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("gestart_op"),
        sinds=MaandenLater("gestart_op", Eigengetal(Parametercode.DOELWIT_BINNEN)),
    )


def _start(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.dag or over.op)


def _stap(feit: Feit, _over: Over) -> Stap:
    zin = "Er is nog geen jobdoelwit. Kies er samen één."
    return Stap(zin, "Kies een jobdoelwit", "jobdoelwit_kies", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="geen jobdoelwit",
            voor=BEGELEIDING,
            zin=lambda feit, over: f"nog geen jobdoelwit, traject loopt sinds {_start(feit, over)}",
            waarom=lambda feit, over: (
                f"Het traject loopt sinds {_start(feit, over)} en er is geen jobdoelwit."
            ),
            nog_niet=lambda feit, over: (
                f"Het traject begon pas. Het signaal komt op {datum_voluit(feit.sinds or over.op)}."
            ),
            geen="Er is een jobdoelwit, of er loopt geen traject op het werk.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    met_traject=True,
    stap_vroeg=True,
    getallen=(Parametercode.DOELWIT_BINNEN,),
    weg="er is een jobdoelwit, of het traject staat in nazorg",
    later="het traject begon pas op %s",
)
