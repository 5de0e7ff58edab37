"""Who left can still come back to the social economy, not for long any more.

The months of the guarantee: docs/regels.md#aftercare-and-return. How long before its end is
a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet

from gedeeld.dagsommen import MaandenLater
from regels.keuzes import Parametercode
from trajects.models import Uitstroom
from trajects.signaalsoorten.dagwoorden import komt_nog, op_dag
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)

CODE: Final = "terugkeergarantie"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the leaving of everybody who is still away."""
    return als_kandidaten(
        Uitstroom.objects.weg_op(op).met_lopende_garantie(op),
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("garantie_tem"),
        sinds=MaandenLater("garantie_tem", -Eigengetal(Parametercode.TERUGKEER_VOORAF)),
        urgentie=Urgentie.LATER,
    )


def _zin(feit: Feit, _over: Over) -> str:
    return f"terugkeergarantie loopt tot en met {op_dag(feit)}"


def _stap(feit: Feit, over: Over) -> Stap:
    return Stap(
        f"{over.voornaam} kan nog terug tot en met {op_dag(feit)}. Vraag hoe het gaat.",
        "Noteer een gesprek",
        "notitie_nieuw",
        feit.werknemer_id or 0,
        "?werknemer={}",
    )


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="einde van de terugkeergarantie",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=lambda feit, over: f"De {_zin(feit, over)}. Vraag de voorwaarden na bij VDAB.",
            nog_niet=lambda feit, over: f"De {_zin(feit, over)}. {komt_nog(feit)}",
            geen="Er is geen vertrek met een garantie die nog loopt.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    # It is asked once.
    herhaal=None,
    later="de garantie loopt nu tot en met %s",
    weg="de garantie is voorbij, of is niet meer nodig",
    getallen=(Parametercode.TERUGKEER_VOORAF,),
)
