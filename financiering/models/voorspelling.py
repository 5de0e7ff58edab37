"""What was foreseen in a quarter for later ones; kept, because it cannot be known afterwards."""

from django.db import models

from financiering.models.bereik import BereikQuerySet


class Voorspelling(models.Model):
    """The premiums of the whole organisation for `kwartaal`, as the first night of `gemaakt_in`
    foresaw them if nothing is done; both are first days of a quarter. Never changed."""

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        on_delete=models.PROTECT,
        related_name="voorspellingen",
        db_index=False,
    )
    gemaakt_in = models.DateField()
    kwartaal = models.DateField()
    loonpremie = models.DecimalField(max_digits=13, decimal_places=2)
    begeleidingspremie = models.DecimalField(max_digits=13, decimal_places=2)

    objects = BereikQuerySet["Voorspelling"].as_manager()

    class Meta:
        verbose_name = "voorspelling"
        verbose_name_plural = "voorspellingen"
        ordering = ("gemaakt_in", "kwartaal", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisatie", "gemaakt_in", "kwartaal"),
                name="voorspelling_een_per_kwartaal",
                violation_error_message="Voor dit kwartaal is er al een voorspelling.",
            ),
        )

    def __str__(self) -> str:
        return f"voor {self.kwartaal:%d/%m/%Y}, gemaakt in {self.gemaakt_in:%d/%m/%Y}"
