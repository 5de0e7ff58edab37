"""What the payroll office counted as the reference wage of an employee in a quarter."""

from decimal import Decimal
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from gebruikers.rechten import HeeftRol
from gedeeld.kwartaal import Kwartaal
from gedeeld.kwartaalvoorwaarde import begint_een_kwartaal
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from werknemers.models.zichtbaarheid import zichtbare_werknemers
from werknemers.rechten import mag_lonen_zien

_LOON_ZIN = "Een referteloon is meer dan 0 euro."
_UREN_ZIN = "Uren kunnen niet negatief zijn."


class LoonopgaveQuerySet(models.QuerySet["Loonopgave"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Those of the employees whom this user may know about; none for who sees no wages."""
        if not mag_lonen_zien(gebruiker):
            return self.none()
        return self.filter(zichtbare_werknemers(gebruiker, "werknemer"))

    def in_kwartaal(self, kwartaal: Kwartaal) -> Self:
        return self.filter(kwartaal=kwartaal.eerste_dag)


class Loonopgave(models.Model):
    """`kwartaal` is the first day of a quarter; `referteloon` in euro for that whole quarter: gross
    wages and employer's contributions after reductions. `betaalde_uren` None: not told. `door` is
    who entered it last, None for a command and the demo."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.PROTECT,
        related_name="loonopgaven",
        # The unique key begins with it.
        db_index=False,
    )
    kwartaal = models.DateField()
    referteloon = models.DecimalField(
        max_digits=10,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01"), _LOON_ZIN)],
    )
    betaalde_uren = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0), _UREN_ZIN)],
    )
    door = models.ForeignKey(
        "gebruikers.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+"
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = LoonopgaveQuerySet.as_manager()

    class Meta:
        verbose_name = "loonopgave"
        verbose_name_plural = "loonopgaven"
        ordering = ("-kwartaal", "werknemer")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="loonopgave_organisatie"),
            models.UniqueConstraint(
                fields=("werknemer", "kwartaal"),
                name="loonopgave_een_per_kwartaal",
                violation_error_message="Voor dit kwartaal staat er al een referteloon.",
            ),
            models.CheckConstraint(
                condition=Q(begint_een_kwartaal("kwartaal")),
                name="loonopgave_kwartaal",
                violation_error_message="Een kwartaal begint op zijn eerste dag.",
            ),
            models.CheckConstraint(
                condition=Q(referteloon__gt=0),
                name="loonopgave_referteloon",
                violation_error_message=_LOON_ZIN,
            ),
            models.CheckConstraint(
                condition=Q(betaalde_uren=None) | Q(betaalde_uren__gte=0),
                name="loonopgave_uren",
                violation_error_message=_UREN_ZIN,
            ),
        )
        # Per organisation and quarter: the list of who has one, and what the forecast reads.
        indexes = (models.Index(fields=("organisatie", "kwartaal"), name="loonopgave_lijst"),)

    def __str__(self) -> str:
        return f"referteloon van {self.als_kwartaal}"

    @property
    def als_kwartaal(self) -> Kwartaal:
        return Kwartaal.van(self.kwartaal)
