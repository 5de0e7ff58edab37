"""The guide on the work floor is not qualified yet: a training plan begins in time.

Source: docs/regels.md#guidance-on-the-work-floor; the same days for one guide:
`werkvloer.kwalificatiedagen`. What is written as qualification may be the training that began.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Coalesce

from gedeeld.dagsommen import DagenLater, MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.signaalsoorten.kandidaten import (
    Eigengetal,
    als_kandidaten,
    begeleide_adviezen,
    met_sinds,
    omdat,
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

CODE: Final = "kwalificatie"
_TEAM: Final = "werknemer__begeleidingsteam__"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each employee whose guide is named. It comes some weeks after the guide began, when the
    names are asked too, and says by when the training plan begins."""
    rijen: QuerySet[Any] = (
        begeleide_adviezen(op)
        .annotate(
            begeleider=F(f"{_TEAM}gekwalificeerd_begeleider"),
            kwalificatie=F(f"{_TEAM}kwalificatie"),
            begin=Coalesce(F(f"{_TEAM}begeleider_sinds"), F("periode__startswith")),
        )
        .filter(begeleider__gt="")
        .annotate(uiterlijk=MaandenLater("begin", Eigengetal(Parametercode.OPLEIDING_BINNEN)))
    )
    met_dag = met_sinds(
        rijen,
        op,
        DagenLater("begin", 7 * Eigengetal(Parametercode.TEAM_BINNEN)),
        omdat(~Q(kwalificatie=""), "de kwalificatie is ingevuld"),
        wat=F("begeleider"),
        anders="de begeleider begon onlangs",
    )
    return als_kandidaten(
        met_dag,
        soort=CODE,
        werknemer="werknemer_id",
        onderwerp="werknemer_id",
        dag=F("uiterlijk"),
        sinds=F("sinds"),
        wat=F("waarom"),
        urgentie=Case(
            When(uiterlijk__lt=op, then=Urgentie.DAARNA.value),
            default=Urgentie.LATER.value,
            output_field=IntegerField(),
        ),
    )


def _dag(feit: Feit) -> str:
    return datum_voluit(feit.dag) if feit.dag else ""


def _zin(feit: Feit, over: Over) -> str:
    begint = "moest beginnen" if feit.dag and feit.dag < over.op else "begint"
    return f"{feit.wat} nog zonder kwalificatie, opleidingsplan {begint} t.e.m. {_dag(feit)}"


def _waarom(feit: Feit, _over: Over) -> str:
    return f"Bij {feit.wat}, de begeleider op de werkvloer, staat nog geen kwalificatie."


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return "De kwalificatie van de begeleider op de werkvloer is ingevuld."
    return f"De begeleider begon onlangs. Het signaal komt op {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, over: Over) -> Stap:
    voorbij = feit.dag is not None and feit.dag < over.op
    begint = "moest het opleidingsplan beginnen" if voorbij else "begint het opleidingsplan"
    zin = (
        f"Vul de kwalificatie van {feit.wat} in. Is die er nog niet? Dan {begint} ten laatste op "
        f"{_dag(feit)}."
    )
    return Stap(zin, "Vul de kwalificatie in", "team_bewerk", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="begeleider zonder kwalificatie",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er is geen begeleidingspremie, of er staat nog niet wie begeleidt.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    getallen=(Parametercode.OPLEIDING_BINNEN, Parametercode.TEAM_BINNEN),
    later=ZEGT_ZELF,
    weg="er is geen begeleider zonder kwalificatie meer",
    bron="guidance-on-the-work-floor",
)
