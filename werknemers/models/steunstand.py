"""How the support of each employee stands on each day, as the database keeps it."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from werknemers.models.adviesperiode import Adviesperiode


class Steunstand(models.Model):
    """What counts for an employee during `dagen`. Nobody writes it: triggers on the advice do, in
    the transaction that changed a period (docs/adr/0022).

    The rows of who has advice lie one after another and cover every day: one until the first chain
    of advice begins, then one from the begin of each chain until that of the next. `tot` is the day
    after the chain, and `slotadvies` the advice that closes it; both are empty in the first row.
    Join it with `WerknemerQuerySet.met_ondersteuning`.
    """

    pk = models.CompositePrimaryKey("werknemer", "dagen")
    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.DO_NOTHING,
        related_name="+",
        related_query_name="steunstand",
        db_index=False,
    )
    dagen = DateRangeField()
    tot = models.DateField(null=True)
    slotadvies = models.ForeignKey(
        Adviesperiode, null=True, on_delete=models.DO_NOTHING, related_name="+"
    )

    class Meta:
        verbose_name = "stand van de ondersteuning"
        verbose_name_plural = "standen van de ondersteuning"
        indexes = (models.Index(fields=("organisatie",), name="steunstand_per_organisatie"),)
        constraints = (ZelfdeOrganisatie("werknemer", name="steunstand_organisatie"),)

    def __str__(self) -> str:
        return f"{self.werknemer}, {self.dagen}"
