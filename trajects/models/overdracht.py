"""The warm hand-over to a next employer; nothing is shared without the employee's consent."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from trajects.keuzes import Checkpunt, Deelbaar, Toestemmingswijze
from trajects.models.bereik import PlanQuerySet


class OverdrachtQuerySet(PlanQuerySet["Overdracht"]):
    def gesprek_gepland(self) -> Self:
        """With a talk that was planned and is not held yet."""
        return self.filter(gesprek_gepland_op__isnull=False, gesprek_gehouden_op=None)

    def lopend(self) -> Self:
        """Until the talk was held and each point of the checklist is done."""
        return self.exclude(gesprek_gehouden_op__isnull=False, gedaan__contains=Checkpunt.values)


class Overdracht(models.Model):
    """A trigger keeps `werkgever` once there is a consent: that was for this employer only."""

    organisatie = Organisatiesleutel()
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
    gedaan = ArrayField(
        models.CharField(max_length=16, choices=Checkpunt), default=list, blank=True
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = OverdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ("-pk",)
        constraints = (
            ZelfdeOrganisatie("werknemer", "werkgever", name="overdracht_organisatie"),
            Oudersleutel(name="overdracht_ouder"),
        )

    def __str__(self) -> str:
        return f"overdracht naar {self.werkgever}"


class ToestemmingQuerySet(PlanQuerySet["Toestemming"]):
    werknemer_pad = "overdracht__werknemer"

    def geldend(self) -> Self:
        """Not withdrawn."""
        return self.filter(ingetrokken_op=None)

    def ingetrokken(self) -> Self:
        """Withdrawn, and not given again since."""
        opnieuw = Toestemming.objects.geldend().filter(
            overdracht=OuterRef("overdracht"), wat=OuterRef("wat")
        )
        return self.exclude(ingetrokken_op=None).exclude(Exists(opnieuw))


class Toestemming(models.Model):
    """Consent to share one thing with the employer of one hand-over, and whether it was shared.

    What was shared stands in the consent itself: without a consent there is no row to mark. A
    trigger refuses to change what was agreed to, to mark anything after it was withdrawn, and to
    delete; see docs/adr/0014.
    """

    organisatie = Organisatiesleutel()
    overdracht = models.ForeignKey(
        Overdracht, on_delete=models.PROTECT, related_name="toestemmingen"
    )
    wat = models.CharField(max_length=16, choices=Deelbaar)
    gegeven_op = models.DateField()
    wijze = models.CharField(max_length=14, choices=Toestemmingswijze)
    gedeeld_op = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)

    objects = ToestemmingQuerySet.as_manager()

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("overdracht", name="toestemming_organisatie"),
            models.UniqueConstraint(
                fields=("overdracht", "wat"),
                condition=Q(ingetrokken_op=None),
                name="toestemming_een_per_onderdeel",
                violation_error_message="Hiervoor is er al toestemming. Herlaad de pagina.",
            ),
            models.CheckConstraint(
                condition=Q(wat__in=Deelbaar.values) & Q(wijze__in=Toestemmingswijze.values),
                name="toestemming_waarvoor_en_hoe",
                violation_error_message=(
                    "Zeg waarvoor, wanneer en hoe de werknemer toestemming gaf."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gedeeld_op=None) | Q(gedeeld_op__gte=F("gegeven_op")),
                name="toestemming_gedeeld_erna",
                violation_error_message="Delen kan pas op of na de dag van de toestemming.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op=None) | Q(ingetrokken_op__gte=F("gegeven_op")),
                name="toestemming_ingetrokken_erna",
                violation_error_message=(
                    "Een toestemming intrekken kan pas op of na de dag waarop ze gegeven is."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gedeeld_op=None)
                | Q(ingetrokken_op=None)
                | Q(gedeeld_op__lte=F("ingetrokken_op")),
                name="toestemming_niet_gedeeld_na_intrekking",
                violation_error_message=(
                    "Er is iets gedeeld na die dag. Trek de toestemming in op een latere dag."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"toestemming voor {self.get_wat_display()}"
