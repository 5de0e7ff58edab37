"""The trajectory stands in aftercare while the employee is at work: back, or on the way out."""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, DateField, Exists, OuterRef, QuerySet, Value, When

from trajects.keuzes import Fase
from trajects.models import Uitstroom
from trajects.signaalsoorten.kandidaten import als_kandidaten, begin_dienst, lopende_trajecten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel

_TERUG: Final = "terug"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """Back is who left during this trajectory, and has a contract since (`aan_het_werk`)."""
    vertrok = Uitstroom.objects.filter(
        werknemer=OuterRef("werknemer"), datum__gte=OuterRef("gestart_op")
    )
    return als_kandidaten(
        lopende_trajecten(op).filter(fase=Fase.NAZORG),
        soort="nazorg_in_dienst",
        werknemer="werknemer_id",
        dag=begin_dienst(op, "werknemer"),
        sinds=Value(op, DateField()),
        wat=Case(
            When(Exists(vertrok), then=Value(_TERUG)),
            default=Value(""),
            output_field=CharField(),
        ),
    )


def _stap(feit: Feit, over: Over) -> Stap:
    wie, pk = over.voornaam, feit.werknemer_id or 0
    if feit.wat == _TERUG:
        zin = f"{wie} is terug. Zet het traject in de fase die past."
        return Stap(zin, "Pas het traject aan", "traject", pk)
    zin = f"Het traject staat in nazorg. Waar gaat {wie} naartoe? Vul het in, dan volgt de nazorg."
    return Stap(zin, "Registreer de uitstroom", "uitstroom_nieuw", pk)


REGEL = stapregel(
    code="nazorg_in_dienst",
    naam="nazorg in dienst",
    voor=BEGELEIDING,
    kandidaten=_kandidaten,
    stap=_stap,
)
