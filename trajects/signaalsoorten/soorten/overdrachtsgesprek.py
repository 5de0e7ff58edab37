"""The day of the talk with the next employer is over, and nobody wrote down that it was held.

A warm hand-over is that talk: docs/regels.md#signals.
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet

from gedeeld.dagsommen import DagenLater
from trajects.models import Overdracht
from trajects.signaalsoorten.dagwoorden import komt_nog, op_dag
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "overdrachtsgesprek"


def _kandidaten(_op: date) -> QuerySet[Any, Any]:
    """Also of who left meanwhile: the next employer is still there to talk with."""
    gepland = F("gesprek_gepland_op")
    return als_kandidaten(
        Overdracht.objects.gesprek_gepland(),
        soort=CODE,
        werknemer="werknemer_id",
        dag=gepland,
        sinds=DagenLater(gepland, 1),
        wat=F("werkgever__naam"),
    )


def _zin(feit: Feit, _over: Over) -> str:
    return f"overdrachtsgesprek met {feit.wat} was gepland op {op_dag(feit)}"


def _waarom(feit: Feit, over: Over) -> str:
    return f"Het {_zin(feit, over)} en is nog niet genoteerd."


def _nog_niet(feit: Feit, _over: Over) -> str:
    zin = f"Het overdrachtsgesprek met {feit.wat} is gepland op {op_dag(feit)}."
    return f"{zin} {komt_nog(feit)}"


def _stap(feit: Feit, over: Over) -> Stap:
    return Stap(
        f"Het {_zin(feit, over)}. Noteer hoe het ging, of kies een nieuwe dag.",
        "Vul het gesprek in",
        "overdracht_bewerk",
        feit.onderwerp,
    )


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="overdrachtsgesprek niet genoteerd",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Er is geen overdrachtsgesprek gepland.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    later="het gesprek is nu gepland op %s",
    weg="het gesprek is genoteerd, of staat niet meer gepland",
)
