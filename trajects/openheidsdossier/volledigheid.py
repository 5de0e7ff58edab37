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
    Passagetoelichting,
    Planbespreking,
    Traject,
    Uitstroom,
)
from werknemers.models import Arbeidsovereenkomst, Werknemer

Mensen = TypeVar("Mensen", bound="QuerySet[Any]")
# Who stayed away from a training did not follow it.
_TELT: Final = (Standdeelname.GEPLAND, Standdeelname.AANWEZIG)


def met_gaten(mensen: Mensen, op: date, organisatie: int | None) -> Mensen:
    """Annotate `ontbreekt`: the gaps of each on the day, in the order of `Dossiergat`.

    All of them of one organisation. Its key stands in each condition: the database then reads what
    is of that organisation, and not of the whole country.
    """
    namen = ArrayField(CharField())
    gevallen = (
        Case(When(conditie, then=Value(gat.value)), default=None, output_field=CharField())
        for gat, conditie in voorwaarden(op, organisatie).items()
    )
    rij = Func(*gevallen, template="ARRAY[%(expressions)s]", output_field=namen)
    geen = Value(None, output_field=CharField())
    ontbreekt = Func(rij, geen, function="ARRAY_REMOVE", output_field=namen)
    return mensen.annotate(ontbreekt=ontbreekt)


def gaten_van(werknemer: Werknemer, op: date) -> list[Dossiergat]:
    """The gaps of one employee whom the reader may see."""
    zelf = Werknemer.objects.filter(pk=werknemer.pk)
    met: Any = met_gaten(zelf, op, werknemer.organisatie_id)
    return [Dossiergat(gat) for gat in met.values_list("ontbreekt", flat=True)[0]]


def onvolledig(op: date, organisatie: int | None) -> Q:
    """With at least one gap on the day."""
    return reduce(or_, voorwaarden(op, organisatie).values())


def voorwaarden(op: date, organisatie: int | None) -> Mapping[Dossiergat, Q]:
    """For whom of this organisation each gap is there on the day."""
    deelnames = _van(Deelname, organisatie)
    gevolgd = deelnames.filter(
        stand__in=_TELT, vorming__organisatie=organisatie, vorming__geannuleerd=False
    )
    bestand = Bijlage.objects.filter(organisatie=organisatie, deelname=OuterRef("pk"))
    kaal = deelnames.exclude(attest="").exclude(Exists(bestand))
    return {
        **_passage(op, organisatie),
        Dossiergat.GESPREK: ~Q(Exists(_gesprekken(organisatie))),
        Dossiergat.JOBDOELWIT: ~Q(Exists(_in_traject(Jobdoelwit, organisatie))),
        Dossiergat.DOEL: ~Q(Exists(_in_traject(Doel, organisatie))),
        Dossiergat.BESPREKING: Q(Exists(_zonder_bespreking(organisatie))),
        Dossiergat.VORMING: ~Q(Exists(gevolgd)),
        Dossiergat.ATTEST: Q(Exists(kaal)),
        Dossiergat.OVERDRACHT: Q(Exists(_vertrek_naar_werk(organisatie)))
        & ~Q(Exists(_van(Overdracht, organisatie))),
    }


def _van(model: Any, organisatie: int | None) -> "QuerySet[Any]":
    """Rows of one employee of the organisation, inside a condition on employees."""
    eigen = model.objects.filter(organisatie=organisatie, werknemer=OuterRef("pk"))
    rijen: QuerySet[Any] = eigen.order_by()
    return rijen


def _in_traject(model: Any, organisatie: int | None) -> "QuerySet[Any]":
    """The same for what hangs on a trajectory."""
    eigen = model.objects.filter(
        organisatie=organisatie,
        traject__organisatie=organisatie,
        traject__werknemer=OuterRef("pk"),
    )
    rijen: QuerySet[Any] = eigen.order_by()
    return rijen


def _passage(op: date, organisatie: int | None) -> Mapping[Dossiergat, Q]:
    """By the first step that is still to be taken for a contract: see `Contractopenheid`. Without
    any contract there is no passage either."""
    contracten = _van(Arbeidsovereenkomst, organisatie)
    tellend = contracten.filter(_telt_mee(op, organisatie))
    gekozen = Passagetoelichting.objects.filter(
        organisatie=organisatie, contract=OuterRef("pk"), passage__isnull=False
    )
    niet_uitgelegd = gekozen.filter(uitgelegd_op=None)
    niet_bevestigd = gekozen.filter(uitgelegd_op__isnull=False, erkend_op=None)
    return {
        Dossiergat.PASSAGE: Q(Exists(tellend.exclude(Exists(gekozen)))) | ~Q(Exists(contracten)),
        Dossiergat.UITLEG: Q(Exists(tellend.filter(Exists(niet_uitgelegd)))),
        Dossiergat.BEVESTIGING: Q(Exists(tellend.filter(Exists(niet_bevestigd)))),
    }


def _telt_mee(op: date, organisatie: int | None) -> Q:
    """A contract that is not over on the day, and the one that began last: of who left, that is
    the one that people ask about."""
    loopt = Q(periode__endswith__isnull=True) | Q(periode__endswith__gt=op)
    return loopt | ~Q(Exists(_begonnen_na("periode__startswith", organisatie)))


def _begonnen_na(dag: str, organisatie: int | None) -> "QuerySet[Arbeidsovereenkomst]":
    """Contracts of the same employee since, inside a condition on a row with this day."""
    return Arbeidsovereenkomst.objects.filter(
        organisatie=organisatie,
        werknemer=OuterRef("werknemer"),
        periode__startswith__gt=OuterRef(dag),
    )


def _gesprekken(organisatie: int | None) -> "QuerySet[Any]":
    notities: Any = _van(Notitie, organisatie)
    gesprekken: QuerySet[Any] = notities.over(Thema.EINDDOEL).deelbaar()
    return gesprekken


def _zonder_bespreking(organisatie: int | None) -> "QuerySet[Any]":
    """A running trajectory of which no plan was gone through since it began."""
    besproken = Planbespreking.objects.filter(
        organisatie=organisatie,
        werknemer=OuterRef("werknemer"),
        besproken_op__gte=OuterRef("gestart_op"),
    )
    trajecten: Any = _van(Traject, organisatie)
    lopend: QuerySet[Any] = trajecten.lopend().exclude(Exists(besproken))
    return lopend


def _vertrek_naar_werk(organisatie: int | None) -> "QuerySet[Any]":
    """Left, or about to leave, for a job; who came back since is not leaving any more."""
    naar_werk = _van(Uitstroom, organisatie).filter(bestemming__in=MET_WERKGEVER)
    return naar_werk.exclude(Exists(_begonnen_na("datum", organisatie)))
