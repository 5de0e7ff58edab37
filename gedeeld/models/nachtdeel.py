"""How the last try at one part of a nightly job ended."""

from datetime import datetime
from typing import Self

from django.db import models


class NachtdeelQuerySet(models.QuerySet["Nachtdeel"]):
    def af(self, sinds: datetime, run_sinds: datetime) -> Self:
        """What a run needs not do: it succeeded in this night, or failed in this very run."""
        return self.filter(
            models.Q(gelukt=True, op__gte=sinds) | models.Q(gelukt=False, op__gte=run_sinds)
        )


class Nachtdeel(models.Model):
    """`deel` is what its job calls the part, such as the key of an organisation; `op` is when it
    ended, and `tellingen` what it counted."""

    taak = models.CharField(max_length=60)
    deel = models.BigIntegerField()
    op = models.DateTimeField()
    gelukt = models.BooleanField()
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
