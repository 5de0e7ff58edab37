"""Nothing is on file yet of what somebody can do: the chain of a trajectory begins there."""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, DateField, Exists, OuterRef, QuerySet, Value, When

from trajects.keuzes import Fase
from trajects.models import Competentiescore, Talent
from trajects.signaalsoorten.kandidaten import als_kandidaten, lopende_trajecten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel

_TALENTEN: Final = "talenten"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """In the first phase, while competences or talents are missing; the competences come first."""
    scores = Exists(Competentiescore.objects.filter(werknemer=OuterRef("werknemer")))
    talenten = Exists(Talent.objects.nu().filter(werknemer=OuterRef("werknemer")))
    trajecten = lopende_trajecten(op).filter(fase=Fase.VOORTRAJECT)
    return als_kandidaten(
        trajecten.exclude(scores, talenten),
        soort="competenties",
        werknemer="werknemer_id",
        sinds=Value(op, DateField()),
        wat=Case(When(scores, then=Value(_TALENTEN)), default=Value(""), output_field=CharField()),
    )


def _stap(feit: Feit, over: Over) -> Stap:
    wie, pk = over.voornaam, feit.werknemer_id or 0
    if feit.wat == _TALENTEN:
        zin = f"Waar is {wie} goed in? Noteer samen de talenten."
        return Stap(zin, "Noteer een talent", "talent_nieuw", pk)
    return Stap(
        f"Bekijk samen wat {wie} goed kan.", "Vul de competenties in", "competentieronde", pk
    )


REGEL = stapregel(
    code="competenties",
    naam="competenties en talenten",
    voor=BEGELEIDING,
    kandidaten=_kandidaten,
    stap=_stap,
)
