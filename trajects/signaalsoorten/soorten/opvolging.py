"""Whoever has a guidance premium is followed up every two weeks: a friendly reminder on Vandaag.

Source: docs/regels.md#guidance-on-the-work-floor. Nobody has to register the talks, so it asks for
nothing and stops where `geen_gesprek` says it out loud.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit, meervoud
from regels.keuzes import Parametercode
from trajects.models import Traject
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    begeleide_adviezen,
    gesprekken,
    met_sinds,
    omdat,
    zelfde_gesprek,
)
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    ZEGT_ZELF,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)
from trajects.signaalsoorten.soorten.geen_gesprek import stil_vanaf

CODE: Final = "opvolging"
_WEEK: Final = 7


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the last talk, or the advice when there was none: a new talk is a new subject."""
    trajecten = Traject.objects.lopend().filter(
        werknemer=OuterRef("werknemer"), organisatie=OuterRef("organisatie")
    )
    rijen: QuerySet[Any] = (
        begeleide_adviezen(op)
        .annotate(
            laatste=zelfde_gesprek(op),
            gesproken=Subquery(gesprekken(op).values("datum")[:1]),
            gestart_op=Subquery(trajecten.order_by().values("gestart_op")[:1]),
        )
        .annotate(
            dag=Greatest("gesproken", "begonnen"),
            stil=Case(
                When(gestart_op__isnull=False, then=stil_vanaf("gesproken", "gestart_op")),
                output_field=DateField(),
            ),
        )
    )
    met_dag = met_sinds(
        rijen,
        op,
        DagenLater("dag", _WEEK * Eigengetal(Parametercode.OPVOLGING)),
        omdat(Q(stil__lte=op), "daarover gaat nu een ander signaal: geen gesprek"),
        anders="de opvolging is pas later aan de beurt",
    )
    return als_kandidaten(
        met_dag,
        soort=CODE,
        werknemer="werknemer_id",
        # No note has the key of an advice below zero.
        onderwerp=Coalesce("laatste", -F("pk")),
        dag=F("dag"),
        sinds=F("sinds"),
        wat=F("waarom"),
        urgentie=Urgentie.ZACHT,
    )


def _weken(feit: Feit, over: Over) -> str:
    return meervoud((over.op - (feit.dag or over.op)).days // _WEEK, "week", "weken")


def _zin(feit: Feit, over: Over) -> str:
    return f"al {_weken(feit, over)} niet opgevolgd"


def _waarom(feit: Feit, over: Over) -> str:
    return f"Er is een begeleidingspremie en al {_weken(feit, over)} geen gesprek genoteerd."


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return "Er is al langer geen gesprek: daarover gaat het signaal “geen gesprek”."
    return f"De volgende opvolging is aan de beurt op {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"Hoe gaat het met {over.voornaam}? Al {_weken(feit, over)} geen gesprek genoteerd."
    vraag = "?werknemer={}"
    return Stap(zin, "Noteer een gesprek", "notitie_nieuw", feit.werknemer_id or 0, vraag)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="opvolging",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er is vandaag geen begeleidingspremie, of de uitstroom is al ingevuld.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    getallen=(Parametercode.OPVOLGING, Parametercode.GESPREK_WEKEN),
    later=ZEGT_ZELF,
    anders="de opvolging telt nu vanaf een ander gesprek of advies",
    weg="er is geen begeleidingspremie meer",
    bron="guidance-on-the-work-floor",
)
