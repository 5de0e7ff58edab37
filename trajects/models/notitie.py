"""The log: what was said and seen. Append-only; a correction is a new version."""

from typing import Self

from django.db import models
from django.db.models import Q

from gebruikers.rechten import HeeftRol
from trajects.keuzes import SoortNotitie
from trajects.rechten import mag_logboek_zien, ziet_alle_vertrouwelijke_notities
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers


class NotitieQuerySet(models.QuerySet["Notitie"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Notes on visible employees; confidential ones only the own, unless one coordinates."""
        if not mag_logboek_zien(gebruiker):
            return self.filter(NIEMAND)
        zichtbaar = self.filter(zichtbare_werknemers(gebruiker, "werknemer"))
        if ziet_alle_vertrouwelijke_notities(gebruiker):
            return zichtbaar
        return zichtbaar.filter(Q(vertrouwelijk=False) | Q(auteur=gebruiker.pk))

    def geldend(self) -> Self:
        """The latest version of each note."""
        return self.filter(verbetering=None)

    def deelbaar(self) -> Self:
        """What may stand in a document that others read."""
        return self.geldend().filter(vertrouwelijk=False)


class Notitie(models.Model):
    """A trigger refuses UPDATE and DELETE; `vervangt` points to what a version corrects."""

    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="notities"
    )
    auteur = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="notities"
    )
    soort = models.CharField(max_length=12, choices=SoortNotitie, default=SoortNotitie.GESPREK)
    datum = models.DateField()
    tekst = models.TextField(max_length=10_000)
    vertrouwelijk = models.BooleanField(default=False)
    vervangt = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="verbetering"
    )
    aangemaakt_op = models.DateTimeField(auto_now_add=True)

    objects = NotitieQuerySet.as_manager()

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ("-datum", "-pk")
        indexes = (models.Index(fields=("werknemer", "-datum"), name="notitie_werknemer_datum"),)

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.datum:%d/%m/%Y}"
