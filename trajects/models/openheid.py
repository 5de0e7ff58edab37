"""Openness from the first day: the passage in the contract, and how it was explained."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.models.bereik import OrganisatieQuerySet, PlanQuerySet
from werknemers.keuzes import Voertaal


class PassageQuerySet(OrganisatieQuerySet["Contractpassage"]):
    def met_aantal_contracten(self, organisatie_id: int | None) -> Self:
        """`aantal_contracten`: of this organisation, for the example is in those of others too."""
        eigen = Passagetoelichting.objects.filter(
            organisatie=organisatie_id, passage=OuterRef("pk")
        )
        geteld = eigen.order_by().values("passage").annotate(aantal=Count("pk")).values("aantal")
        return self.annotate(aantal_contracten=Coalesce(Subquery(geteld), 0))


class Contractpassage(models.Model):
    """A version of the special passage. Its text never changes: a trigger refuses that.

    The first version of everybody (without organisation) is the example of Koepel LDE.
    """

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contractpassages",
        db_index=False,
    )
    versie = models.PositiveSmallIntegerField()
    tekst = models.TextField(max_length=10_000)
    toelichting = models.CharField(max_length=300, blank=True)
    vanaf = models.DateField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", null=True, on_delete=models.PROTECT, related_name="contractpassages"
    )
    aangemaakt_op = models.DateTimeField(auto_now_add=True)

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = "bijzondere passage"
        verbose_name_plural = "bijzondere passages"
        ordering = ("versie", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisatie", "versie"),
                name="passage_versie_uniek",
                nulls_distinct=False,
                violation_error_message=(
                    "Iemand anders bewaarde net een nieuwe versie van de passage. Lees die eerst."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"versie {self.versie}"

    @property
    def gewijzigd_op(self) -> datetime:
        """A version does not change: who saw the last one saw it since it was made."""
        return self.aangemaakt_op


class Passagetoelichting(models.Model):
    """Which passage a contract holds, and how it was explained: by whom, when, in which language.

    `erkend_op` is the day on which the employee said to have understood it.
    """

    organisatie = Organisatiesleutel()
    contract = models.OneToOneField(
        "werknemers.Arbeidsovereenkomst", on_delete=models.PROTECT, related_name="toelichting"
    )
    passage = models.ForeignKey(
        Contractpassage, null=True, blank=True, on_delete=models.PROTECT, related_name="contracten"
    )
    uitgelegd_op = models.DateField(null=True, blank=True)
    uitgelegd_door = models.CharField(max_length=120, blank=True)
    taal = models.CharField(max_length=2, choices=Voertaal, blank=True)
    met_tolk = models.BooleanField(default=False)
    erkend_op = models.DateField(null=True, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    class _Bereik(PlanQuerySet["Passagetoelichting"]):
        werknemer_pad = "contract__werknemer"

    objects = _Bereik.as_manager()

    class Meta:
        verbose_name = "toelichting bij de passage"
        verbose_name_plural = "toelichtingen bij de passage"
        ordering = ("pk",)
        indexes = (models.Index(fields=("organisatie", "passage"), name="toelichting_passage"),)
        constraints = (
            ZelfdeOrganisatie("contract", name="passagetoelichting_organisatie"),
            models.CheckConstraint(
                condition=Q(uitgelegd_op=None) | (~Q(uitgelegd_door="") & ~Q(taal="")),
                name="toelichting_door_wie",
                violation_error_message="Zeg wie de passage uitlegde, en in welke taal.",
            ),
            models.CheckConstraint(
                condition=Q(erkend_op=None)
                | Q(uitgelegd_op__isnull=False, erkend_op__gte=models.F("uitgelegd_op")),
                name="toelichting_erkend_na_uitleg",
                violation_error_message=(
                    "Een werknemer bevestigt pas nadat de passage is uitgelegd."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"passage in het contract van {self.contract.werknemer}"
