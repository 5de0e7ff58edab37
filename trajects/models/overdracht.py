"""The warm hand-over to a next employer; nothing is shared without the employee's consent."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from trajects.keuzes import Checkpunt, Deelbaar, Toestemmingswijze
from trajects.models.bereik import PlanQuerySet


class Overdracht(models.Model):
    """`gedeeld` is what was passed on; the database refuses what `toestemming_voor` lacks."""

    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="overdrachten"
    )
    werkgever = models.ForeignKey(
        "trajects.Werkgever", on_delete=models.PROTECT, related_name="overdrachten"
    )
    gesprek_gepland_op = models.DateField(null=True, blank=True)
    gesprek_gehouden_op = models.DateField(null=True, blank=True)
    deelnemers = models.CharField(max_length=300, blank=True)
    afspraken = models.TextField(max_length=2000, blank=True)
    toestemming_op = models.DateField(null=True, blank=True)
    toestemming_wijze = models.CharField(max_length=14, choices=Toestemmingswijze, blank=True)
    toestemming_voor = ArrayField(
        models.CharField(max_length=16, choices=Deelbaar), default=list, blank=True
    )
    gedeeld = ArrayField(
        models.CharField(max_length=16, choices=Deelbaar), default=list, blank=True
    )
    gedeeld_op = models.DateField(null=True, blank=True)
    gedaan = ArrayField(
        models.CharField(max_length=16, choices=Checkpunt), default=list, blank=True
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet["Overdracht"].as_manager()

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(gedeeld__contained_by=F("toestemming_voor")),
                name="overdracht_alleen_met_toestemming",
                violation_error_message=(
                    "Je kunt alleen delen waarvoor de werknemer toestemming gaf."
                ),
            ),
            models.CheckConstraint(
                condition=Q(toestemming_op=None, toestemming_wijze="", toestemming_voor=[])
                | (
                    Q(toestemming_op__isnull=False)
                    & ~Q(toestemming_wijze="")
                    & ~Q(toestemming_voor=[])
                ),
                name="overdracht_toestemming_volledig",
                violation_error_message=(
                    "Zeg waarvoor, wanneer en hoe de werknemer toestemming gaf."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gedeeld=[], gedeeld_op=None)
                | (
                    ~Q(gedeeld=[])
                    & Q(gedeeld_op__isnull=False, gedeeld_op__gte=F("toestemming_op"))
                ),
                name="overdracht_gedeeld_na_toestemming",
                violation_error_message="Delen kan pas op of na de dag van de toestemming.",
            ),
        )

    def __str__(self) -> str:
        return f"overdracht naar {self.werkgever}"
