"""Somebody is at work and no trajectory runs.

The first month is to land; how long is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, OuterRef, QuerySet, Subquery

from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    aan_het_werk,
    als_kandidaten,
    begin_dienst,
    met_lopend_traject,
)
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Stap
from werknemers.models import Arbeidsovereenkomst

CODE: Final = "geen_traject"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the first contract of the day: who comes back is another subject."""
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk")).op(op)
    eerste = contracten.order_by("periode__startswith", "pk")
    mensen: QuerySet[Any] = aan_het_werk(op).exclude(met_lopend_traject())
    met_begin = mensen.annotate(begin=begin_dienst(op), contract=Subquery(eerste.values("pk")[:1]))
    return als_kandidaten(
        met_begin,
        soort=CODE,
        onderwerp="contract",
        dag=F("begin"),
        sinds=MaandenLater("begin", Eigengetal(Parametercode.TRAJECT_BINNEN)),
    )


def _sinds(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.dag or over.op)


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"Er loopt nog geen traject. Start het samen met {over.voornaam}."
    return Stap(zin, "Start een traject", "traject", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="geen traject",
            voor=BEGELEIDING,
            zin=lambda feit, over: f"nog geen traject, in dienst sinds {_sinds(feit, over)}",
            waarom=lambda feit, over: (
                f"{over.voornaam} is in dienst sinds {_sinds(feit, over)} en er loopt geen traject."
            ),
            nog_niet=lambda feit, over: (
                f"{over.voornaam} begon pas. Het signaal komt op "
                f"{datum_voluit(feit.sinds or over.op)}."
            ),
            geen="Er loopt een traject, of er is geen contract.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    stap_vroeg=True,
    getallen=(Parametercode.TRAJECT_BINNEN,),
    weg="er loopt een traject",
    later="het contract begon pas op %s",
    anders="er is een ander contract sinds %s",
)
