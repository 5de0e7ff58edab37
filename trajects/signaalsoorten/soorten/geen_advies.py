"""Somebody is in service without any advice: nobody would ever see the end of support come.

At once: a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, QuerySet

from gebruikers.keuzes import Rol
from gedeeld.weergeven import datum_voluit
from trajects.signaalsoorten.kandidaten import aan_het_werk, als_kandidaten, begin_dienst
from trajects.signaalsoorten.soort import PERSONEELSDIENST, Feit, Over, Regel, Signaalsoort, Stap
from werknemers.models import Adviesperiode

CODE: Final = "geen_advies"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """Also an advice that is still to begin is one."""
    advies = Adviesperiode.objects.filter(werknemer=OuterRef("pk"))
    mensen: QuerySet[Any] = aan_het_werk(op).exclude(Exists(advies))
    return als_kandidaten(
        mensen.annotate(begin=begin_dienst(op)), soort=CODE, dag=F("begin"), sinds=F("begin")
    )


def _stap(feit: Feit, over: Over) -> Stap:
    if over.rol == Rol.BEGELEIDER:
        return Stap(f"Er is nog geen advies voor {over.voornaam}. Vraag het na bij HR.")
    zin = f"Er is geen advies voor {over.voornaam}. Vul het in."
    return Stap(zin, "Ga naar advies en contract", "contract", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="geen advies",
            voor=PERSONEELSDIENST,
            ook_stap_voor=frozenset({Rol.BEGELEIDER}),
            zin=lambda _feit, _over: "er is geen advies ingevuld",
            waarom=lambda feit, over: (
                f"{over.voornaam} is in dienst sinds {datum_voluit(feit.dag or over.op)} en er is "
                "geen advies."
            ),
            nog_niet=lambda _feit, _over: "",
            geen="Er is een advies, of er loopt geen contract.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    weg="het advies is ingevuld",
    later="het contract begint pas op %s",
)
