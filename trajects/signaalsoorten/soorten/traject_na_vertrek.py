"""Somebody left and the trajectory still runs: it goes to aftercare, or it is closed."""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, DateField, Exists, OuterRef, QuerySet, Value, When

from trajects.keuzes import Fase
from trajects.models import Nazorgmoment, Traject, Uitstroom
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel
from werknemers.models import Arbeidsovereenkomst

_KLAAR: Final = "klaar"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """Of who has no contract now or later; in aftercare when there is nothing left to ask."""
    contract = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("werknemer"))
    vertrok = Uitstroom.objects.filter(werknemer=OuterRef("werknemer"), datum__lt=op)
    vragen = Nazorgmoment.objects.nog_te_vragen(op).filter(
        uitstroom__werknemer=OuterRef("werknemer")
    )
    trajecten = (
        Traject.objects.lopend()
        .filter(Exists(vertrok))
        .exclude(Exists(contract.op(op)))
        .exclude(Exists(contract.filter(periode__startswith__gt=op)))
        .exclude(Exists(vragen), fase=Fase.NAZORG)
    )
    return als_kandidaten(
        trajecten,
        soort="traject_na_vertrek",
        werknemer="werknemer_id",
        sinds=Value(op, DateField()),
        wat=Case(
            When(fase=Fase.NAZORG, then=Value(_KLAAR)),
            default=Value(""),
            output_field=CharField(),
        ),
    )


def _stap(feit: Feit, over: Over) -> Stap:
    zin, pk = f"{over.voornaam} is niet meer in dienst.", feit.werknemer_id or 0
    if feit.wat == _KLAAR:
        naar = f"?naar={Fase.AFGEROND}"
        return Stap(f"{zin} De nazorg is klaar.", "Rond het traject af", "traject", pk, naar)
    zin = f"{zin} Zet het traject in nazorg, of sluit het af."
    return Stap(zin, "Pas het traject aan", "traject", pk)


REGEL = stapregel(
    code="traject_na_vertrek",
    naam="traject na vertrek",
    voor=BEGELEIDING,
    kandidaten=_kandidaten,
    stap=_stap,
)
