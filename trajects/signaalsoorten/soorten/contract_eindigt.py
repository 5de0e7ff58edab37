"""A contract ends soon, and nothing is written down of what comes after it.

It ends by itself, or by what was given or agreed (`Contracteinde`), whichever comes first. How long
before is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Least

from gebruikers.keuzes import Rol
from gedeeld.dagsommen import DagenLater, EersteDagBinnen, MaandenLater
from regels.keuzes import Parametercode
from trajects.models import Uitstroom
from trajects.signaalsoorten.dagwoorden import dag_van, komt_nog, op_dag
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten
from trajects.signaalsoorten.soort import (
    IEDEREEN_MET_PLAN,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)
from werknemers.models import Arbeidsovereenkomst, Contracteinde

EINDIGT: Final = "contract_eindigt"
OPGEZEGD: Final = "contract_opgezegd"
# Within a month there is little left to choose.
MAANDEN_EERST: Final = 1


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each contract of today with an end, of who does not stay with another one and of whom
    nobody wrote down where they go."""
    vertrek = Uitstroom.objects.filter(
        werknemer=OuterRef("werknemer"), datum__gte=OuterRef("periode__startswith")
    )
    andere = _met_slotdag(Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("werknemer")))
    langer = andere.filter(Q(slotdag=None) | Q(slotdag__gt=OuterRef("slotdag"), slotdag__gte=op))
    contracten = (
        _met_slotdag(Arbeidsovereenkomst.objects.op(op))
        .filter(slotdag__isnull=False)
        .exclude(Exists(vertrek))
        .exclude(Exists(langer))
    )
    dichtbij = MaandenLater(Value(op, DateField()), Value(MAANDEN_EERST))
    return als_kandidaten(
        contracten,
        soort=Case(
            When(Q(genoteerd=F("slotdag")), then=Value(OPGEZEGD)),
            default=Value(EINDIGT),
            output_field=CharField(),
        ),
        werknemer="werknemer_id",
        dag=F("slotdag"),
        sinds=EersteDagBinnen("slotdag", Eigengetal(Parametercode.CONTRACT_VOORAF)),
        urgentie=Case(
            When(slotdag__lte=dichtbij, then=Value(Urgentie.EERST.value)),
            default=Value(Urgentie.DAARNA.value),
        ),
    )


def _met_slotdag(contracten: QuerySet[Arbeidsovereenkomst]) -> QuerySet[Any]:
    """Annotate `genoteerd`, the last day by what was given or agreed, and `slotdag`, the last day
    by whichever comes first; null when there is none."""
    eindes: QuerySet[Any] = Contracteinde.objects.beslissend()
    einde = eindes.filter(contract=OuterRef("pk")).order_by("pk")
    return contracten.annotate(
        genoteerd=Subquery(einde.values("dag")[:1]),
        slotdag=Least(F("genoteerd"), DagenLater(F("periode__endswith"), -1)),
    )


def _loopt(feit: Feit, over: Over) -> str:
    if dag_van(feit) < over.op:
        return f"zou eindigen op {op_dag(feit)} en loopt nog door"
    if dag_van(feit) == over.op:
        return "eindigt vandaag"
    return f"eindigt op {op_dag(feit)}"


def _zin(feit: Feit, over: Over) -> str:
    return f"contract {_loopt(feit, over)}"


def _waarom(feit: Feit, over: Over) -> str:
    return f"Het {_zin(feit, over)}. Wat erna komt, staat er nog niet."


def _genoteerd(feit: Feit, over: Over) -> str:
    return f"Het {_zin(feit, over)}, zoals het genoteerd is bij het contract."


def _nog_niet(feit: Feit, over: Over) -> str:
    if feit.soort == OPGEZEGD:
        return f"Het {_zin(feit, over)}, door een opzegging of een akkoord."
    return f"Het {_zin(feit, over)}. {komt_nog(feit)}"


def _nog_niet_genoteerd(feit: Feit, over: Over) -> str:
    if feit.soort == EINDIGT:
        return f"Het {_zin(feit, over)}, zonder opzegging of akkoord ervoor."
    return f"Het {_zin(feit, over)}. {komt_nog(feit)}"


def _van(feit: Feit, over: Over) -> str:
    return f"Het contract van {over.voornaam} {_loopt(feit, over)}."


def _eindigt(feit: Feit, over: Over) -> Stap:
    zin = _van(feit, over)
    if over.rol == Rol.BEGELEIDER:
        return Stap(f"{zin} Vraag HR wat erna komt.")
    return Stap(
        f"{zin} Beslis wat erna komt.", "Bekijk het contract", "contracteinde", feit.onderwerp
    )


def _opgezegd(feit: Feit, over: Over) -> Stap:
    """Before the day: make ready; after it the contract itself has to end."""
    zin, voorbij = _van(feit, over), dag_van(feit) < over.op
    if over.rol == Rol.BEGELEIDER and voorbij:
        return Stap(f"{zin} Vraag HR om het te sluiten.")
    if over.rol == Rol.BEGELEIDER:
        vraag = f"{zin} Vul in waar {over.voornaam} naartoe gaat."
        return Stap(vraag, "Registreer de uitstroom", "uitstroom_nieuw", feit.werknemer_id or 0)
    wat = "Bevestig het einde" if voorbij else "Kijk na wat klaar moet zijn"
    return Stap(f"{zin} {wat}.", "Bekijk het einde", "contracteinde", feit.onderwerp)


_GEEN: Final = "Er loopt geen contract met een einde, of wat erna komt, staat er al."

REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=EINDIGT,
            naam="contract eindigt",
            voor=IEDEREEN_MET_PLAN,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen=_GEEN,
            stap=_eindigt,
        ),
        Signaalsoort(
            code=OPGEZEGD,
            naam="opzegging of akkoord loopt af",
            voor=IEDEREEN_MET_PLAN,
            zin=_zin,
            waarom=_genoteerd,
            nog_niet=_nog_niet_genoteerd,
            geen=_GEEN,
            stap=_opgezegd,
        ),
    ),
    kandidaten=_kandidaten,
    later="het contract eindigt nu op %s",
    weg="wat na dit contract komt, staat er nu, of het einde geldt niet meer",
    getallen=(Parametercode.CONTRACT_VOORAF,),
)
