"""A precondition stands in the way for weeks, and nobody agreed on who does what about it.

How many weeks is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit, meervoud
from regels.keuzes import Parametercode
from trajects.keuzes import RANDVOORWAARDEN, Standrandvoorwaarde
from trajects.models import Actie, Randvoorwaarde, Randvoorwaardestand
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten, werkt
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "belemmering"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the row of the history with which it began: what comes back is another subject. It
    waits while there is an action for it, and counts again from the last one that was done."""
    standen = Randvoorwaardestand.objects.filter(randvoorwaarde=OuterRef("pk"))
    anders = standen.exclude(stand=Standrandvoorwaarde.BELEMMERING).order_by("-pk")
    begin = standen.filter(
        stand=Standrandvoorwaarde.BELEMMERING, pk__gt=Coalesce(OuterRef("anders"), 0)
    ).order_by("pk")
    acties = Actie.objects.filter(randvoorwaarde=OuterRef("pk")).order_by()
    gedaan = acties.values("randvoorwaarde").annotate(dag=Max("gedaan_op")).values("dag")
    rijen = (
        Randvoorwaarde.objects.filter(werkt(op), stand=Standrandvoorwaarde.BELEMMERING)
        .annotate(anders=Subquery(anders.values("pk")[:1]))
        .annotate(
            begin=Subquery(begin.values("pk")[:1]),
            begon=Subquery(begin.values("op")[:1], output_field=DateField()),
        )
        .filter(begin__isnull=False)
    )
    laatste = Greatest("begon", Subquery(gedaan, output_field=DateField()))
    return als_kandidaten(
        rijen,
        soort=CODE,
        werknemer="werknemer_id",
        onderwerp="begin",
        dag=F("begon"),
        sinds=Case(
            When(Exists(acties.open()), then=Value(None, DateField())),
            default=DagenLater(laatste, 7 * Eigengetal(Parametercode.BELEMMERING_NA)),
        ),
        wat=Case(
            *(When(thema=thema, then=Value(thema.label)) for thema in RANDVOORWAARDEN),
            default=Value(""),
            output_field=CharField(),
        ),
    )


def _weken(feit: Feit, over: Over) -> str:
    return meervoud((over.op - (feit.dag or over.op)).days // 7, "week", "weken")


def _nog_niet(feit: Feit, _over: Over) -> str:
    wat = feit.wat.capitalize()
    if feit.sinds is None:
        return f"{wat} houdt tegen, en er is een afspraak over."
    return f"{wat} houdt tegen. Het signaal komt op {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, _over: Over) -> Stap:
    zin = f"{feit.wat.capitalize()} houdt tegen. Spreek af wie wat doet."
    return Stap(
        zin, "Bekijk de randvoorwaarden", "plan", feit.werknemer_id or 0, "#randvoorwaarden"
    )


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="randvoorwaarde houdt tegen",
            voor=BEGELEIDING,
            zin=lambda feit, over: (
                f"{feit.wat} houdt al {_weken(feit, over)} tegen, zonder afspraak"
            ),
            waarom=lambda feit, over: (
                f"{feit.wat.capitalize()} houdt tegen sinds {datum_voluit(feit.dag or over.op)} "
                "en er staat geen actie bij."
            ),
            nog_niet=_nog_niet,
            geen="Geen enkele randvoorwaarde houdt tegen.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    getallen=(Parametercode.BELEMMERING_NA,),
    weg="het houdt niet meer tegen",
    later="er is een afspraak over gemaakt, of daarvoor is het nog te vroeg",
)
