"""What of a plan lies in time, from the job targets to what was heard after leaving."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import CharField, DateField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from gedeeld.vastevraag import vaste_vraag
from trajects.keuzes import (
    EINDFASEN,
    Bestemming,
    Evaluatiestand,
    Nazorgresultaat,
    Standactie,
    Standdeelname,
    Standrandvoorwaarde,
    Thema,
)
from trajects.models import (
    Actie,
    Competentiescore,
    Deelname,
    Doel,
    Evaluatiemoment,
    Fasewissel,
    Jobdoelwit,
    Nazorgmoment,
    Randvoorwaardestand,
    Stage,
    Uitstroom,
)
from werknemers.models import Werknemer


class SoortMijlpaal(StrEnum):
    JOBDOELWIT = "jobdoelwit"
    DOEL = "doel"
    COMPETENTIES = "competenties"
    RANDVOORWAARDE = "randvoorwaarde"
    UITSTROOM = "uitstroom"
    NAZORG = "nazorg"
    VORMING = "vorming"
    STAGE = "stage"
    ACTIE = "actie"
    EVALUATIE = "evaluatie"


@dataclass(frozen=True, slots=True)
class Mijlpaal:
    """`tot` (excluded) ends what lasts: a training, a placement, or a job target that is no longer
    aimed for; None: open, or a single day."""

    soort: SoortMijlpaal
    dag: date
    tot: date | None
    tekst: str


def lees_mijlpalen(werknemer: Werknemer, *, met_evaluaties: bool = False) -> tuple[Mijlpaal, ...]:
    """In one query and in order of time, for a reader who may see the plan of this employee;
    `met_evaluaties`: and who may evaluate."""
    alle = _lees(_alles(werknemer.pk))
    mijlpalen = (m for m in alle if met_evaluaties or m.soort != SoortMijlpaal.EVALUATIE)
    return tuple(sorted(mijlpalen, key=lambda mijlpaal: (mijlpaal.dag, mijlpaal.tekst)))


@vaste_vraag
def _alles(werknemer: int) -> QuerySet[Any, Any]:
    return _jobdoelwitten(werknemer).union(
        _doelen(werknemer),
        _competenties(werknemer),
        _randvoorwaarden(werknemer),
        _uitstromen(werknemer),
        _nazorg(werknemer),
        _vormingen(werknemer),
        _stages(werknemer),
        _acties(werknemer),
        _evaluaties(werknemer),
    )


def _lees(rijen: Iterable[Any]) -> Iterator[Mijlpaal]:
    for soort, dag, tot, tekst, stand in rijen:
        mijlpaal = SoortMijlpaal(soort)
        yield Mijlpaal(mijlpaal, dag, tot, _in_woorden(mijlpaal, tekst, stand))


def _in_woorden(soort: SoortMijlpaal, tekst: str, stand: str) -> str:
    match soort:
        case SoortMijlpaal.RANDVOORWAARDE:
            return f"{Thema(tekst).label}: {Standrandvoorwaarde(stand).label}"
        case SoortMijlpaal.UITSTROOM:
            return f"naar {Bestemming(tekst).label}"
        case SoortMijlpaal.NAZORG:
            hoe = Nazorgresultaat(stand).label if stand else "gepland"
            return f"na {tekst} weken: {hoe}"
        case SoortMijlpaal.EVALUATIE:
            return Evaluatiestand(stand).label
        case SoortMijlpaal.ACTIE:
            return f"{Standactie(stand).label}: {tekst}"
        case _:
            return tekst


def _jobdoelwitten(werknemer: int) -> QuerySet[Any, Any]:
    """Until another took its place, or else until the day on which the trajectory was closed."""
    gesloten = (
        Fasewissel.objects.filter(traject=OuterRef("traject"), naar=OuterRef("traject__fase"))
        .filter(naar__in=EINDFASEN)
        .order_by("-pk")
    )
    rijen = Jobdoelwit.objects.filter(traject__werknemer=werknemer)
    rijen = rijen.annotate(einde=Coalesce("tot", Subquery(gesloten.values("op")[:1])))
    return _rij(rijen, SoortMijlpaal.JOBDOELWIT, "van", "titel", tot="einde")


def _doelen(werknemer: int) -> QuerySet[Any, Any]:
    """By when; a goal without a day lies nowhere."""
    rijen = Doel.objects.filter(traject__werknemer=werknemer, tegen__isnull=False)
    return _rij(rijen, SoortMijlpaal.DOEL, "tegen", "titel")


def _competenties(werknemer: int) -> QuerySet[Any, Any]:
    rijen = Competentiescore.objects.filter(werknemer=werknemer)
    return _rij(rijen, SoortMijlpaal.COMPETENTIES, "datum")


def _randvoorwaarden(werknemer: int) -> QuerySet[Any, Any]:
    rijen = Randvoorwaardestand.objects.filter(randvoorwaarde__werknemer=werknemer)
    return _rij(rijen, SoortMijlpaal.RANDVOORWAARDE, "op", "randvoorwaarde__thema", stand="stand")


def _uitstromen(werknemer: int) -> QuerySet[Any, Any]:
    rijen = Uitstroom.objects.filter(werknemer=werknemer)
    return _rij(rijen, SoortMijlpaal.UITSTROOM, "datum", "bestemming")


def _nazorg(werknemer: int) -> QuerySet[Any, Any]:
    """On the day it was heard, or else the day it is due."""
    rijen = Nazorgmoment.objects.met_dag().filter(uitstroom__werknemer=werknemer)
    wanneer = rijen.annotate(wanneer=Coalesce("gemeten_op", "dag"), na=Cast("weken", CharField()))
    return _rij(wanneer, SoortMijlpaal.NAZORG, "wanneer", "na", stand="resultaat")


def _vormingen(werknemer: int) -> QuerySet[Any, Any]:
    """Those that were not missed or cancelled."""
    rijen = Deelname.objects.filter(werknemer=werknemer, vorming__geannuleerd=False)
    begin, einde = "vorming__periode__startswith", "vorming__periode__endswith"
    gevolgd = rijen.exclude(stand=Standdeelname.AFWEZIG)
    return _rij(gevolgd, SoortMijlpaal.VORMING, begin, "vorming__titel", tot=einde)


def _stages(werknemer: int) -> QuerySet[Any, Any]:
    rijen = Stage.objects.filter(werknemer=werknemer)
    begin, einde = "periode__startswith", "periode__endswith"
    return _rij(rijen, SoortMijlpaal.STAGE, begin, "werkgever__naam", tot=einde)


def _acties(werknemer: int) -> QuerySet[Any, Any]:
    """On the day it was done, or else by when it has to be; what was dropped lies nowhere."""
    rijen = Actie.objects.filter(werknemer=werknemer).exclude(stand=Standactie.VERVALLEN)
    wanneer = rijen.annotate(wanneer=Coalesce("gedaan_op", "tegen")).exclude(wanneer=None)
    return _rij(wanneer, SoortMijlpaal.ACTIE, "wanneer", "wat", stand="stand")


def _evaluaties(werknemer: int) -> QuerySet[Any, Any]:
    """On the day it was held, or else the day that somebody planned, as long as that can be."""
    rijen = Evaluatiemoment.objects.filter(
        Q(stand=Evaluatiestand.GEHOUDEN)
        | Q(stand=Evaluatiestand.GEPLAND) & ~Q(traject__fase__in=EINDFASEN),
        traject__werknemer=werknemer,
    )
    wanneer = rijen.annotate(wanneer=Coalesce("afgehandeld_op", "gepland_op"))
    return _rij(wanneer, SoortMijlpaal.EVALUATIE, "wanneer", stand="stand")


def _rij(
    rijen: QuerySet[Any, Any],
    soort: SoortMijlpaal,
    dag: str,
    tekst: str = "",
    *,
    tot: str = "",
    stand: str = "",
) -> QuerySet[Any, Any]:
    """Each part of the union alike: kind, day, end, text and state, by the names of the fields."""
    leeg = Value("", output_field=CharField())
    return rijen.order_by().values_list(
        Value(soort.value, output_field=CharField()),
        F(dag),
        F(tot) if tot else Cast(Value(None), DateField()),
        F(tekst) if tekst else leeg,
        F(stand) if stand else leeg,
    )
