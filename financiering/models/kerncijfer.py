"""The key figures as they were on a day; kept, because employees and contracts change."""

from django.db import models

from financiering.models.bereik import BereikQuerySet
from gedeeld.organisatiesleutel import ZelfdeOrganisatie


class Kerncijfer(models.Model):
    """One service on one day, for the quarter of that day; amounts in euro.

    `tekort_vanaf` is the first quarter ("2027-K3") of a shortage that lasts; "" when there is none
    in the five years after. `dienst` None: the whole organisation. `bewijs` is what it was computed
    from; None for a day before receipts were kept.
    """

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        on_delete=models.PROTECT,
        related_name="kerncijfers",
        db_index=False,
    )
    dienst = models.ForeignKey(
        "werknemers.Dienst", null=True, on_delete=models.PROTECT, related_name="kerncijfers"
    )
    bewijs = models.ForeignKey(
        "financiering.Rekenbewijs",
        null=True,
        on_delete=models.PROTECT,
        related_name="kerncijfers",
        db_index=False,
        db_constraint=False,  # `kerncijfer_bewijs` binds it
    )
    op = models.DateField()
    werknemers = models.PositiveIntegerField()
    vte = models.DecimalField(max_digits=9, decimal_places=2)
    premies = models.DecimalField(max_digits=13, decimal_places=2)
    gemiddelde_premie = models.DecimalField(max_digits=11, decimal_places=2)
    saldo = models.DecimalField(max_digits=13, decimal_places=2)
    tekort_vanaf = models.CharField(max_length=7, blank=True)

    objects = BereikQuerySet["Kerncijfer"].as_manager()

    class Meta:
        verbose_name = "kerncijfer"
        verbose_name_plural = "kerncijfers"
        ordering = ("op", "dienst", "pk")
        indexes = (models.Index(fields=("organisatie", "op"), name="kerncijfer_dag"),)
        constraints = (
            ZelfdeOrganisatie("bewijs", name="kerncijfer_bewijs"),
            models.UniqueConstraint(
                fields=("organisatie", "dienst", "op"),
                nulls_distinct=False,
                name="kerncijfer_een_per_dag",
                violation_error_message="Voor deze dag is er al een momentopname.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dienst or self.organisatie} op {self.op:%d/%m/%Y}"

    @property
    def is_leeg(self) -> bool:
        """There was nothing to count: no shortage is no good news then."""
        return not (self.werknemers or self.vte or self.saldo)
