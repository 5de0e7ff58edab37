"""The contract of an employee in a service."""

from datetime import date
from decimal import Decimal
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from gedeeld.velden import PeriodeVeld
from werknemers.keuzes import SoortContract
from werknemers.models.zichtbaarheid import zichtbare_werknemers


class ArbeidsovereenkomstQuerySet(models.QuerySet["Arbeidsovereenkomst"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Those of the employees whom this user may know about."""
        return self.filter(zichtbare_werknemers(gebruiker, "werknemer"))

    def op(self, datum: date) -> Self:
        return self.filter(periode__contains=datum)


class Arbeidsovereenkomst(models.Model):
    """`tewerkstellingsbreuk` in (0, 1]; `bruto_maandloon` in euro a month for that fraction."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="contracten"
    )
    dienst = models.ForeignKey(
        "werknemers.Dienst",
        on_delete=models.PROTECT,
        related_name="contracten",
        # The index `contract_begin` begins with it.
        db_index=False,
    )
    periode = PeriodeVeld()
    soort = models.CharField(max_length=20, choices=SoortContract, default=SoortContract.ONBEPAALD)
    functie = models.CharField(max_length=100, blank=True)
    tewerkstellingsbreuk = models.DecimalField(max_digits=7, decimal_places=6)
    bruto_maandloon = models.DecimalField(
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0), "Een bedrag kan niet negatief zijn.")],
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = ArbeidsovereenkomstQuerySet.as_manager()

    class Meta:
        verbose_name = "arbeidsovereenkomst"
        verbose_name_plural = "arbeidsovereenkomsten"
        ordering = ("-periode", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", "dienst", name="arbeidsovereenkomst_organisatie"),
            Oudersleutel(name="arbeidsovereenkomst_ouder"),
            ExclusionConstraint(
                name="contract_geen_overlap",
                expressions=(
                    ("werknemer", RangeOperators.EQUAL),
                    ("dienst", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ),
                violation_error_message=(
                    "In deze dienst loopt al een contract in (een deel van) die periode. "
                    "Sluit dat eerst af of kies andere datums."
                ),
            ),
            models.CheckConstraint(
                condition=Q(periode__isempty=False, periode__startswith__isnull=False),
                name="contract_periode_niet_leeg",
                violation_error_message="Een contract eindigt op of na de eerste dag.",
            ),
            models.CheckConstraint(
                condition=Q(tewerkstellingsbreuk__gt=0, tewerkstellingsbreuk__lte=1),
                name="contract_breuk",
                violation_error_message="De tewerkstellingsbreuk ligt tussen 0 en 1 (voltijds).",
            ),
            models.CheckConstraint(
                condition=Q(bruto_maandloon=None) | Q(bruto_maandloon__gte=0),
                name="contract_loon",
                violation_error_message="Een loon kan niet negatief zijn.",
            ),
        )
        # Who began in a service since a day.
        indexes = (
            models.Index(F("dienst"), Func(F("periode"), function="lower"), name="contract_begin"),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.periode}"
