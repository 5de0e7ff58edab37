"""Who changed what and when."""

from typing import Any

from django.conf import settings
from django.db import models

from gedeeld.organisatiesleutel import Oudersleutel


class Auditregel(models.Model):
    """One change. Append-only: a trigger in the database refuses UPDATE and DELETE.

    `wijzigingen` names the fields that changed, each with its old and new value as far as those say
    nothing about a person; what does stands in `waarde`. `betrokkene_id` is the key of the employee
    whom the record is about.
    """

    op = models.DateTimeField(auto_now_add=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    actie = models.CharField(max_length=60)
    soort = models.CharField(max_length=60)
    onderwerp_id = models.BigIntegerField(null=True)
    betrokkene_id = models.BigIntegerField(null=True)
    wijzigingen = models.JSONField(default=dict)

    class Meta:
        verbose_name = "auditregel"
        verbose_name_plural = "auditregels"
        ordering = ("-op", "-pk")
        constraints = (Oudersleutel(name="auditregel_ouder"),)
        indexes = (
            models.Index(fields=("soort", "onderwerp_id"), name="audit_onderwerp"),
            models.Index(
                fields=("betrokkene_id",),
                condition=models.Q(betrokkene_id__isnull=False),
                name="audit_betrokkene",
            ),
        )

    def __str__(self) -> str:
        return f"{self.actie} {self.soort} {self.onderwerp_id}"

    @property
    def verschil(self) -> dict[str, list[Any]]:
        """Old and new by field, as far as they are still kept: `[]` for what was emptied."""
        waarde = getattr(self, "waarde", None)
        kort: dict[str, list[Any]] = self.wijzigingen
        return kort if waarde is None else kort | waarde.waarden
