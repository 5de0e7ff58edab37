"""The support that was granted: a period, its kind, and steps that were set by hand."""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Case, Exists, F, Func, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact, LessThan

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from gedeeld.velden import MET_DAGEN, PeriodeVeld
from regels.keuzes import IN_KWARTALEN, SoortAdvies
from regels.models.percentage import PERCENTAGE_ZIN, percentage_voorwaarde
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models.zichtbaarheid import zichtbare_werknemers


def _begint_een_kwartaal(grens: str) -> Exact:
    """Whether the `lower` or `upper` bound of `periode` is the first day of a quarter."""
    dag = Func(F("periode"), function=grens, output_field=models.DateField())
    kwartaal = Func(
        dag,
        function="date_trunc",
        template="(date_trunc('quarter', %(expressions)s::timestamp))::date",
        output_field=models.DateField(),
    )
    return Exact(dag, kwartaal)


def _eigen_kwartalen() -> Case:
    """The days in which nothing of another kind may run: of an LDE transition not those of the
    quarter in which it ends, since an IMW advice may begin there; but all of one that lies within a
    quarter. `termijn.botsen` says the same."""
    van = Func(F("periode"), function="lower", output_field=models.DateField())
    kwartaal = Func(
        F("periode"),
        template="(date_trunc('quarter', (upper(%(expressions)s) - 1)::timestamp))::date",
        output_field=models.DateField(),
    )
    return Case(
        When(
            Q(soort=SoortAdvies.LDE_OVERGANG) & Q(LessThan(van, kwartaal)),
            then=Func(van, kwartaal, function="daterange", output_field=DateRangeField()),
        ),
        default=F("periode"),
        output_field=DateRangeField(),
    )


class AdviesperiodeQuerySet(models.QuerySet["Adviesperiode"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Those of the employees whom this user may know about."""
        return self.filter(zichtbare_werknemers(gebruiker, "werknemer"))

    def met_begeleiding_op(self, datum: date) -> Self:
        """Running on the day with a level of guidance, so that it brings a guidance premium; for
        one advice: `schijven.niveau_op`. Annotates `niveau`, `niveau_sinds`, the first day of that
        level, and `begeleid_sinds`, the first day of its guidance, without a stop in between."""
        begonnen = _besluiten().filter(advies=OuterRef("pk"), periode__startswith__lte=datum)
        laatste = begonnen.order_by("-gebeurtenis__besluitdatum", "-gebeurtenis")
        wissels = _wissels(begonnen)
        return (
            self.filter(periode__contains=datum, soort__in=IN_KWARTALEN)
            .annotate(
                niveau=Coalesce(
                    Subquery(laatste.values("gebeurtenis__begeleidingsniveau")[:1]),
                    "begeleidingsniveau",
                ),
                niveau_sinds=_laatste_dag_van(wissels),
                begeleid_sinds=_laatste_dag_van(wissels.filter(vorig=Begeleidingsniveau.GEEN)),
            )
            .exclude(niveau=Begeleidingsniveau.GEEN)
        )


def _besluiten() -> models.QuerySet[Any]:
    """The steps that decisions set, in the organisation of the row around them."""
    return Premieschijf.objects.filter(
        organisatie=OuterRef("organisatie"), gebeurtenis__isnull=False
    )


def _geldig(besluiten: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Without those that a later decision took the place of, from a day before them on."""
    dag, nummer = (OuterRef(f"gebeurtenis{veld}") for veld in ("__besluitdatum", ""))
    later = _besluiten().filter(
        Q(gebeurtenis__besluitdatum__gt=dag)
        | Q(gebeurtenis__besluitdatum=dag, gebeurtenis__gt=nummer),
        advies=OuterRef("advies"),
        periode__startswith__lte=OuterRef("periode__startswith"),
    )
    return besluiten.exclude(Exists(later))


def _wissels(besluiten: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Those with which another level begins; `vorig` is the level before."""
    eerder = _geldig(
        _besluiten().filter(
            advies=OuterRef("advies"), periode__startswith__lt=OuterRef("periode__startswith")
        )
    )
    vorig = eerder.order_by("-periode__startswith").values("gebeurtenis__begeleidingsniveau")
    return (
        _geldig(besluiten)
        .annotate(vorig=Coalesce(Subquery(vorig[:1]), "advies__begeleidingsniveau"))
        .exclude(gebeurtenis__begeleidingsniveau=F("vorig"))
    )


def _laatste_dag_van(wissels: models.QuerySet[Any]) -> Coalesce:
    """The first day of the advice when there are none."""
    laatste = wissels.order_by("-periode__startswith").values("periode__startswith")
    return Coalesce(
        Subquery(laatste[:1]), F("periode__startswith"), output_field=models.DateField()
    )


class Adviesperiode(models.Model):
    """One advice. Its steps follow from the start package unless `schijven` says otherwise.

    `bijgetelde_dagen`: calendar days that illness adds to the LDE right of who is 55 or older. They
    move the proposal of a block (`adviesdagen.blokken`), never the days that were granted.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.PROTECT,
        related_name="adviezen",
        db_index=False,
    )
    soort = models.CharField(max_length=20, choices=SoortAdvies)
    besluitdatum = models.DateField()
    periode = PeriodeVeld()
    begeleidingsniveau = models.CharField(
        max_length=10, choices=Begeleidingsniveau, default=Begeleidingsniveau.GEEN
    )
    bijgetelde_dagen = models.PositiveSmallIntegerField(default=0)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = AdviesperiodeQuerySet.as_manager()

    class Meta:
        verbose_name = "adviesperiode"
        verbose_name_plural = "adviesperiodes"
        ordering = ("periode", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="adviesperiode_organisatie"),
            Oudersleutel(name="adviesperiode_ouder"),
            ExclusionConstraint(
                name="advies_geen_overlap",
                expressions=(
                    ("werknemer", RangeOperators.EQUAL),
                    (_eigen_kwartalen(), RangeOperators.OVERLAPS),
                ),
                condition=MET_DAGEN,
                violation_error_message=(
                    "Er loopt al een ander advies in (een deel van) die periode. "
                    "Een verlenging begint op de dag nadat het vorige advies eindigt."
                ),
            ),
            ExclusionConstraint(
                name="advies_een_overgang",
                expressions=(
                    ("werknemer", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ),
                condition=Q(soort=SoortAdvies.LDE_OVERGANG),
                violation_error_message=(
                    "Er loopt al een LDE-overgang in (een deel van) die periode."
                ),
            ),
            models.CheckConstraint(
                condition=Q(
                    periode__isempty=False,
                    periode__startswith__isnull=False,
                    periode__endswith__isnull=False,
                ),
                name="advies_heeft_einde",
                violation_error_message="Een advies heeft een begin en een einde.",
            ),
            models.CheckConstraint(
                condition=~Q(soort__in=IN_KWARTALEN)
                | (Q(_begint_een_kwartaal("lower")) & Q(_begint_een_kwartaal("upper"))),
                name="advies_hele_kwartalen",
                violation_error_message=(
                    "Een IMW-advies begint op de eerste dag van een kwartaal "
                    "en eindigt op de laatste."
                ),
            ),
            models.CheckConstraint(
                condition=Q(bijgetelde_dagen=0) | Q(soort=SoortAdvies.LDE_OVERGANG),
                name="advies_bijgetelde_dagen",
                violation_error_message="Alleen bij een LDE-overgang tel je dagen bij.",
            ),
        )
        indexes = (
            models.Index(Func(F("periode"), function="upper"), name="advies_einde"),
            # What the end of support needs to know, without going to the table for it.
            models.Index(
                fields=("werknemer",), include=("periode", "id"), name="advies_van_werknemer"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.periode}"


class _Schijven(models.Manager["Premieschijf"]):
    def get_queryset(self) -> models.QuerySet["Premieschijf"]:
        """With what set them: who reads a step asks it, and prefetching asks for no join."""
        return super().get_queryset().select_related("gebeurtenis")


class Premieschijf(models.Model):
    """A step that was set by hand: `percentage` of wage premium during `periode`.

    Those without `gebeurtenis` are what the advice began with; those of an event count from their
    first day on (`premies.bijstellingen`).
    """

    organisatie = Organisatiesleutel()
    advies = models.ForeignKey(Adviesperiode, on_delete=models.CASCADE, related_name="schijven")
    gebeurtenis = models.ForeignKey(
        "werknemers.Adviesgebeurtenis",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="schijven",
    )
    periode = PeriodeVeld()
    percentage = models.PositiveSmallIntegerField()

    objects = _Schijven()

    class Meta:
        verbose_name = "premieschijf"
        verbose_name_plural = "premieschijven"
        ordering = ("periode", "pk")
        constraints = (
            ZelfdeOrganisatie("advies", "gebeurtenis", name="premieschijf_organisatie"),
            ExclusionConstraint(
                name="premieschijf_geen_overlap",
                expressions=(
                    ("advies", RangeOperators.EQUAL),
                    (Coalesce("gebeurtenis", 0), RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ),
                violation_error_message="Twee premieschijven gelden voor dezelfde dagen.",
            ),
            models.CheckConstraint(
                condition=percentage_voorwaarde(),
                name="premieschijf_percentage",
                violation_error_message=PERCENTAGE_ZIN,
            ),
        )

    def __str__(self) -> str:
        return f"{self.percentage} %, {self.periode}"
