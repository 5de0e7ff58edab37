"""Which money a user may see: that of the own organisation, with the right role."""

from typing import Self, TypeVar

from django.db import models

from financiering.rechten import mag_financiering_zien
from gebruikers.rechten import HeeftRol

M = TypeVar("M", bound=models.Model)


class BereikQuerySet(models.QuerySet[M]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not mag_financiering_zien(gebruiker):
            return self.none()
        return self.van(gebruiker.organisatie_id)

    def van(self, organisatie_id: int | None) -> Self:
        return self.filter(organisatie=organisatie_id)
