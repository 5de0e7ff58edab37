"""The employee withdrew a consent while the hand-over to that employer is prepared.

Nothing may reach an employer without consent: docs/adr/0014-a-consent-is-a-row.md. Who prepares the
hand-over must know before the talk.
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from trajects.models import Overdracht, Toestemming
from trajects.signaalsoorten.dagwoorden import op_dag
from trajects.signaalsoorten.kandidaten import als_kandidaten, in_dienst
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)

CODE: Final = "toestemming_ingetrokken"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the latest withdrawal of each hand-over: another one is another subject. Of who left
    too, while a talk is still to come."""
    weg = (
        Toestemming.objects.ingetrokken()
        .filter(overdracht=OuterRef("pk"), ingetrokken_op__lte=op)
        .order_by("-ingetrokken_op", "-pk")
    )
    overdrachten = (
        Overdracht.objects.lopend()
        .filter(in_dienst(op) | Q(gesprek_gehouden_op=None, gesprek_gepland_op__isnull=False))
        .annotate(
            laatste=Subquery(weg.values("pk")[:1]),
            sinds=Subquery(weg.values("ingetrokken_op")[:1]),
        )
        .filter(laatste__isnull=False)
    )
    return als_kandidaten(
        overdrachten,
        soort=CODE,
        werknemer="werknemer_id",
        onderwerp="laatste",
        dag=F("sinds"),
        sinds=F("sinds"),
        wat=F("werkgever__naam"),
        urgentie=Urgentie.EERST,
    )


def _zin(feit: Feit, _over: Over) -> str:
    return f"toestemming voor de overdracht naar {feit.wat} ingetrokken op {op_dag(feit)}"


def _waarom(feit: Feit, _over: Over) -> str:
    return f"Een toestemming voor de overdracht naar {feit.wat} is ingetrokken op {op_dag(feit)}."


def _stap(feit: Feit, over: Over) -> Stap:
    return Stap(
        f"{over.voornaam} trok een toestemming in. Bespreek wat {feit.wat} nog mag weten.",
        "Bekijk de overdracht",
        "overgang",
        feit.werknemer_id or 0,
        "#overdracht",
    )


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="toestemming ingetrokken",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_waarom,
            geen="Er loopt geen overdracht waarvoor een toestemming is ingetrokken.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    # What somebody talked about with the employee is settled.
    herhaal=None,
    anders="nu telt de intrekking van %s",
    weg="er is opnieuw toestemming, of de overdracht is klaar",
)
