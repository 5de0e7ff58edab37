"""A stand-in: one counsellor sees another's caseload for a period."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from gebruikers.models.gebruiker import begeleidt
from gebruikers.rechten import HeeftRol, is_lid
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from gedeeld.periode import Periode
from gedeeld.velden import PeriodeVeld


class WaarnemingQuerySet(models.QuerySet["Waarneming"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not is_lid(gebruiker):
            return self.none()
        return self.filter(organisatie=gebruiker.organisatie_id)

    def op(self, datum: date) -> Self:
        return self.filter(periode__contains=datum)

    def sinds(self, datum: date) -> Self:
        """Those with a day on or after `datum`."""
        return self.filter(periode__overlap=Periode(datum))

    def door_begeleiders(self) -> Self:
        """By who can log in and may guide, and so sees the people."""
        return self.filter(begeleidt("vervanger__"))

    def beschikbaar_op(self, datum: date) -> Self:
        """Those of the day by a stand-in who is there: who has no stand-in of their own that day.

        Nobody is away without a stand-in: that is how this application knows of it.
        """
        weg = _van_dezelfde(begeleider="vervanger").op(datum)
        return self.op(datum).door_begeleiders().filter(~models.Exists(weg))

    def onvervangen_op(self, datum: date) -> Self:
        """Those of the day of who is away while none of the stand-ins is there."""
        vervangen = _van_dezelfde(begeleider="begeleider").beschikbaar_op(datum)
        return self.op(datum).filter(~models.Exists(vervangen))


def _van_dezelfde(**velden: str) -> "WaarnemingQuerySet":
    """Those of the organisation of the row around it, with in a field what that row has in another:
    looked up for it alone, not among those of the whole country."""
    gelijk = {veld: models.OuterRef(ander) for veld, ander in velden.items()}
    return Waarneming.objects.filter(organisatie=models.OuterRef("organisatie"), **gelijk)


class Waarneming(models.Model):
    """`vervanger` sees and serves the caseload of `begeleider` during `periode`, and not after."""

    organisatie = Organisatiesleutel()
    begeleider = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="waarnemingen"
    )
    vervanger = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="neemt_waar"
    )
    periode = PeriodeVeld()

    objects = WaarnemingQuerySet.as_manager()

    class Meta:
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        ordering = ("periode", "pk")
        constraints = (
            ZelfdeOrganisatie("begeleider", "vervanger", name="waarneming_organisatie"),
            ExclusionConstraint(
                name="waarneming_geen_dubbel",
                expressions=(
                    ("begeleider", RangeOperators.EQUAL),
                    ("vervanger", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ),
                violation_error_message="Deze vervanging staat er al in een deel van die periode.",
            ),
            models.CheckConstraint(
                condition=~Q(begeleider=F("vervanger")),
                name="waarneming_door_ander",
                violation_error_message="Kies iemand anders als vervanger.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.vervanger} voor {self.begeleider}, {self.periode}"


def begeleiders_van(gebruiker: HeeftRol, op: date) -> tuple[int, ...]:
    """The keys of those whose caseload this user serves on a day: the own, and who is stood in for.

    Looked up beforehand, not inside the question about employees: with a sub-select and an OR the
    database reads everybody of the organisation. Who is logged in brings them along (`Aanmelding`).
    """
    if getattr(gebruiker, "waargenomen_op", None) == op:
        return (gebruiker.pk, *gebruiker.waargenomen)  # type: ignore[attr-defined]
    waargenomen = Waarneming.objects.op(op).filter(vervanger=gebruiker.pk)
    return (gebruiker.pk, *waargenomen.order_by().values_list("begeleider", flat=True))
