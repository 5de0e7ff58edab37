"""One part of a nightly job, and how the last try at it ended."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q


class NachtdeelQuerySet(models.QuerySet["Nachtdeel"]):
    def te_doen(self, sinds: datetime, run_sinds: datetime) -> Self:
        """What a run has to do: not succeeded since its night began, nor tried in this very run."""
        return self.filter(
            Q(op=None) | Q(gelukt=True, op__lt=sinds) | Q(gelukt=False, op__lt=run_sinds)
        )


class Nachtdeel(models.Model):
    """`deel` is what its job calls the part, such as the key of an organisation; `op` is when the
    last try ended (None: never tried), and `tellingen` what it counted."""

    taak = models.CharField(max_length=60)
    deel = models.BigIntegerField()
    op = models.DateTimeField(null=True)
    gelukt = models.BooleanField(default=False)
    tellingen = models.JSONField(default=dict)
    fout = models.TextField(blank=True)

    objects = NachtdeelQuerySet.as_manager()

    class Meta:
        verbose_name = "deel van een nacht"
        verbose_name_plural = "delen van nachten"
        ordering = ("taak", "deel")
        constraints = (
            models.UniqueConstraint(
                fields=("taak", "deel"),
                name="nachtdeel_eenmalig",
                violation_error_message="Dit deel van de nacht is er al.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.taak} {self.deel}"
