"""The periodic review of a trajectory comes near, or is late: only a reason excuses it.

Source: docs/regels.md#periodic-review; the same day for one trajectory:
`kader.evaluatiedag.bepaal_evaluatiedag`.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.keuzes import Evaluatiestand
from trajects.models import Evaluatiemoment, Traject
from trajects.models.evaluatiemoment import evaluatie_onderwerp, evaluatie_op
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    omdat,
    van_wie_in_dienst_is,
    wat_of_waarom,
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

CODE: Final = "evaluatie"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the next review of each running trajectory. One that is late is a narrower threshold:
    that is news."""
    gedaan = Evaluatiemoment.objects.filter(
        traject=OuterRef("pk"), organisatie=OuterRef("organisatie")
    ).exclude(stand=Evaluatiestand.GEPLAND)
    laatste = gedaan.order_by("-afgehandeld_op", "-pk").values("stand")[:1]
    lopend: QuerySet[Any] = van_wie_in_dienst_is(Traject.objects.lopend(), op)
    rijen = lopend.annotate(
        dag=evaluatie_op(Eigengetal(Parametercode.EVALUATIE_MAANDEN)), stand=Subquery(laatste)
    ).annotate(sinds=DagenLater("dag", -Eigengetal(Parametercode.EVALUATIE_VOORAF)))
    return als_kandidaten(
        rijen,
        soort=CODE,
        werknemer="werknemer_id",
        onderwerp=evaluatie_onderwerp(),
        drempel=_als_te_laat(op, 0, 1),
        dag=F("dag"),
        sinds=F("sinds"),
        wat=wat_of_waarom(
            op,
            "",
            omdat(Q(dag=None), "de nazorg neemt de plaats in van de evaluatie"),
            omdat(Q(stand=Evaluatiestand.VERZET), "de evaluatie is verzet"),
            anders="de evaluatie komt pas later",
        ),
        urgentie=_als_te_laat(op, Urgentie.EERST, Urgentie.DAARNA),
    )


def _als_te_laat(op: date, dan: int, anders: int) -> Case:
    te_laat = When(dag__lt=op, then=int(dan))
    return Case(te_laat, default=int(anders), output_field=IntegerField())


def _dag(feit: Feit) -> str:
    return datum_voluit(feit.dag) if feit.dag else ""


def _is_te_laat(feit: Feit, over: Over) -> bool:
    return feit.dag is not None and feit.dag < over.op


def _zin(feit: Feit, over: Over) -> str:
    if _is_te_laat(feit, over):
        return f"evaluatie van {_dag(feit)} nog niet gehouden"
    return f"evaluatie op {_dag(feit)}"


def _waarom(feit: Feit, over: Over) -> str:
    if _is_te_laat(feit, over):
        return f"De evaluatie van {_dag(feit)} is niet gehouden, verzet of vrijgesteld."
    return f"De evaluatie komt eraan: ze is op {_dag(feit)}."


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return "Er is nu geen evaluatie: de nazorg neemt de plaats in, of de termijn is onbekend."
    return (
        f"De volgende evaluatie is op {_dag(feit)}. Het signaal komt op {datum_voluit(feit.sinds)}."
    )


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"Bereid de evaluatie van {_dag(feit)} voor."
    if _is_te_laat(feit, over):
        zin = (
            f"De evaluatie van {_dag(feit)} was er nog niet. Hou ze met {over.voornaam}, verzet "
            "ze, of zeg waarom ze niet nodig is."
        )
    return Stap(zin, "Bereid de evaluatie voor", "evaluatiemoment", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="evaluatie",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er loopt geen traject, of er loopt vandaag geen contract.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    met_traject=True,
    getallen=(Parametercode.EVALUATIE_MAANDEN, Parametercode.EVALUATIE_VOORAF),
    later=ZEGT_ZELF,
    anders="de evaluatie is afgehandeld of weer open",
    weg="er loopt geen traject meer",
    bron="periodic-review",
)
