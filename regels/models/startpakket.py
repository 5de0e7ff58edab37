"""The start packages: which percentage of wage premium in which quarter of an advice."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q

from gedeeld.velden import PeriodeVeld
from regels.keuzes import SoortAdvies
from regels.models.percentage import PERCENTAGE_ZIN, percentage_voorwaarde


class StartpakketQuerySet(models.QuerySet["Startpakket"]):
    def standaard(self) -> Self:
        """The package that counts where sources contradict each other."""
        return self.filter(standaard=True)

    def op(self, datum: date) -> Self:
        """Packages in force for a decision of this day."""
        return self.filter(geldig__contains=datum)


class Startpakket(models.Model):
    """The wage premium steps that an advice of one kind starts with, for decisions in `geldig`.

    Where sources disagree about the split over quarters, each variant is a package of its own and
    `standaard` says which one counts; the page of an advice shows the others as a contradiction.
    """

    soort = models.CharField(max_length=20, choices=SoortAdvies)
    variant = models.CharField(max_length=20, help_text="Verdeling over kwartalen, zoals 5/3/12.")
    geldig = PeriodeVeld()
    standaard = models.BooleanField(default=True)
    bron = models.ForeignKey("regels.Bron", on_delete=models.PROTECT, related_name="+")
    plaats = models.CharField(max_length=120, blank=True)
    citaat = models.CharField(max_length=300, blank=True)
    nagekeken_op = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    objects = StartpakketQuerySet.as_manager()

    class Meta:
        verbose_name = "startpakket"
        verbose_name_plural = "startpakketten"
        ordering = ("soort", "-standaard", "variant", "pk")
        constraints = (
            ExclusionConstraint(
                name="startpakket_een_standaard",
                expressions=(
                    ("soort", RangeOperators.EQUAL),
                    ("geldig", RangeOperators.OVERLAPS),
                ),
                condition=Q(standaard=True),
                violation_error_message=(
                    "Er geldt al een ander standaardpakket voor deze soort in die periode."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()} ({self.variant})"

    @property
    def treden(self) -> list[tuple[int, int, int]]:
        """First quarter, last quarter and percentage of each step."""
        schijven = sorted(self.schijven.all(), key=lambda schijf: schijf.eerste_kwartaal)
        return [(s.eerste_kwartaal, s.laatste_kwartaal, s.percentage) for s in schijven]


class StartpakketSchijf(models.Model):
    """Quarters `eerste_kwartaal` to `laatste_kwartaal` (counted from 1) at `percentage`."""

    startpakket = models.ForeignKey(Startpakket, on_delete=models.CASCADE, related_name="schijven")
    eerste_kwartaal = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    laatste_kwartaal = models.PositiveSmallIntegerField(validators=[MaxValueValidator(20)])
    percentage = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "schijf van een startpakket"
        verbose_name_plural = "schijven van startpakketten"
        ordering = ("startpakket", "eerste_kwartaal")
        constraints = (
            models.CheckConstraint(
                condition=percentage_voorwaarde(),
                name="startpakketschijf_percentage",
                violation_error_message=PERCENTAGE_ZIN,
            ),
            models.CheckConstraint(
                condition=Q(laatste_kwartaal__gte=F("eerste_kwartaal")),
                name="startpakketschijf_volgorde",
                violation_error_message="Het laatste kwartaal komt na het eerste.",
            ),
            ExclusionConstraint(
                name="startpakketschijf_geen_overlap",
                expressions=(
                    ("startpakket", RangeOperators.EQUAL),
                    (
                        Func(
                            F("eerste_kwartaal"),
                            F("laatste_kwartaal"),
                            function="int4range",
                            template="%(function)s(%(expressions)s, '[]')",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ),
                violation_error_message="Twee schijven gelden voor hetzelfde kwartaal.",
            ),
        )

    def __str__(self) -> str:
        return f"K{self.eerste_kwartaal}–{self.laatste_kwartaal}: {self.percentage} %"
