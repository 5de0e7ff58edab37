"""Somebody left and the contract of then still runs: HR closes it.

A contract that stays open counts in every figure (docs/regels.md#in-service); at once is a choice
of this application.
"""

from datetime import date
from typing import Any, Final

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery

from gebruikers.keuzes import Rol
from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit
from trajects.models import Uitstroom
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import (
    PERSONEELSDIENST,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)
from werknemers.models import Arbeidsovereenkomst

CODE: Final = "contract_open"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each contract of the day that began before somebody left, and goes on after."""
    vertrek = Uitstroom.objects.filter(
        werknemer=OuterRef("werknemer"), datum__gte=OuterRef("periode__startswith")
    ).order_by("-datum")
    contracten = Arbeidsovereenkomst.objects.op(op).annotate(
        vertrok=Subquery(vertrek.values("datum")[:1], output_field=DateField())
    )
    loopt_door = Q(periode__endswith__isnull=True) | Q(
        periode__endswith__gt=DagenLater("vertrok", 1)
    )
    return als_kandidaten(
        contracten.filter(loopt_door, vertrok__isnull=False),
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("vertrok"),
        sinds=DagenLater("vertrok", 1),
        urgentie=Urgentie.EERST,
    )


def _dag(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.dag or over.op)


def _stap(feit: Feit, over: Over) -> Stap | None:
    """HR can do it before the last day; others hear of it when it was forgotten."""
    vertrok = feit.sinds is not None and feit.sinds <= over.op
    if not vertrok and over.rol != Rol.HR:
        return None
    if over.rol == Rol.BEGELEIDER:
        zin = f"{over.voornaam} vertrok op {_dag(feit, over)} en het contract loopt nog."
        return Stap(f"{zin} Vraag HR om het contract te sluiten.")
    zin = f"Sluit het contract van {over.voornaam} af op {_dag(feit, over)}."
    return Stap(zin, "Sluit het contract af", "overgang", feit.werknemer_id or 0)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="contract open na vertrek",
            voor=PERSONEELSDIENST,
            ook_stap_voor=frozenset({Rol.BEGELEIDER}),
            zin=lambda feit, over: f"het contract loopt nog, na het vertrek op {_dag(feit, over)}",
            waarom=lambda feit, over: (
                f"{over.voornaam} vertrok op {_dag(feit, over)} en het contract heeft nog geen "
                "einde op die dag."
            ),
            nog_niet=lambda feit, over: (
                f"{over.voornaam} vertrekt op {_dag(feit, over)}; het contract kan al gesloten "
                "worden."
            ),
            geen="Er is geen vertrek waarna een contract doorloopt.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    stap_vroeg=True,
    weg="het contract is afgesloten, of er is geen vertrek meer",
    later="de laatste dag in dienst is nu %s",
)
