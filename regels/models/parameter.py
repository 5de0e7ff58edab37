"""A figure from the law or the sector, with its validity, its source and how sure it is."""

from datetime import date
from typing import Final, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from gebruikers.rechten import HeeftRol, is_lid
from gedeeld.dagsommen import DagenLater
from gedeeld.velden import PeriodeVeld
from regels.keuzes import PERCENTAGES, Parametercode, Zekerheid

# Days: twice a year is how often amounts are indexed.
TE_LANG: Final = 183
# What this application chose has no source, background knowledge neither.
ZONDER_BRON: Final = (Zekerheid.E, Zekerheid.K)
# Before any day on which somebody could have looked.
NOOIT_NAGEKEKEN: Final = date(2000, 1, 1)


class RegelparameterQuerySet(models.QuerySet["Regelparameter"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """The national values, and those of the own organisation."""
        if not is_lid(gebruiker):
            return self.none()
        return self.van(gebruiker.organisatie_id)

    def van(self, organisatie_id: int | None) -> Self:
        return self.filter(Q(organisatie=None) | Q(organisatie=organisatie_id))

    def op(self, datum: date) -> Self:
        """In force on this day."""
        return self.filter(geldig__contains=datum)

    def lang_niet_nagekeken(self, op: date) -> Self:
        """National values of a source that nobody looked at lately; for one value:
        `regels.domein.nagekeken`."""
        landelijk = self.filter(organisatie=None, waarde__isnull=False)
        return landelijk.exclude(zekerheid__in=ZONDER_BRON).filter(
            Q(nagekeken_op=None) | Q(nagekeken_op__lt=DagenLater(Value(op), -TE_LANG))
        )


class Regelparameter(models.Model):
    """`waarde` in the unit of its code; None: unknown, which a screen says instead of guessing.

    Without organisation it holds for everybody; a value of an organisation goes before it, and
    says in its own words where it comes from. `plaats` and `citaat`: where in the source, and what
    it says there; `nagekeken_op`: when somebody last laid the value beside its source.
    """

    code = models.CharField(max_length=40, choices=Parametercode)
    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="regelparameters",
    )
    waarde = models.DecimalField(max_digits=14, decimal_places=6, null=True, blank=True)
    geldig = PeriodeVeld()
    bron = models.ForeignKey(
        "regels.Bron", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    bronvermelding = models.CharField(max_length=200, blank=True)
    zekerheid = models.CharField(max_length=2, choices=Zekerheid)
    plaats = models.CharField(max_length=120, blank=True)
    citaat = models.CharField(max_length=300, blank=True)
    nagekeken_op = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)
    tegenspraak = models.TextField(blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = RegelparameterQuerySet.as_manager()

    class Meta:
        verbose_name = "regelparameter"
        verbose_name_plural = "regelparameters"
        ordering = ("code", "geldig", "pk")
        constraints = (
            ExclusionConstraint(
                name="regelparameter_geen_overlap",
                expressions=(
                    ("code", RangeOperators.EQUAL),
                    (Coalesce(F("organisatie"), 0), RangeOperators.EQUAL),
                    ("geldig", RangeOperators.OVERLAPS),
                ),
                violation_error_message=(
                    "Voor (een deel van) die periode staat er al een waarde. "
                    "Laat de vorige eerst eindigen."
                ),
            ),
            models.CheckConstraint(
                condition=Q(waarde=None) | Q(waarde__gte=0),
                name="regelparameter_waarde",
                violation_error_message="Een waarde kan niet negatief zijn.",
            ),
            models.CheckConstraint(
                condition=Q(geldig__isempty=False, geldig__startswith__isnull=False),
                name="regelparameter_geldig",
                violation_error_message="Een waarde geldt vanaf een eerste dag.",
            ),
            models.CheckConstraint(
                condition=~Q(code__in=PERCENTAGES) | Q(waarde=None) | Q(waarde__lte=100),
                name="regelparameter_procent",
                violation_error_message="Een percentage is hoogstens 100.",
            ),
            models.CheckConstraint(
                condition=Q(bron=None) ^ Q(bronvermelding=""),
                name="regelparameter_bron",
                violation_error_message="Zeg waar de waarde vandaan komt.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_code_display()}, {self.geldig}"

    @property
    def brontitel(self) -> str:
        return self.bronvermelding if self.bron is None else self.bron.titel

    @property
    def zekerheid_in_woorden(self) -> str:
        """As in "A: officiële bron"; what an organisation chose, the application did not choose."""
        eigen_keuze = self.organisatie_id is not None and self.zekerheid == Zekerheid.E
        woorden = "eigen keuze of schatting" if eigen_keuze else self.get_zekerheid_display()
        return f"{self.zekerheid}: {woorden}"

    @property
    def bron_in_woorden(self) -> str:
        """As in "Koepel LDE, … (zekerheid E: keuze van deze toepassing, geen regel)"."""
        return f"{self.brontitel} (zekerheid {self.zekerheid_in_woorden})"
