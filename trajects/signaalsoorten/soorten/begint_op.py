"""Somebody begins soon: the first day is prepared, and where the job leads is told from then on.

How long before is a choice of this application (docs/regels.md#signals).
"""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, QuerySet, Value, When

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.models import Passagetoelichting
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten
from trajects.signaalsoorten.soort import IEDEREEN_MET_PLAN, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel
from werknemers.models import Arbeidsovereenkomst

_UITGELEGD = "uitgelegd"
_OPNIEUW = "opnieuw"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the first contract that is still to come of who is not in service.

    Who was in service before begins again; who had the end goal explained has only the day.
    """
    eigen = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("werknemer"))
    eerder = eigen.filter(
        periode__startswith__gt=op, periode__startswith__lt=OuterRef("periode__startswith")
    )
    uitleg = Passagetoelichting.objects.filter(contract=OuterRef("pk"), uitgelegd_op__isnull=False)
    komend = (
        Arbeidsovereenkomst.objects.filter(periode__startswith__gt=op)
        .exclude(Exists(eigen.op(op)))
        .exclude(Exists(eerder))
    )
    return als_kandidaten(
        komend,
        soort="begint_op",
        werknemer="werknemer_id",
        dag=F("periode__startswith"),
        sinds=DagenLater("periode__startswith", -1 * Eigengetal(Parametercode.BEGIN_VOORAF)),
        wat=Case(
            When(Exists(uitleg), then=Value(_UITGELEGD)),
            When(Exists(eigen.filter(periode__startswith__lte=op)), then=Value(_OPNIEUW)),
            default=Value(""),
            output_field=CharField(),
        ),
    )


def _stap(feit: Feit, over: Over) -> Stap:
    weer = "opnieuw " if feit.wat == _OPNIEUW else ""
    zin = (
        f"{over.voornaam} begint {weer}op {datum_voluit(feit.dag or over.op)}. "
        "Bereid de eerste dag samen voor."
    )
    if feit.wat == _UITGELEGD:
        return Stap(zin)
    return Stap(zin, "Bereid de uitleg over het einddoel voor", "openheid", feit.onderwerp)


REGEL = stapregel(
    code="begint_op",
    naam="begint op",
    voor=IEDEREEN_MET_PLAN,
    kandidaten=_kandidaten,
    stap=_stap,
    getallen=(Parametercode.BEGIN_VOORAF,),
)
