"""When the support plan of somebody was drawn up or changed, as it was agreed on paper."""

from django.db import models

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.models.bereik import PlanQuerySet


class Planversie(models.Model):
    """A version that was discussed on the day `op` (docs/regels.md#guidance-on-the-work-floor)."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.PROTECT,
        related_name="planversies",
        db_index=False,
    )
    op = models.DateField()
    aanleiding = models.CharField(max_length=300)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet["Planversie"].as_manager()

    class Meta:
        verbose_name = "versie van het ondersteuningsplan"
        verbose_name_plural = "versies van het ondersteuningsplan"
        ordering = ("op", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="planversie_organisatie"),
            models.UniqueConstraint(
                fields=("werknemer", "op"),
                name="planversie_per_dag",
                violation_error_message="Van die dag staat er al een versie. Pas die aan.",
            ),
        )

    def __str__(self) -> str:
        return f"ondersteuningsplan van {self.op:%d/%m/%Y}"
