"""Somebody in service is served by nobody today: the coordinator divides them.

At once: a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import CharField, Count, DateField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Least

from gebruikers.keuzes import Rol
from gedeeld.weergeven import meervoud
from trajects.models import Signaal
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap, Urgentie
from werknemers.models import Werknemer

CODE: Final = "zonder_begeleider"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """One for each organisation where there are such people, with how many.

    Nothing says since when: it is kept for as long as the signal is open.
    """
    mensen = Werknemer.objects.zonder_begeleiding_op(op).order_by().values("organisatie_id")
    al_open = Signaal.objects.open().filter(
        organisatie=OuterRef("organisatie_id"), werknemer=None, soort=CODE
    )
    sinds = Subquery(al_open.order_by().values("ontstaan_op")[:1], output_field=DateField())
    return als_kandidaten(
        mensen.annotate(hoeveel=Count("pk")),
        soort=CODE,
        werknemer=None,
        onderwerp=F("organisatie_id"),
        sinds=Least(sinds, Value(op, DateField())),
        wat=Cast(F("hoeveel"), CharField()),
        urgentie=Urgentie.EERST,
    )


def _zin(feit: Feit, _over: Over) -> str:
    return f"{meervoud(int(feit.wat), 'persoon', 'mensen')} zonder begeleider"


def _stap(feit: Feit, over: Over) -> Stap:
    wat = "zoek iemand" if feit.wat == "1" else "verdeel ze"
    return Stap(f"{_zin(feit, over)}: {wat}.", wat.capitalize(), "overdragen")


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="zonder begeleider",
            voor=frozenset({Rol.COORDINATOR}),
            zin=_zin,
            waarom=_zin,
            nog_niet=_zin,
            geen="Iedereen in dienst heeft een begeleider.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    over_mensen=False,
    weg="iedereen in dienst heeft een begeleider",
    herhaal=7,
)
