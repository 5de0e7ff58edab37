"""What was really paid of the premiums of a quarter, as a payment statement says."""

from typing import Any, Final

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from financiering.keuzes import Betaalblad, Betaalbron, Betaalsoort
from financiering.models.bereik import BereikQuerySet
from gedeeld.kwartaal import Kwartaal
from gedeeld.kwartaalvoorwaarde import begint_een_kwartaal
from gedeeld.organisatiesleutel import ZelfdeOrganisatie

_AL_BETAALD: Final = "Dit staat al bij wat er betaald is in dit kwartaal."


def _geld(**opties: Any) -> models.DecimalField:
    return models.DecimalField(max_digits=11, decimal_places=2, **opties)


class Betaling(models.Model):
    """A line of a payment statement for one employee, or one sum when `werknemer` is None.

    `kwartaal` is the first day of the quarter that is paid for, `gemeld_op` the day of the
    statement. `percentage`, `breuk`, `referteloon` and `plafond` are what the statement says that
    it counted with, the last two for this employee and the whole quarter; None: it does not say.
    """

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        on_delete=models.PROTECT,
        related_name="betalingen",
        db_index=False,
    )
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="betalingen",
    )
    kwartaal = models.DateField()
    blad = models.CharField(max_length=20, choices=Betaalblad)
    soort = models.CharField(max_length=20, choices=Betaalsoort, default=Betaalsoort.AFREKENING)
    bedrag = _geld()
    gemeld_op = models.DateField()
    percentage = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    breuk = models.DecimalField(max_digits=7, decimal_places=6, null=True, blank=True)
    referteloon = _geld(null=True, blank=True)
    plafond = _geld(null=True, blank=True)
    bron = models.CharField(max_length=10, choices=Betaalbron, default=Betaalbron.GEPLAKT)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = BereikQuerySet["Betaling"].as_manager()

    class Meta:
        verbose_name = "betaling"
        verbose_name_plural = "betalingen"
        ordering = ("kwartaal", "blad", "werknemer", "gemeld_op", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="betaling_organisatie"),
            models.UniqueConstraint(
                fields=("organisatie", "kwartaal", "blad", "werknemer"),
                condition=Q(soort=Betaalsoort.AFREKENING),
                nulls_distinct=False,
                name="betaling_een_afrekening",
                violation_error_message=_AL_BETAALD,
            ),
            models.UniqueConstraint(
                fields=("organisatie", "kwartaal", "blad", "werknemer", "gemeld_op"),
                condition=Q(soort=Betaalsoort.CORRECTIE),
                nulls_distinct=False,
                name="betaling_een_correctie_per_dag",
                violation_error_message=_AL_BETAALD,
            ),
            models.CheckConstraint(
                condition=Q(begint_een_kwartaal("kwartaal")),
                name="betaling_kwartaal",
                violation_error_message="Een kwartaal begint op zijn eerste dag.",
            ),
            models.CheckConstraint(
                condition=Q(bedrag__gte=0) | Q(soort=Betaalsoort.CORRECTIE),
                name="betaling_bedrag",
                violation_error_message="Alleen een correctie kan negatief zijn.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()} voor {Kwartaal.van(self.kwartaal)}"
