"""Work placements and applications: the first steps at another employer."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from gedeeld.velden import PeriodeVeld
from trajects.keuzes import Resultaat, Standsollicitatie
from trajects.models.bereik import PlanQuerySet


class StageQuerySet(PlanQuerySet["Stage"]):
    def op(self, datum: date) -> Self:
        return self.filter(periode__contains=datum)

    def zonder_evaluatie(self) -> Self:
        return self.filter(evaluatie="")


class Stage(models.Model):
    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="stages"
    )
    werkgever = models.ForeignKey(
        "trajects.Werkgever", on_delete=models.PROTECT, related_name="stages"
    )
    periode = PeriodeVeld()
    taak = models.CharField(max_length=200)
    evaluatie = models.TextField(max_length=2000, blank=True)
    resultaat = models.CharField(max_length=10, choices=Resultaat, default=Resultaat.GEEN)
    attest = models.CharField(max_length=150, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = "stage"
        verbose_name_plural = "stages"
        ordering = ("-periode", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", "werkgever", name="stage_organisatie"),
            models.CheckConstraint(
                condition=Q(
                    periode__isempty=False,
                    periode__startswith__isnull=False,
                    periode__endswith__isnull=False,
                ),
                name="stage_heeft_einde",
                violation_error_message="Een stage heeft een eerste en een laatste dag.",
            ),
        )

    def __str__(self) -> str:
        return f"stage bij {self.werkgever}"


class Sollicitatie(models.Model):
    """`werkgever` None: an employer that is not in the register; `vacature` then names it."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="sollicitaties"
    )
    werkgever = models.ForeignKey(
        "trajects.Werkgever",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sollicitaties",
    )
    vacature = models.CharField(max_length=200)
    datum = models.DateField()
    stand = models.CharField(
        max_length=14, choices=Standsollicitatie, default=Standsollicitatie.VERSTUURD
    )
    terugkoppeling = models.TextField(max_length=2000, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet["Sollicitatie"].as_manager()

    class Meta:
        verbose_name = "sollicitatie"
        verbose_name_plural = "sollicitaties"
        ordering = ("-datum", "-pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", "werkgever", name="sollicitatie_organisatie"),
        )

    def __str__(self) -> str:
        return self.vacature
