"""Of some preconditions nobody knows yet how they stand: talk about them before a job target."""

from datetime import date
from typing import Any, Final

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import (
    CharField,
    Count,
    DateField,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from trajects.keuzes import RANDVOORWAARDEN, Fase
from trajects.models import Randvoorwaarde
from trajects.signaalsoorten.kandidaten import als_kandidaten, lopende_trajecten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Stap
from trajects.signaalsoorten.stapregel import stapregel

# As many are named; the rest is counted.
GENOEMD: Final = 3


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """In the first phase. `wat` are the themes that were discussed, `bereik` how many were not."""
    besproken = (
        Randvoorwaarde.objects.besproken()
        .filter(werknemer=OuterRef("werknemer"))
        .order_by()
        .values("werknemer")
    )
    trajecten = lopende_trajecten(op).filter(fase=Fase.VOORTRAJECT)
    alle = len(RANDVOORWAARDEN)
    met_aantal = trajecten.annotate(
        aantal=Coalesce(
            Subquery(besproken.annotate(n=Count("pk")).values("n")),
            Value(0),
            output_field=IntegerField(),
        ),
    )
    return als_kandidaten(
        met_aantal.filter(aantal__lt=alle),
        soort="randvoorwaarden",
        werknemer="werknemer_id",
        sinds=Value(op, DateField()),
        wat=Coalesce(
            Subquery(
                besproken.annotate(n=StringAgg("thema", ",")).values("n"),
                output_field=CharField(),
            ),
            Value(""),
        ),
    )


def _stap(feit: Feit, _over: Over) -> Stap:
    besproken = feit.wat.split(",")
    nog = [str(thema.label) for thema in RANDVOORWAARDEN if thema.value not in besproken]
    zin = f"Bespreek wat er nog in de weg zit: {_opsomming(nog)}."
    return Stap(
        zin, "Bekijk de randvoorwaarden", "plan", feit.werknemer_id or 0, "#randvoorwaarden"
    )


def _opsomming(namen: list[str]) -> str:
    """All of them when they are few."""
    if len(namen) <= GENOEMD + 1:
        *eerste, laatste = namen
        return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
    return f"{', '.join(namen[:GENOEMD])} en nog {len(namen) - GENOEMD} andere"


REGEL = stapregel(
    code="randvoorwaarden",
    naam="randvoorwaarden",
    voor=BEGELEIDING,
    kandidaten=_kandidaten,
    stap=_stap,
)
