"""A training is over for weeks and nobody wrote down how it went.

Without a result it counts for nothing, in the plan or with a next employer. How long after is a
choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet

from gedeeld.dagsommen import DagenLater
from regels.keuzes import Parametercode
from trajects.models import Deelname
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

CODE: Final = "vorming_zonder_resultaat"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each participation, also when nobody noted who was there."""
    laatste = DagenLater(F("vorming__periode__endswith"), -1)
    return als_kandidaten(
        Deelname.objects.zonder_resultaat().filter(in_dienst(op)),
        soort=CODE,
        werknemer="werknemer_id",
        dag=laatste,
        sinds=DagenLater(laatste, Eigengetal(Parametercode.RESULTAAT_NA)),
        wat=F("vorming__titel"),
        urgentie=Urgentie.LATER,
    )


def _zin(feit: Feit, _over: Over) -> str:
    return f"nog geen resultaat van de vorming {feit.wat}, die eindigde op {op_dag(feit)}"


def _nog_niet(feit: Feit, over: Over) -> str:
    eindigt = "eindigde" if dag_van(feit) < over.op else "eindigt"
    return f"De vorming {feit.wat} {eindigt} op {op_dag(feit)}. {komt_nog(feit)}"


def _stap(feit: Feit, over: Over) -> Stap:
    return Stap(
        f"Hoe ging de vorming {feit.wat}? Noteer het resultaat van {over.voornaam}.",
        "Noteer het resultaat",
        "deelname",
        feit.onderwerp,
    )


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="vorming zonder resultaat",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=lambda feit, over: f"Er is {_zin(feit, over)}.",
            nog_niet=_nog_niet,
            geen="Er loopt vandaag geen contract, of van elke vorming staat er hoe ze ging.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    # What somebody closed is not to be found out any more.
    herhaal=None,
    later="het is nog te vroeg na de laatste dag van de vorming (%s)",
    weg="het resultaat is ingevuld, of is niet meer nodig",
    getallen=(Parametercode.RESULTAAT_NA,),
)
