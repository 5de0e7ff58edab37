"""What comes in and goes out with a service, whoever works there."""

from decimal import Decimal
from typing import Any, Final

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from financiering.keuzes import Dienstblad, Wijze
from financiering.models.bereik import BereikQuerySet
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from gedeeld.velden import PeriodeVeld

NIET_NEGATIEF: Final = "Een bedrag kan niet negatief zijn."


def _bedrag(**opties: Any) -> models.DecimalField:
    grens = MinValueValidator(Decimal(0), NIET_NEGATIEF)
    return models.DecimalField(max_digits=11, decimal_places=2, validators=[grens], **opties)


class Klaverbladbron(models.Model):
    """An amount in euro per quarter (`wijze` says for what) from one source, for one service."""

    organisatie = Organisatiesleutel()
    dienst = models.ForeignKey(
        "werknemers.Dienst", on_delete=models.PROTECT, related_name="klaverbladbronnen"
    )
    blad = models.CharField(max_length=20, choices=Dienstblad)
    omschrijving = models.CharField(max_length=120, blank=True)
    bedrag = _bedrag()
    wijze = models.CharField(max_length=10, choices=Wijze, default=Wijze.VAST)
    geldig = PeriodeVeld()
    geindexeerd = models.BooleanField("geïndexeerd", default=False)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = BereikQuerySet["Klaverbladbron"].as_manager()

    class Meta:
        verbose_name = "bron van het klaverblad"
        verbose_name_plural = "bronnen van het klaverblad"
        ordering = ("dienst", "blad", "omschrijving", "geldig", "pk")
        constraints = (
            ZelfdeOrganisatie("dienst", name="klaverbladbron_organisatie"),
            ExclusionConstraint(
                name="klaverbladbron_geen_overlap",
                expressions=(
                    ("dienst", RangeOperators.EQUAL),
                    ("blad", RangeOperators.EQUAL),
                    ("omschrijving", RangeOperators.EQUAL),
                    ("geldig", RangeOperators.OVERLAPS),
                ),
                violation_error_message=(
                    "Voor deze bron staat er al een bedrag in (een deel van) die periode. "
                    "Laat het vorige eerst eindigen, of geef deze bron een eigen omschrijving."
                ),
            ),
            models.CheckConstraint(
                condition=Q(bedrag__gte=0),
                name="klaverbladbron_bedrag",
                violation_error_message=NIET_NEGATIEF,
            ),
            models.CheckConstraint(
                condition=Q(geldig__isempty=False, geldig__startswith__isnull=False),
                name="klaverbladbron_geldig",
                violation_error_message="Een bedrag geldt vanaf een eerste dag.",
            ),
        )

    def __str__(self) -> str:
        naam = self.get_blad_display()
        return f"{naam} ({self.omschrijving})" if self.omschrijving else naam


class Omkadering(models.Model):
    """What a service pays for guidance, management and means: euro per full-time job a quarter."""

    organisatie = Organisatiesleutel()
    dienst = models.ForeignKey(
        "werknemers.Dienst", on_delete=models.PROTECT, related_name="omkaderingen"
    )
    bedrag_per_vte = _bedrag()
    geldig = PeriodeVeld()
    geindexeerd = models.BooleanField("geïndexeerd", default=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = BereikQuerySet["Omkadering"].as_manager()

    class Meta:
        verbose_name = "omkadering"
        verbose_name_plural = "omkadering"
        ordering = ("dienst", "geldig", "pk")
        constraints = (
            ZelfdeOrganisatie("dienst", name="omkadering_organisatie"),
            ExclusionConstraint(
                name="omkadering_geen_overlap",
                expressions=(
                    ("dienst", RangeOperators.EQUAL),
                    ("geldig", RangeOperators.OVERLAPS),
                ),
                violation_error_message=(
                    "Voor deze dienst staat er al een omkadering in (een deel van) die periode. "
                    "Laat de vorige eerst eindigen."
                ),
            ),
            models.CheckConstraint(
                condition=Q(bedrag_per_vte__gte=0),
                name="omkadering_bedrag",
                violation_error_message=NIET_NEGATIEF,
            ),
            models.CheckConstraint(
                condition=Q(geldig__isempty=False, geldig__startswith__isnull=False),
                name="omkadering_geldig",
                violation_error_message="Een bedrag geldt vanaf een eerste dag.",
            ),
        )

    def __str__(self) -> str:
        return f"omkadering van {self.dienst}, {self.geldig}"
