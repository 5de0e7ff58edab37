"""What somebody ordered: a document or a spreadsheet that takes too long to make in a request."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Sum
from django.utils import timezone

from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from gedeeld.periode import plus_dagen
from gedeeld.tijd import nu


class UitvoerQuerySet(models.QuerySet["Uitvoer"]):
    def zichtbaar_voor(self, gebruiker: Any) -> Self:
        """The own orders, as long as the role is the one they were made for."""
        eigen = getattr(gebruiker, "organisatie_id", None)
        if eigen is None or not gebruiker.is_active:
            return self.none()
        return self.filter(organisatie=eigen, door=gebruiker.pk, rol=gebruiker.rol)

    def open(self) -> Self:
        return self.filter(status__in=Uitvoer.OPEN)


class Uitvoer(models.Model):
    """`soort` is the code of what is made (`gedeeld.uitvoer.soorten`) from `parameters`, with the
    rights of `door` in the role that was `rol` when it was ordered.

    `bundelnaam` is the file name of the ZIP when several files come of it, and empty for one file.
    `aantal` counts the pieces of which the page tells how many are done. `verder_op` is when the
    last one began or was done; `fout` the sentence for whoever waits. `terug` is the page from
    which it was ordered.
    """

    class Status(models.TextChoices):
        WACHT = "wacht", "wacht"
        BEZIG = "bezig", "wordt gemaakt"
        KLAAR = "klaar", "klaar"
        MISLUKT = "mislukt", "mislukt"

    OPEN: ClassVar = (Status.WACHT, Status.BEZIG)
    BEWAARDAGEN: ClassVar = 2

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    rol = models.CharField(max_length=12)
    soort = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    titel = models.CharField(max_length=250)
    bundelnaam = models.CharField(max_length=200, blank=True)
    terug = models.TextField(blank=True)
    aantal = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status, default=Status.WACHT)
    fout = models.TextField(blank=True)
    gevraagd_op = models.DateTimeField(default=nu)
    verder_op = models.DateTimeField(default=nu)
    klaar_op = models.DateTimeField(null=True)

    objects = UitvoerQuerySet.as_manager()

    class Meta:
        verbose_name = "uitvoer"
        verbose_name_plural = "uitvoer"
        ordering = ("-gevraagd_op", "-pk")
        constraints = (Oudersleutel(name="uitvoer_ouder"),)
        indexes = (
            models.Index(fields=("door", "-gevraagd_op"), name="uitvoer_door"),
            models.Index(
                fields=("verder_op",),
                condition=Q(status__in=("wacht", "bezig")),
                name="uitvoer_open",
            ),
            models.Index(fields=("gevraagd_op",), name="uitvoer_gevraagd"),
        )

    def __str__(self) -> str:
        return self.titel

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    @property
    def is_klaar(self) -> bool:
        return self.status == self.Status.KLAAR

    @property
    def bewaard_tot(self) -> date:
        """The last whole day on which it can be had."""
        return plus_dagen(timezone.localdate(self.gevraagd_op), self.BEWAARDAGEN)

    def gedaan(self) -> int:
        """How many of `aantal` are done."""
        klaar = self.delen.filter(klaar=True)
        return int(klaar.aggregate(som=Sum("aantal"))["som"] or 0)

    def aantal_bestanden(self) -> int:
        return Uitvoerbestand.objects.filter(deel__uitvoer=self).count()

    def overgeslagen(self) -> list[str]:
        """The sentences about what could not be in it."""
        delen = self.delen.order_by("nummer").values_list("overgeslagen", flat=True)
        return [zin for zinnen in delen for zin in zinnen]


class UitvoerdeelQuerySet(models.QuerySet["Uitvoerdeel"]):
    def te_maken(self) -> Self:
        """What may begin now; who asked for little does not wait for who asked for much."""
        vrij = Q(niet_voor=None) | Q(niet_voor__lte=nu())
        wachtend = self.filter(vrij, klaar=False, uitvoer__status__in=Uitvoer.OPEN)
        return wachtend.order_by("uitvoer__aantal", "pk")


class Uitvoerdeel(models.Model):
    """A slice of an order that one task makes: short, whole or not at all.

    `pogingen` counts how often it began. Whoever takes it puts `niet_voor` some seconds ahead, and
    holds the row while at work. As long as nobody did, it is empty: the clock of the machine that
    asks need not be that of the one that makes.
    """

    organisatie = Organisatiesleutel()
    uitvoer = models.ForeignKey("gedeeld.Uitvoer", on_delete=models.CASCADE, related_name="delen")
    nummer = models.PositiveIntegerField()
    parameters = models.JSONField(default=dict)
    aantal = models.PositiveIntegerField()
    klaar = models.BooleanField(default=False)
    pogingen = models.PositiveSmallIntegerField(default=0)
    niet_voor = models.DateTimeField(null=True)
    overgeslagen = ArrayField(models.TextField(), default=list)

    objects = UitvoerdeelQuerySet.as_manager()

    class Meta:
        verbose_name = "deel van een uitvoer"
        verbose_name_plural = "delen van een uitvoer"
        ordering = ("uitvoer", "nummer")
        constraints = (
            Oudersleutel(name="uitvoerdeel_ouder"),
            ZelfdeOrganisatie("uitvoer", name="uitvoerdeel_organisatie"),
        )
        indexes = (
            models.Index(
                fields=("niet_voor",), condition=Q(klaar=False), name="uitvoerdeel_te_maken"
            ),
        )

    def __str__(self) -> str:
        return f"{self.uitvoer_id}, deel {self.nummer}"


class Uitvoerbestand(models.Model):
    """One file that came of a slice; `inhoud` is encrypted."""

    organisatie = Organisatiesleutel()
    deel = models.ForeignKey(
        "gedeeld.Uitvoerdeel", on_delete=models.CASCADE, related_name="bestanden"
    )
    naam = models.CharField(max_length=250)
    mediatype = models.CharField(max_length=100)
    inhoud = models.BinaryField()

    class Meta:
        verbose_name = "bestand van een uitvoer"
        verbose_name_plural = "bestanden van een uitvoer"
        ordering = ("deel", "pk")
        constraints = (ZelfdeOrganisatie("deel", name="uitvoerbestand_organisatie"),)

    def __str__(self) -> str:
        return self.naam
