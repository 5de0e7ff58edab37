"""A job of the night did not succeed any more: since yesterday's night was over, a whole one was
missed. The hours of the day itself are for who watches over the machine (`gedeeld.taken`)."""

from datetime import date
from typing import Any, Final

from django.db.models import Case, CharField, F, Max, Min, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate

from gebruikers.keuzes import Rol
from gebruikers.models import Organisatie
from gedeeld.dagsommen import DagenLater
from gedeeld.models import Taakrun
from gedeeld.taken.nachtwacht import NACHTTAAK, nachttaken
from gedeeld.weergeven import datum_voluit
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "nacht_gemist"
DAGEN: Final = 2

Status = Taakrun.Status


def _kandidaten(_op: date) -> QuerySet[Any, Any]:
    """One for each organisation, with the job that waits longest and when that last succeeded."""
    runs = _runs()
    met = Organisatie.objects.annotate(
        welke=Subquery(runs.values("taak")[:1]),
        gelukt=Subquery(runs.annotate(dag=TruncDate("gelukt")).values("dag")[:1]),
    )
    labels = [When(welke=taak.naam, then=Value(taak.label)) for taak in nachttaken()]
    return als_kandidaten(
        met,
        soort=CODE,
        organisatie="pk",
        werknemer=None,
        dag=F("gelukt"),
        sinds=DagenLater("gelukt", DAGEN),
        wat=Case(*labels, default=Value(""), output_field=CharField()),
    )


def _runs() -> QuerySet[Any]:
    """When each job last succeeded, or was first tried. The run of the signals that asks this is
    under way itself, and counts as one that succeeds."""
    goed = Q(status=Status.GESLAAGD) | Q(status=Status.BEZIG, taak=NACHTTAAK)
    namen = [taak.naam for taak in nachttaken()]
    per_taak: QuerySet[Any, Any] = Taakrun.objects.filter(taak__in=namen).order_by().values("taak")
    gelukt = Coalesce(Max(Coalesce("einde", "begin"), filter=goed), Min("begin"))
    met: QuerySet[Any, Any] = per_taak.annotate(gelukt=gelukt)
    return met.order_by("gelukt", "taak")


def _zin(feit: Feit, _over: Over) -> str:
    sinds = datum_voluit(feit.dag) if feit.dag else ""
    return f"de taak “{feit.wat}” is ’s nachts niet meer gelukt sinds {sinds}"


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="nacht gemist",
            voor=frozenset({Rol.BEHEERDER}),
            zin=_zin,
            waarom=_zin,
            nog_niet=lambda _feit, _over: "De taken van de nacht zijn gelukt.",
            geen="De taken van de nacht zijn gelukt.",
            stap=lambda _feit, _over: Stap("", "Bekijk de taken", "gebruikers:taken"),
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    over_mensen=False,
    later="de taak is intussen gelukt",
    weg="de taak is intussen gelukt",
    herhaal=7,
)
