"""Guidance on the work floor asks for two: a qualified guide and a workmate coach.

Source: docs/regels.md#guidance-on-the-work-floor; by when is a choice of this application.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from gedeeld.dagsommen import DagenLater
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
)

CODE: Final = "team_onvolledig"
_TEAM: Final = "werknemer__begeleidingsteam__"
# Apart from the counsellor, who is the "begeleider" everywhere else.
_BEGELEIDER: Final = "gekwalificeerd begeleider"
_COACH: Final = "collega-coach"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each employee with guidance."""
    begeleider, coach = (
        Coalesce(F(f"{_TEAM}{veld}"), Value(""))
        for veld in ("gekwalificeerd_begeleider", "collega_coach")
    )
    rijen: QuerySet[Any] = (
        begeleide_adviezen(op)
        .annotate(begeleider=begeleider, coach=coach)
        .annotate(
            ontbreekt=Case(
                When(
                    begeleider="",
                    coach="",
                    then=Value(f"{_BEGELEIDER} en {_COACH}"),
                ),
                When(begeleider="", then=Value(_BEGELEIDER)),
                When(coach="", then=Value(_COACH)),
                output_field=CharField(),
            )
        )
    )
    met_dag = met_sinds(
        rijen,
        op,
        DagenLater("begonnen", 7 * Eigengetal(Parametercode.TEAM_BINNEN)),
        omdat(Q(ontbreekt=None), "het begeleidingsteam is ingevuld"),
        wat=F("ontbreekt"),
        anders="het begeleidingsteam mag nog even wachten",
    )
    return als_kandidaten(
        met_dag,
        soort=CODE,
        werknemer="werknemer_id",
        onderwerp="werknemer_id",
        dag=F("begonnen"),
        sinds=F("sinds"),
        wat=F("waarom"),
    )


def _zin(feit: Feit, _over: Over) -> str:
    return f"nog geen {feit.wat}"


def _waarom(feit: Feit, _over: Over) -> str:
    sinds = datum_voluit(feit.dag) if feit.dag else ""
    return f"Er is begeleiding op de werkvloer sinds {sinds}, en er staat nog geen {feit.wat}."


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return "De gekwalificeerd begeleider en de collega-coach staan erbij."
    return f"Het signaal komt op {datum_voluit(feit.sinds)} als er dan iemand ontbreekt."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"{over.voornaam} heeft nog geen {feit.wat}. Vul in wie dat is."
    return Stap(zin, "Vul het team in", "team_bewerk", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="begeleidingsteam onvolledig",
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
    getallen=(Parametercode.TEAM_BINNEN,),
    later=ZEGT_ZELF,
    weg="er is geen begeleidingspremie meer",
    bron="guidance-on-the-work-floor",
)
