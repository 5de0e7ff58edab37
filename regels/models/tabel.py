"""A table of the law: from so many months of seniority, so many weeks of notice."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import Q

from gedeeld.velden import PeriodeVeld
from regels.keuzes import Tabelcode, Zekerheid


class RegeltabelQuerySet(models.QuerySet["Regeltabel"]):
    def op(self, datum: date) -> Self:
        """For a contract that began on this day."""
        return self.filter(geldig__contains=datum)


class Regeltabel(models.Model):
    """`rijen` are pairs of months and weeks, each pair counting until the months of the next.

    `geldig` holds the first days of the contracts that it is for: a law that changes notice leaves
    those that run alone.
    """

    code = models.CharField(max_length=40, choices=Tabelcode)
    geldig = PeriodeVeld()
    rijen = ArrayField(ArrayField(models.PositiveSmallIntegerField(), size=2))
    bron = models.ForeignKey("regels.Bron", on_delete=models.PROTECT, related_name="+")
    zekerheid = models.CharField(max_length=2, choices=Zekerheid)
    plaats = models.CharField(max_length=120, blank=True)
    citaat = models.CharField(max_length=300, blank=True)
    nagekeken_op = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)
    tegenspraak = models.TextField(blank=True)

    objects = RegeltabelQuerySet.as_manager()

    class Meta:
        verbose_name = "regeltabel"
        verbose_name_plural = "regeltabellen"
        ordering = ("code", "geldig", "pk")
        constraints = (
            ExclusionConstraint(
                name="regeltabel_geen_overlap",
                expressions=(
                    ("code", RangeOperators.EQUAL),
                    ("geldig", RangeOperators.OVERLAPS),
                ),
                violation_error_message="Voor (een deel van) die periode staat er al een tabel.",
            ),
            models.CheckConstraint(
                condition=Q(geldig__isempty=False, geldig__startswith__isnull=False),
                name="regeltabel_geldig",
                violation_error_message="Een tabel geldt vanaf een eerste dag.",
            ),
            models.CheckConstraint(
                condition=Q(rijen__len__gt=0, rijen__0__0=0),
                name="regeltabel_rijen",
                violation_error_message="Een tabel begint bij 0 maanden.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_code_display()}, {self.geldig}"

    def weken(self, maanden: int) -> int:
        """Of notice, after so many whole months of seniority."""
        return next(w for vanaf, w in reversed(self.rijen) if vanaf <= maanden)
