"""The periodic review of a trajectory: planned, held, moved or excused."""

from datetime import date
from typing import Any, ClassVar, Final, Self

from django.db import models
from django.db.models import Case, DateField, F, Func, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.db.models.lookups import Exact

from gebruikers.rechten import HeeftRol
from gedeeld.dagsommen import MaandenLater
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import TELT_DOOR, Evaluatiestand, Fase
from trajects.models.bereik import TrajectdeelQuerySet
from trajects.rechten import mag_evalueren
from werknemers.models.zichtbaarheid import NIEMAND

_GEPLAND = Q(stand=Evaluatiestand.GEPLAND)
_GEHOUDEN = Q(stand=Evaluatiestand.GEHOUDEN)
_TELT_VANAF: Final = Case(
    When(_GEHOUDEN, then=F("afgehandeld_op")),
    When(stand=Evaluatiestand.VRIJGESTELD, then=Greatest(F("gepland_op"), F("afgehandeld_op"))),
    output_field=DateField(),
)


class EvaluatiemomentQuerySet(TrajectdeelQuerySet["Evaluatiemoment"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """A review tells what was said, as the log does."""
        if not mag_evalueren(gebruiker):
            return self.filter(NIEMAND)
        return super().zichtbaar_voor(gebruiker)

    def gepland(self) -> Self:
        """Still to be held: at most one of a trajectory (`evaluatiemoment_een_gepland`)."""
        return self.filter(stand=Evaluatiestand.GEPLAND)

    def gehouden(self) -> Self:
        return self.filter(stand=Evaluatiestand.GEHOUDEN)

    def met_telt_vanaf(self) -> Self:
        """Annotate `telt_vanaf`, from which day the next one counts; the same for one review:
        `Evaluatiemoment.telt_vanaf_dag`."""
        return self.filter(stand__in=TELT_DOOR).annotate(telt_vanaf=_TELT_VANAF)


class Evaluatiemoment(models.Model):
    """One review that was due on `gepland_op`, and what became of it.

    `afgehandeld_op` is the day on which it was held, moved or excused; `door` who wrote that down.
    `reden` is why it was moved or excused, `afspraken` what was agreed when it was held: both tell
    what people said, so the trail keeps neither.
    """

    organisatie = Organisatiesleutel()
    traject = models.ForeignKey(
        "trajects.Traject", on_delete=models.PROTECT, related_name="evaluatiemomenten"
    )
    gepland_op = models.DateField()
    stand = models.CharField(max_length=12, choices=Evaluatiestand, default=Evaluatiestand.GEPLAND)
    afgehandeld_op = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=500, blank=True)
    afspraken = models.TextField(max_length=5000, blank=True)
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="evaluatiemomenten"
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = EvaluatiemomentQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluatiemoment"
        verbose_name_plural = "evaluatiemomenten"
        ordering = ("-gepland_op", "-pk")
        constraints = (
            ZelfdeOrganisatie("traject", name="evaluatiemoment_organisatie"),
            models.UniqueConstraint(
                fields=("traject",),
                condition=_GEPLAND,
                name="evaluatiemoment_een_gepland",
                violation_error_message="Er staat al een volgende evaluatie gepland.",
            ),
            models.UniqueConstraint(
                fields=("traject", "afgehandeld_op"),
                condition=_GEHOUDEN,
                name="evaluatiemoment_per_dag",
                violation_error_message="Voor die dag staat er al een evaluatie. Pas die aan.",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=Evaluatiestand.values),
                name="evaluatiemoment_stand",
                violation_error_message=(
                    "Een evaluatie is gepland, gehouden, verzet of niet nodig."
                ),
            ),
            models.CheckConstraint(
                condition=(_GEPLAND & Q(afgehandeld_op=None))
                | (~_GEPLAND & Q(afgehandeld_op__isnull=False)),
                name="evaluatiemoment_afgehandeld_op",
                violation_error_message="Zeg op welke dag de evaluatie was.",
            ),
            models.CheckConstraint(
                condition=((_GEPLAND | _GEHOUDEN) & Q(reden=""))
                | (~(_GEPLAND | _GEHOUDEN) & ~Q(reden="")),
                name="evaluatiemoment_reden",
                violation_error_message="Zeg waarom de evaluatie verzet wordt of niet nodig is.",
            ),
            models.CheckConstraint(
                condition=_GEHOUDEN | Q(afspraken=""),
                name="evaluatiemoment_afspraken",
                violation_error_message="Afspraken horen bij een evaluatie die er was.",
            ),
        )

    def __str__(self) -> str:
        return f"evaluatie van {self.afgehandeld_op or self.gepland_op:%d/%m/%Y}"

    @property
    def is_gepland(self) -> bool:
        return self.stand == Evaluatiestand.GEPLAND

    @property
    def is_gehouden(self) -> bool:
        return self.stand == Evaluatiestand.GEHOUDEN

    @property
    def telt_vanaf_dag(self) -> date | None:
        """From which day the next one counts, as `EvaluatiemomentQuerySet.met_telt_vanaf`; None
        when it does not. One that was excused long before it was due still counts as that day."""
        if self.stand not in TELT_DOOR or self.afgehandeld_op is None:
            return None
        if self.is_gehouden:
            return self.afgehandeld_op
        return max(self.gepland_op, self.afgehandeld_op)


def evaluatie_op(maanden: Any) -> Subquery:
    """On which day the review of a running trajectory is due, as an expression on it; None for who
    has none. `maanden` is the term, an expression too. The same for one trajectory:
    `kader.evaluatiedag.bepaal_evaluatiedag`.

    The reviews of a trajectory are looked up once, for both the planned one and the last.
    """
    momenten = Evaluatiemoment.objects.filter(
        traject=OuterRef("pk"), organisatie=OuterRef("organisatie")
    ).order_by()
    laatste = _Hoogste(_TELT_VANAF)
    vanzelf = Case(
        When(
            ~Q(Exact(OuterRef("fase"), Value(Fase.NAZORG))),
            then=MaandenLater(Greatest(OuterRef("gestart_op"), laatste), maanden),
        ),
        output_field=DateField(),
    )
    gepland = _Hoogste(Case(When(_GEPLAND, then=F("gepland_op"))))
    return Subquery(momenten.values(dag=Coalesce(gepland, vanzelf)))


def evaluatie_onderwerp() -> Coalesce:
    """Which review of a trajectory that is, as an expression on it: after each one that was held or
    excused the next is another one, also when it is moved. No review has the key of a trajectory
    below zero."""
    geweest = Evaluatiemoment.objects.filter(
        traject=OuterRef("pk"), organisatie=OuterRef("organisatie"), stand__in=TELT_DOOR
    )
    laatste = geweest.order_by("-afgehandeld_op", "-pk").values("pk")[:1]
    return Coalesce(Subquery(laatste), -F("pk"))


class _Hoogste(Func):
    """The last of a day over all rows, one row also when there are none. Django groups by what it
    knows to be an aggregate, and then nothing comes of no rows."""

    function = "MAX"
    output_field: ClassVar = DateField()
