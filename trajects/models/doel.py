"""The plan itself: goals, and who does what by when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import Standactie, Standdoel, Thema, Wie
from trajects.models.bereik import PlanQuerySet, TrajectdeelQuerySet


class Doel(models.Model):
    organisatie = Organisatiesleutel()
    traject = models.ForeignKey("trajects.Traject", on_delete=models.PROTECT, related_name="doelen")
    titel = models.CharField(max_length=200)
    thema = models.CharField(max_length=14, choices=Thema, blank=True)
    tegen = models.DateField(null=True, blank=True)
    stand = models.CharField(max_length=10, choices=Standdoel, default=Standdoel.OPEN)
    resultaat = models.TextField(max_length=1000, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = TrajectdeelQuerySet["Doel"].as_manager()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ("pk",)
        constraints = (ZelfdeOrganisatie("traject", name="doel_organisatie"),)

    def __str__(self) -> str:
        return self.titel


class ActieQuerySet(PlanQuerySet["Actie"]):
    def open(self) -> Self:
        return self.filter(stand=Standactie.OPEN)

    def te_laat_op(self, datum: date) -> Self:
        """Open and due before the day; for one action: `Actie.is_te_laat`."""
        return self.open().filter(tegen__lt=datum)


class Actie(models.Model):
    """What somebody does by `tegen`; under a goal, for a precondition, or out of a note.

    `sjabloonregel` is the line of the template it came from: a template applied twice adds nothing.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="acties"
    )
    traject = models.ForeignKey(
        "trajects.Traject",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="acties",
        db_index=False,
    )
    doel = models.ForeignKey(
        Doel, null=True, blank=True, on_delete=models.PROTECT, related_name="acties"
    )
    randvoorwaarde = models.ForeignKey(
        "trajects.Randvoorwaarde",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="acties",
    )
    notitie = models.ForeignKey(
        "trajects.Notitie", null=True, blank=True, on_delete=models.PROTECT, related_name="acties"
    )
    sjabloonregel = models.ForeignKey(
        "trajects.Sjabloonregel",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="acties",
    )
    wat = models.CharField(max_length=300)
    wie = models.CharField(max_length=10, choices=Wie, default=Wie.BEGELEIDER)
    wie_naam = models.CharField(max_length=120, blank=True)
    tegen = models.DateField(null=True, blank=True)
    stand = models.CharField(max_length=10, choices=Standactie, default=Standactie.OPEN)
    resultaat = models.TextField(max_length=1000, blank=True)
    gedaan_op = models.DateField(null=True, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = ActieQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ("tegen", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="actie_organisatie"),
            models.UniqueConstraint(
                fields=("traject", "sjabloonregel"),
                name="actie_een_keer_per_sjabloonregel",
                violation_error_message="Deze actie van het sjabloon staat al in het plan.",
            ),
            models.CheckConstraint(
                condition=Q(stand=Standactie.GEDAAN, gedaan_op__isnull=False)
                | (~Q(stand=Standactie.GEDAAN) & Q(gedaan_op=None)),
                name="actie_gedaan_op",
                violation_error_message="Zeg op welke dag de actie gedaan is.",
            ),
        )
        indexes = (
            models.Index(
                fields=("werknemer", "tegen"),
                condition=Q(stand=Standactie.OPEN),
                name="actie_open",
            ),
            models.Index(
                fields=("organisatie", "tegen", "id"),
                condition=Q(stand=Standactie.OPEN),
                name="actie_open_organisatie",
            ),
        )

    def __str__(self) -> str:
        return self.wat

    @property
    def is_open(self) -> bool:
        return self.stand == Standactie.OPEN

    def is_te_laat(self, datum: date) -> bool:
        return self.is_open and self.tegen is not None and self.tegen < datum
