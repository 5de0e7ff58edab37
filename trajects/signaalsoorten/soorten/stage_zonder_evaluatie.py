"""A placement ends, or ended, and there is no evaluation of it.

What the employer saw is fresh for a short time. How long before is a choice of this application
(docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, F, QuerySet, Value, When

from gedeeld.dagsommen import DagenLater, MaandenLater
from regels.keuzes import Parametercode
from trajects.models import Stage
from trajects.signaalsoorten.dagwoorden import dag_van, komt_nog, op_dag
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten, in_dienst
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)

CODE: Final = "stage_zonder_evaluatie"
# After that the employer remembers little.
VERS: Final = 1  # months


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    laatste = DagenLater(F("periode__endswith"), -1)
    lang_geleden = MaandenLater(Value(op, DateField()), Value(-VERS))
    return als_kandidaten(
        Stage.objects.zonder_evaluatie().filter(in_dienst(op)),
        soort=CODE,
        werknemer="werknemer_id",
        dag=laatste,
        sinds=DagenLater(laatste, -Eigengetal(Parametercode.STAGE_ROND)),
        wat=F("werkgever__naam"),
        urgentie=Case(
            When(periode__endswith__lte=lang_geleden, then=Value(Urgentie.LATER.value)),
            default=Value(Urgentie.DAARNA.value),
        ),
    )


def _eindigt(feit: Feit, over: Over) -> str:
    """As in "stage bij De Linde eindigt op 28 november 2026"."""
    if dag_van(feit) == over.op:
        return f"stage bij {feit.wat} eindigt vandaag"
    werkwoord = "eindigde" if dag_van(feit) < over.op else "eindigt"
    return f"stage bij {feit.wat} {werkwoord} op {op_dag(feit)}"


def _zin(feit: Feit, over: Over) -> str:
    return f"{_eindigt(feit, over)}, nog geen evaluatie"


def _stap(feit: Feit, over: Over) -> Stap:
    """Who is still there agrees on the talk; afterwards it is written down."""
    zin = f"De {_eindigt(feit, over)}: spreek de evaluatie af."
    if dag_van(feit) < over.op:
        zin = f"De {_eindigt(feit, over)}. Noteer hoe het ging voor {over.voornaam}."
    return Stap(zin, "Vul de evaluatie in", "stage_bewerk", feit.onderwerp)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="stage zonder evaluatie",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=lambda feit, over: f"De {_eindigt(feit, over)} en er is nog geen evaluatie.",
            nog_niet=lambda feit, over: f"De {_eindigt(feit, over)}. {komt_nog(feit)}",
            geen="Er loopt vandaag geen contract, of elke stage heeft een evaluatie.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    # What somebody closed is not to be found out any more.
    herhaal=None,
    later="de stage eindigt nu op %s",
    weg="er is een evaluatie, of de stage staat er niet meer",
    getallen=(Parametercode.STAGE_ROND,),
)
