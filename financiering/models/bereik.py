"""Which money a user may see: that of the own organisation, with the right role."""

from typing import Self, TypeVar

from django.db import models

from financiering.rechten import mag_financiering_zien
from gebruikers.rechten import HeeftRol

M = TypeVar("M", bound=models.Model)


class BereikQuerySet(models.QuerySet[M]):
    """`naar_organisatie` is the lookup that leads from the model to its organisation."""

    naar_organisatie = "organisatie"

    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not mag_financiering_zien(gebruiker):
            return self.none()
        return self.van(gebruiker.organisatie_id)

    def van(self, organisatie_id: int | None) -> Self:
        return self.filter(**{self.naar_organisatie: organisatie_id})


class DienstbereikQuerySet(BereikQuerySet[M]):
    naar_organisatie = "dienst__organisatie"


class ScenariobereikQuerySet(BereikQuerySet[M]):
    naar_organisatie = "scenario__organisatie"
