"""How it is with an employee for whom there is nothing to do: what stands there instead of a step.

Not a rule that asks for something; it closes the registry, so that everybody has a sentence.
"""

from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from gedeeld.weergeven import datum_voluit
from trajects.keuzes import Fase
from trajects.models import Nazorgmoment, Traject, Uitstroom
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import BEGELEIDING, IEDEREEN_MET_PLAN, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel
from werknemers.models import Arbeidsovereenkomst, Werknemer

_LOOPT: Final = "loopt"
_IN_DIENST: Final = "in dienst"
_BEGINT: Final = "begint"
_NAZORG: Final = "nazorg"
_GARANTIE: Final = "garantie"
_TRAJECT: Final = "traject"
_VERTROKKEN: Final = "vertrokken"
_NOOIT: Final = "nooit"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """One row for everybody: `wat` is the state, `dag` the day that comes next in it."""
    dag = Case(
        When(in_dienst=False, begint__isnull=False, then=F("begint")),
        When(in_dienst=False, then=Coalesce("nazorg_op", "garantie_tot")),
        output_field=DateField(),
    )
    return als_kandidaten(
        _met_dagen(op), soort="rust", dag=dag, sinds=Value(op, DateField()), wat=_stand(op)
    )


def _met_dagen(op: date) -> QuerySet[Any]:
    """What decides about the state."""
    eigen = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk"))
    komend = eigen.filter(periode__startswith__gt=op).order_by().values("werknemer")
    vragen = (
        Nazorgmoment.objects.nog_te_vragen(op)
        .met_dag()
        .filter(uitstroom__werknemer=OuterRef("pk"))
        .order_by()
        .values("uitstroom__werknemer")
    )
    garantie: QuerySet[Any] = (
        Uitstroom.objects.filter(werknemer=OuterRef("pk")).weg_op(op).met_garantie()
    ).order_by("-datum")
    dag = DateField()
    mensen: QuerySet[Any] = Werknemer.objects.annotate(
        in_dienst=Exists(eigen.op(op)),
        begon=Exists(eigen.filter(periode__startswith__lte=op)),
        begint=Subquery(
            komend.annotate(dag=Min("periode__startswith")).values("dag"), output_field=dag
        ),
        nazorg_op=Subquery(vragen.annotate(eerst=Min("dag")).values("eerst"), output_field=dag),
        garantie_tot=Subquery(garantie.values("garantie_tem")[:1], output_field=dag),
        traject_loopt=Exists(
            Traject.objects.lopend().filter(werknemer=OuterRef("pk")).exclude(fase=Fase.NAZORG)
        ),
    )
    return mensen


def _stand(op: date) -> Case:
    return Case(
        When(in_dienst=True, traject_loopt=True, then=Value(_LOOPT)),
        When(in_dienst=True, then=Value(_IN_DIENST)),
        When(begint__isnull=False, then=Value(_BEGINT)),
        When(begon=False, then=Value(_NOOIT)),
        When(nazorg_op__isnull=False, then=Value(_NAZORG)),
        When(Q(garantie_tot__gte=op), then=Value(_GARANTIE)),
        When(traject_loopt=True, then=Value(_TRAJECT)),
        default=Value(_VERTROKKEN),
        output_field=CharField(),
    )


def stap(feit: Feit, over: Over) -> Stap:
    """The sentence; there is nothing to press."""
    return Stap(_zin(feit, over))


def _zin(feit: Feit, over: Over) -> str:
    stand, dag = feit.wat, datum_voluit(feit.dag) if feit.dag else ""
    wie = over.voornaam
    weg = f"{wie} is niet meer in dienst."
    zinnen = {
        _LOOPT: f"Alles loopt. Hou contact met {wie}.",
        _BEGINT: f"{wie} begint op {dag}.",
        _NAZORG: f"{weg} {_nazorg(feit.dag, over.op)}",
        _GARANTIE: f"{weg} Hou de terugkeergarantie in het oog, t.e.m. {dag}.",
        _TRAJECT: f"{weg} Er loopt nog een traject, dat niemand afsloot.",
        _VERTROKKEN: f"{weg} Je hoeft nu niets te doen.",
        _NOOIT: f"{wie} heeft nog geen contract.",
    }
    if stand == _LOOPT and over.rol not in BEGELEIDING:
        return f"Je hoeft nu niets te doen voor {wie}."
    return zinnen.get(stand, f"Je hoeft nu niets te doen voor {wie}.")


def _nazorg(dag: date | None, op: date) -> str:
    """Who asks it has a step on the day itself and after it; others read that it is time."""
    if dag is not None and dag > op:
        return f"Op {datum_voluit(dag)} vragen we hoe het gaat."
    return "Het is tijd om te vragen hoe het gaat."


REGEL = stapregel(
    code="rust",
    naam="niets te doen",
    voor=IEDEREEN_MET_PLAN,
    kandidaten=_kandidaten,
    stap=stap,
)
