"""A signal: something about an employee, or the organisation, asks somebody to act."""

from datetime import date
from typing import Final, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from gebruikers.keuzes import Rol
from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import OPEN_STATUSSEN, Signaalstatus
from trajects.rechten import mag_signalen_zien
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers

# Who was told did nothing with it yet; the same rule for one signal is `is_doorgegeven`.
DOORGEGEVEN: Final = Q(
    doorgegeven_op__isnull=False, status__in=(Signaalstatus.NIEUW, Signaalstatus.GEZIEN)
)


class SignaalQuerySet(models.QuerySet["Signaal"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not mag_signalen_zien(gebruiker):
            return self.filter(NIEMAND)
        return self.filter(
            zichtbare_werknemers(gebruiker, "werknemer"), voor__contains=[gebruiker.rol]
        )

    def open(self) -> Self:
        """Not handled, replaced or withdrawn; the same rule for one signal is `Signaal.is_open`."""
        return self.filter(status__in=OPEN_STATUSSEN)

    def vraagt_aandacht_op(self, datum: date) -> Self:
        """Open and not postponed to a later day; for one signal: `vraagt_aandacht`."""
        return self.open().exclude(status=Signaalstatus.UITGESTELD, uitgesteld_tot__gt=datum)


class Signaal(models.Model):
    """Once per (employee, kind, subject, threshold), kept as its rule says by every night and every
    write.

    The kinds stand in `trajects.signaalsoorten`, which says what the key `onderwerp` is of. `dag`,
    `wat`, `sinds`, `urgentie` and `voor` are what the rule answered last. Without `werknemer` it is
    about the organisation.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        null=True,
        on_delete=models.PROTECT,
        related_name="signalen",
        db_index=False,
    )
    soort = models.CharField(max_length=30)
    onderwerp = models.BigIntegerField()
    drempel = models.PositiveSmallIntegerField(default=0)
    urgentie = models.PositiveSmallIntegerField(default=2)
    dag = models.DateField(null=True)
    sinds = models.DateField(null=True)
    wat = models.CharField(max_length=200, blank=True)
    voor = ArrayField(models.CharField(max_length=12, choices=Rol))
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
    doorgegeven_op = models.DateField(
        null=True,
        blank=True,
        help_text="Niemand nam het op: sinds die dag weet de coördinator het.",
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = SignaalQuerySet.as_manager()

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        ordering = ("-ontstaan_op", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="signaal_organisatie"),
            models.UniqueConstraint(
                fields=("werknemer", "soort", "onderwerp", "drempel"),
                nulls_distinct=False,
                name="signaal_eenmalig",
                violation_error_message="Dit signaal bestaat al.",
            ),
            models.UniqueConstraint(
                fields=("werknemer", "soort", "onderwerp"),
                nulls_distinct=False,
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
        indexes = (
            models.Index(
                fields=("organisatie",),
                condition=Q(status__in=OPEN_STATUSSEN),
                name="signaal_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.soort} ({self.onderwerp}, {self.drempel}), {self.werknemer or 'organisatie'}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSSEN

    @property
    def is_doorgegeven(self) -> bool:
        wacht = self.status in {Signaalstatus.NIEUW, Signaalstatus.GEZIEN}
        return wacht and self.doorgegeven_op is not None

    def vraagt_aandacht(self, datum: date) -> bool:
        later = self.uitgesteld_tot is not None and self.uitgesteld_tot > datum
        return self.is_open and not (self.status == Signaalstatus.UITGESTELD and later)
