"""A file beside a note, a training or an attest; its bytes stay encrypted in the database."""

from typing import Final, Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.models.notitie import Notitie
from trajects.rechten import mag_vorming_zien, mag_vormingsfonds_zien
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers

GROOTSTE: Final = 10 * 1024 * 1024


class BijlageQuerySet(models.QuerySet["Bijlage"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """A file is seen by whoever sees what it belongs to."""
        return self.filter(
            _van_notitie(gebruiker) | _van_deelname(gebruiker) | _van_vorming(gebruiker)
        )

    def zonder_inhoud(self) -> Self:
        """For lists: ten megabytes a row would travel along otherwise."""
        return self.defer("inhoud")


def _van_notitie(gebruiker: HeeftRol) -> Q:
    notities = Notitie.objects.zichtbaar_voor(gebruiker)
    return Q(notitie__isnull=False) & Q(Exists(notities.filter(pk=OuterRef("notitie"))))


def _van_deelname(gebruiker: HeeftRol) -> Q:
    if not mag_vorming_zien(gebruiker):
        return NIEMAND
    return Q(deelname__isnull=False) & zichtbare_werknemers(gebruiker, "deelname__werknemer")


def _van_vorming(gebruiker: HeeftRol) -> Q:
    """Proof for the fund holds amounts."""
    if not mag_vormingsfonds_zien(gebruiker):
        return NIEMAND
    return Q(vorming__isnull=False, organisatie=gebruiker.organisatie_id)


class Bijlage(models.Model):
    """Belongs to exactly one thing. `soort` is one of the media types of `logboek.bijlagen`."""

    organisatie = Organisatiesleutel()
    notitie = models.ForeignKey(
        Notitie, null=True, blank=True, on_delete=models.PROTECT, related_name="bijlagen"
    )
    deelname = models.ForeignKey(
        "trajects.Deelname",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="bijlagen",
    )
    vorming = models.ForeignKey(
        "trajects.Vormingsactie",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="bijlagen",
    )
    bestandsnaam = models.CharField(max_length=150)
    soort = models.CharField(max_length=80)
    grootte = models.PositiveIntegerField(validators=[MaxValueValidator(GROOTSTE)])
    inhoud = models.BinaryField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="bijlagen"
    )
    toegevoegd_op = models.DateTimeField(auto_now_add=True)

    objects = BijlageQuerySet.as_manager()

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("notitie", "deelname", "vorming", name="bijlage_organisatie"),
            models.CheckConstraint(
                condition=Q(notitie__isnull=False, deelname=None, vorming=None)
                | Q(notitie=None, deelname__isnull=False, vorming=None)
                | Q(notitie=None, deelname=None, vorming__isnull=False),
                name="bijlage_bij_een_ding",
                violation_error_message="Een bijlage hoort bij één notitie, deelname of vorming.",
            ),
            models.CheckConstraint(
                condition=Q(grootte__gt=0, grootte__lte=GROOTSTE),
                name="bijlage_grootte",
                violation_error_message="Een bijlage is hoogstens 10 MB groot.",
            ),
        )

    def __str__(self) -> str:
        return self.bestandsnaam

    @property
    def werknemer_id(self) -> int | None:
        """About whom it is; None for what belongs to a training itself."""
        bij = self.notitie or self.deelname
        return bij.werknemer_id if bij else None
