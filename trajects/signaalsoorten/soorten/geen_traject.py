"""Somebody is at work and no trajectory runs.

The first month is to land; how long is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Greatest

from gedeeld.dagsommen import MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.keuzes import EINDFASEN
from trajects.models import Fasewissel
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
_GESLOTEN: Final = "gesloten"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the first contract of the day: who comes back is another subject."""
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk")).op(op)
    eerste = contracten.order_by("periode__startswith", "pk")
    mensen: QuerySet[Any] = aan_het_werk(op).exclude(met_lopend_traject())
    einde = Fasewissel.objects.filter(traject__werknemer=OuterRef("pk"), naar__in=EINDFASEN)
    met_begin = mensen.annotate(
        begin=begin_dienst(op),
        contract=Subquery(eerste.values("pk")[:1]),
        gesloten=Subquery(einde.order_by("-op").values("op")[:1]),
    ).annotate(dag=Greatest("begin", "gesloten"))
    return als_kandidaten(
        met_begin,
        soort=CODE,
        onderwerp="contract",
        dag=F("dag"),
        sinds=MaandenLater("dag", Eigengetal(Parametercode.TRAJECT_BINNEN)),
        wat=Case(
            When(gesloten__gte=F("begin"), then=Value(_GESLOTEN)),
            default=Value(""),
            output_field=CharField(),
        ),
    )


def _sinds(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.dag or over.op)


def _zin(feit: Feit, over: Over) -> str:
    if feit.wat == _GESLOTEN:
        return f"geen traject meer sinds {_sinds(feit, over)}"
    return f"nog geen traject, in dienst sinds {_sinds(feit, over)}"


def _waarom(feit: Feit, over: Over) -> str:
    if feit.wat == _GESLOTEN:
        return (
            f"Het traject van {over.voornaam} is gesloten op {_sinds(feit, over)}, het contract "
            "loopt, en er is geen nieuw traject."
        )
    return f"{over.voornaam} is in dienst sinds {_sinds(feit, over)} en er loopt geen traject."


def _nog_niet(feit: Feit, over: Over) -> str:
    komt = f"Het signaal komt op {datum_voluit(feit.sinds or over.op)}."
    if feit.wat == _GESLOTEN:
        return f"Het traject is gesloten op {_sinds(feit, over)}. {komt}"
    return f"{over.voornaam} begon pas. {komt}"


def _stap(feit: Feit, over: Over) -> Stap | None:
    """Not at once after somebody closed the trajectory: that was a choice."""
    wie, pk = over.voornaam, feit.werknemer_id or 0
    if feit.wat != _GESLOTEN:
        zin = f"Er loopt nog geen traject. Start het samen met {wie}."
        return Stap(zin, "Start een traject", "traject", pk)
    if feit.sinds is None or feit.sinds > over.op:
        return None
    zin = f"Sinds {_sinds(feit, over)} loopt er geen traject meer. Bekijk met {wie} wat nu past."
    return Stap(zin, "Start een traject", "traject", pk)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="geen traject",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er loopt een traject, of er is geen contract.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    stap_vroeg=True,
    getallen=(Parametercode.TRAJECT_BINNEN,),
    weg="er loopt een traject",
    later="dat telt pas vanaf %s",
    anders="er is een ander contract sinds %s",
)
