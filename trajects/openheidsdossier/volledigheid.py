"""When the openness dossier of an employee is complete: one rule, for one person and for all.

`voorwaarden` says of each gap for whom it is there, as a condition on employees. The page of one
employee, the list of everybody and every count are made of these conditions and of nothing else.
What counts lies before others: a confidential note fills no gap, for no reader.
"""

from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Final, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, CharField, Exists, Func, OuterRef, Q, QuerySet, Value, When

from trajects.keuzes import MET_WERKGEVER, Dossiergat, Standdeelname, Thema
from trajects.models import (
    Bijlage,
    Deelname,
    Doel,
    Jobdoelwit,
    Notitie,
    Overdracht,
    Uitstroom,
)
from werknemers.models import Arbeidsovereenkomst, Werknemer

Mensen = TypeVar("Mensen", bound="QuerySet[Any]")
# Who stayed away from a training did not follow it.
_TELT: Final = (Standdeelname.GEPLAND, Standdeelname.AANWEZIG)
# With the organisation: of a country, the rows of one organisation are read.
_ZELFDE: Final = {"organisatie": OuterRef("organisatie")}


def met_gaten(mensen: Mensen, op: date) -> Mensen:
    """Annotate `ontbreekt`: the gaps of each on the day, in the order of `Dossiergat`."""
    namen = ArrayField(CharField())
    gevallen = (
        Case(When(conditie, then=Value(gat.value)), default=None, output_field=CharField())
        for gat, conditie in voorwaarden(op).items()
    )
    rij = Func(*gevallen, template="ARRAY[%(expressions)s]", output_field=namen)
    geen = Value(None, output_field=CharField())
    ontbreekt = Func(rij, geen, function="ARRAY_REMOVE", output_field=namen)
    return mensen.annotate(ontbreekt=ontbreekt)


def gaten_van(werknemer: Werknemer, op: date) -> list[Dossiergat]:
    """The gaps of one employee whom the reader may see."""
    zelf = Werknemer.objects.filter(pk=werknemer.pk)
    return [Dossiergat(gat) for gat in met_gaten(zelf, op).values_list("ontbreekt", flat=True)[0]]


def onvolledig(op: date) -> Q:
    """With at least one gap on the day."""
    return reduce(or_, voorwaarden(op).values())


def voorwaarden(op: date) -> Mapping[Dossiergat, Q]:
    """For whom each gap is there on the day."""
    gevolgd = _deelnames().filter(stand__in=_TELT, vorming__geannuleerd=False)
    bestand = Bijlage.objects.filter(deelname=OuterRef("pk"))
    return {
        **_passage(op),
        Dossiergat.GESPREK: ~Q(Exists(_gesprekken())),
        Dossiergat.JOBDOELWIT: ~Q(
            Exists(Jobdoelwit.objects.filter(traject__werknemer=OuterRef("pk"), **_ZELFDE))
        ),
        Dossiergat.DOEL: ~Q(
            Exists(Doel.objects.filter(traject__werknemer=OuterRef("pk"), **_ZELFDE))
        ),
        Dossiergat.VORMING: ~Q(Exists(gevolgd)),
        Dossiergat.ATTEST: Q(Exists(_deelnames().met_attest().exclude(Exists(bestand)))),
        Dossiergat.OVERDRACHT: Q(Exists(_vertrek_naar_werk()))
        & ~Q(Exists(Overdracht.objects.filter(werknemer=OuterRef("pk"), **_ZELFDE))),
    }


def _passage(op: date) -> Mapping[Dossiergat, Q]:
    """By the first step that is still to be taken for a contract: see `Contractopenheid`. Without
    any contract there is no passage either."""
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk"), **_ZELFDE)
    tellend = contracten.filter(_telt_mee(op))
    gekozen = tellend.filter(toelichting__passage__isnull=False)
    uitgelegd = gekozen.filter(toelichting__uitgelegd_op__isnull=False)
    niet_uitgelegd = gekozen.filter(toelichting__uitgelegd_op=None)
    return {
        Dossiergat.PASSAGE: Q(Exists(tellend.filter(toelichting__passage=None)))
        | ~Q(Exists(contracten)),
        Dossiergat.UITLEG: Q(Exists(niet_uitgelegd)),
        Dossiergat.BEVESTIGING: Q(Exists(uitgelegd.filter(toelichting__erkend_op=None))),
    }


def _telt_mee(op: date) -> Q:
    """A contract that is not over on the day, and the one that began last: of who left, that is
    the one that people ask about."""
    later = Arbeidsovereenkomst.objects.filter(
        werknemer=OuterRef("werknemer"), periode__startswith__gt=OuterRef("periode__startswith")
    )
    loopt = Q(periode__endswith__isnull=True) | Q(periode__endswith__gt=op)
    return loopt | ~Q(Exists(later))


def _gesprekken() -> "QuerySet[Notitie]":
    return (
        Notitie.objects.filter(werknemer=OuterRef("pk"), **_ZELFDE)
        .over(Thema.EINDDOEL)
        .deelbaar()
        .order_by()
    )


def _deelnames() -> Any:
    return Deelname.objects.filter(werknemer=OuterRef("pk"), **_ZELFDE)


def _vertrek_naar_werk() -> "QuerySet[Uitstroom]":
    """Left, or about to leave, for a job; who came back since is not leaving any more."""
    terug = Arbeidsovereenkomst.objects.filter(
        werknemer=OuterRef("werknemer"), periode__startswith__gt=OuterRef("datum")
    )
    naar_werk = Uitstroom.objects.filter(
        werknemer=OuterRef("pk"), **_ZELFDE, bestemming__in=MET_WERKGEVER
    )
    return naar_werk.exclude(Exists(terug))
