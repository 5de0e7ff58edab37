"""A service of an organisation: where people work and where the leaves of the klaverblad land."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, Q

from gebruikers.rechten import HeeftRol, is_lid
from gedeeld.organisatiesleutel import Oudersleutel


def dienstsleutel(naam: str) -> str:
    """One key for all spellings of a name: case and spaces do not make another service."""
    return " ".join(naam.split()).casefold()


class DienstQuerySet(models.QuerySet["Dienst"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not is_lid(gebruiker):
            return self.none()
        return self.filter(organisatie=gebruiker.organisatie_id)

    def actief(self) -> Self:
        return self.filter(actief=True)

    def met_bezetting(self, datum: date) -> Self:
        """Annotate `bezetting`: how many employees have a contract here on a day."""
        return self.annotate(
            bezetting=Count(
                "contracten__werknemer",
                filter=Q(contracten__periode__contains=datum),
                distinct=True,
            )
        )


class Dienst(models.Model):
    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", on_delete=models.PROTECT, related_name="diensten", db_index=False
    )
    naam = models.CharField(max_length=100)
    # Folding case can make a name up to three times longer.
    sleutel = models.CharField(max_length=300, editable=False)
    actief = models.BooleanField(default=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = DienstQuerySet.as_manager()

    class Meta:
        verbose_name = "dienst"
        verbose_name_plural = "diensten"
        ordering = ("naam", "pk")
        constraints = (
            Oudersleutel(name="dienst_ouder"),
            models.UniqueConstraint(
                fields=("organisatie", "sleutel"),
                name="dienst_uniek",
                violation_error_message="Er is al een dienst met deze naam.",
            ),
        )

    def __str__(self) -> str:
        return self.naam
