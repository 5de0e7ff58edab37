"""The register of employers of an organisation; placements, applications and outflow share it."""

from typing import Self

from django.contrib.postgres.lookups import Unaccent
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat, Lower

from gebruikers.models.organisatie import controleer_kbo
from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Oudersleutel
from trajects.keuzes import Sector
from trajects.rechten import mag_werkgevers_zien
from werknemers.models.zichtbaarheid import NIEMAND


class WerkgeverQuerySet(models.QuerySet["Werkgever"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not mag_werkgevers_zien(gebruiker):
            return self.filter(NIEMAND)
        return self.filter(organisatie=gebruiker.organisatie_id)

    def actief(self) -> Self:
        return self.filter(actief=True)

    def zoek(self, tekst: str) -> Self:
        """Whose name, town or contact contains every word; accents and case do not matter."""
        gevonden = self
        for woord in tekst.split():
            gevonden = gevonden.annotate(_tekst=_zoektekst()).filter(
                _tekst__contains=Lower(Unaccent(Value(woord)))
            )
        return gevonden


def _zoektekst() -> Lower:
    velden = ("naam", "gemeente", "contactpersoon")
    delen = [deel for veld in velden for deel in (F(veld), Value(" "))]
    return Lower(Unaccent(Concat(*delen)))


class Werkgever(models.Model):
    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        on_delete=models.PROTECT,
        related_name="werkgevers",
        db_index=False,
    )
    naam = models.CharField(max_length=150)
    kbo_nummer = models.CharField(
        "KBO-nummer", max_length=12, blank=True, validators=[controleer_kbo]
    )
    sector = models.CharField(max_length=14, choices=Sector, blank=True)
    gemeente = models.CharField(max_length=80, blank=True)
    contactpersoon = models.CharField(max_length=120, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    afspraken = models.TextField(max_length=2000, blank=True)
    actief = models.BooleanField(default=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = WerkgeverQuerySet.as_manager()

    class Meta:
        verbose_name = "werkgever"
        verbose_name_plural = "werkgevers"
        ordering = (Lower("naam"), "pk")
        constraints = (
            Oudersleutel(name="werkgever_ouder"),
            models.UniqueConstraint(
                "organisatie",
                Lower("naam"),
                Lower("gemeente"),
                name="werkgever_uniek",
                violation_error_message="Deze werkgever staat al in de lijst.",
            ),
        )

    def __str__(self) -> str:
        return self.naam

    @property
    def label(self) -> str:
        """The name that tells it from all others of the register; see `werk.werkgevers`."""
        return f"{self.naam} ({self.gemeente})" if self.gemeente else self.naam
