"""The secret address at which the calendar of a user reads what is planned."""

from typing import Self

from django.db import models
from django.db.models import Q

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import Titelkeuze


class AgendakoppelingQuerySet(models.QuerySet["Agendakoppeling"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Only one's own: nobody arranges the calendar of somebody else."""
        return self.filter(gebruiker=gebruiker.pk)


class Agendakoppeling(models.Model):
    """`sleutelhash` is all that is kept of the address; see docs/adr/0034."""

    organisatie = Organisatiesleutel()
    gebruiker = models.ForeignKey(
        "gebruikers.Gebruiker",
        on_delete=models.CASCADE,
        related_name="agendakoppelingen",
        db_index=False,
    )
    sleutelhash = models.CharField(max_length=64, editable=False)
    titels = models.CharField(max_length=10, choices=Titelkeuze, default=Titelkeuze.WAT)
    gemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = AgendakoppelingQuerySet.as_manager()

    class Meta:
        verbose_name = "agendakoppeling"
        verbose_name_plural = "agendakoppelingen"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("gebruiker", name="agendakoppeling_organisatie"),
            models.UniqueConstraint(
                fields=("gebruiker",),
                name="agendakoppeling_een",
                violation_error_message="Je agenda heeft al een adres. Herlaad de pagina.",
            ),
            models.UniqueConstraint(
                fields=("sleutelhash",),
                name="agendakoppeling_sleutel",
                violation_error_message="Dit adres bestaat al. Probeer het opnieuw.",
            ),
            models.CheckConstraint(
                condition=Q(titels__in=Titelkeuze.values),
                name="agendakoppeling_titels",
                violation_error_message="Kies wat er in de titels staat.",
            ),
        )

    def __str__(self) -> str:
        return f"agenda van {self.gebruiker}"
