"""How the support of each employee stands on each day, as the database works it out."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from werknemers.models.adviesperiode import Adviesperiode


class Steunstand(models.Model):
    """A row of the view `werknemers_steunstand`: what counts for an employee during `dagen`.

    The rows of an employee lie one after another and cover every day: one until the first chain of
    advice begins, then one from the begin of each chain until that of the next. `tot` is the day
    after the chain, and `slotadvies` the advice that closes it; both are empty in the first row.
    Join it with `WerknemerQuerySet.met_ondersteuning`.
    """

    pk = models.CompositePrimaryKey("werknemer", "dagen")
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.DO_NOTHING,
        related_name="+",
        related_query_name="steunstand",
    )
    dagen = DateRangeField()
    tot = models.DateField(null=True)
    slotadvies = models.ForeignKey(
        Adviesperiode, null=True, on_delete=models.DO_NOTHING, related_name="+"
    )

    class Meta:
        managed = False
        db_table = "werknemers_steunstand"
        verbose_name = "stand van de ondersteuning"
        verbose_name_plural = "standen van de ondersteuning"

    def __str__(self) -> str:
        return f"{self.werknemer}, {self.dagen}"
