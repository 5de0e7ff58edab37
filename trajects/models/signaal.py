"""A signal: somebody's support nears its end, and somebody should do something about it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import OPEN_STATUSSEN, Signaalstatus, SoortSignaal
from trajects.rechten import mag_signalen_zien
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers


class SignaalQuerySet(models.QuerySet["Signaal"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not mag_signalen_zien(gebruiker):
            return self.filter(NIEMAND)
        return self.filter(zichtbare_werknemers(gebruiker, "werknemer"))

    def open(self) -> Self:
        """Not handled, replaced or withdrawn; the same rule for one signal is `Signaal.is_open`."""
        return self.filter(status__in=OPEN_STATUSSEN)

    def vraagt_aandacht_op(self, datum: date) -> Self:
        """Open and not postponed to a later day; for one signal: `vraagt_aandacht`."""
        return self.open().exclude(status=Signaalstatus.UITGESTELD, uitgesteld_tot__gt=datum)


class Signaal(models.Model):
    """Once per (employee, kind, advice, threshold in months); "verlopen" has threshold 0."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="signalen", db_index=False
    )
    soort = models.CharField(max_length=30, choices=SoortSignaal)
    advies = models.ForeignKey(
        "werknemers.Adviesperiode", on_delete=models.CASCADE, related_name="signalen"
    )
    drempel_maanden = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=Signaalstatus, default=Signaalstatus.NIEUW)
    ontstaan_op = models.DateField(help_text="De dag waarop de taak van die nacht het maakte.")
    opgevolgd_door = models.ForeignKey(
        "gebruikers.Gebruiker",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="opgevolgde_signalen",
    )
    uitgesteld_tot = models.DateField(null=True, blank=True)
    toelichting = models.TextField(
        blank=True, help_text="Waarom uitgesteld, hoe opgevolgd of afgelopen."
    )
    afgesloten_op = models.DateField(null=True, blank=True)
    gemeld_op = models.DateTimeField(null=True, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = SignaalQuerySet.as_manager()

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        ordering = ("-ontstaan_op", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="signaal_organisatie"),
            models.UniqueConstraint(
                fields=("werknemer", "soort", "advies", "drempel_maanden"),
                name="signaal_eenmalig",
                violation_error_message="Dit signaal bestaat al.",
            ),
            models.UniqueConstraint(
                fields=("werknemer", "soort"),
                condition=Q(status__in=OPEN_STATUSSEN),
                name="signaal_een_open",
                violation_error_message="Er staat al een signaal van deze soort open.",
            ),
            models.CheckConstraint(
                condition=~Q(status=Signaalstatus.UITGESTELD)
                | (Q(uitgesteld_tot__isnull=False) & ~Q(toelichting="")),
                name="signaal_uitstel_met_reden",
                violation_error_message="Zeg tot wanneer je uitstelt en waarom.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OPEN_STATUSSEN, afgesloten_op=None)
                | (~Q(status__in=OPEN_STATUSSEN) & Q(afgesloten_op__isnull=False)),
                name="signaal_gesloten_met_datum",
                violation_error_message="Een gesloten signaal heeft een datum van sluiten.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()} ({self.drempel_maanden} m), {self.werknemer}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSSEN

    def vraagt_aandacht(self, datum: date) -> bool:
        later = self.uitgesteld_tot is not None and self.uitgesteld_tot > datum
        return self.is_open and not (self.status == Signaalstatus.UITGESTELD and later)
