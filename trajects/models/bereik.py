"""Which rows of the plan a user may see: through the employee, or through the organisation."""

from typing import ClassVar, Generic, Self, TypeVar

from django.db import models
from django.db.models import Q

from gebruikers.rechten import HeeftRol, is_lid
from trajects.rechten import mag_plan_zien
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers

M = TypeVar("M", bound=models.Model)


class PlanQuerySet(models.QuerySet[M], Generic[M]):
    """Rows of the plan of an employee who stands at `werknemer_pad`."""

    werknemer_pad: ClassVar[str] = "werknemer"

    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Those of the employees whom this user may know about, for who may see plans."""
        if not mag_plan_zien(gebruiker):
            return self.filter(NIEMAND)
        return self.filter(zichtbare_werknemers(gebruiker, self.werknemer_pad))


class TrajectdeelQuerySet(PlanQuerySet[M], Generic[M]):
    """Rows that hang on a trajectory."""

    werknemer_pad: ClassVar[str] = "traject__werknemer"


class OrganisatieQuerySet(models.QuerySet[M], Generic[M]):
    """Rows of an organisation; one without organisation is the example that everybody shares."""

    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not (is_lid(gebruiker) and mag_plan_zien(gebruiker)):
            return self.filter(NIEMAND)
        return self.van(gebruiker.organisatie_id)

    def van(self, organisatie_id: int | None) -> Self:
        return self.filter(Q(organisatie=None) | Q(organisatie=organisatie_id))
