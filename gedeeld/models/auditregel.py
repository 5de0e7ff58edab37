"""Who changed what and when."""

from django.conf import settings
from django.db import models


class Auditregel(models.Model):
    """One change. Append-only: a trigger in the database refuses UPDATE and DELETE."""

    op = models.DateTimeField(auto_now_add=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", null=True, on_delete=models.PROTECT, related_name="+"
    )
    actie = models.CharField(max_length=60)
    soort = models.CharField(max_length=60)
    onderwerp_id = models.BigIntegerField(null=True)
    wijzigingen = models.JSONField(default=dict)

    class Meta:
        verbose_name = "auditregel"
        verbose_name_plural = "auditregels"
        ordering = ("-op", "-pk")
        indexes = (models.Index(fields=("soort", "onderwerp_id"), name="audit_onderwerp"),)

    def __str__(self) -> str:
        return f"{self.actie} {self.soort} {self.onderwerp_id}"
