"""What changed about a person, beside the row of the trail that says that it changed."""

from django.db import models


class Auditwaarde(models.Model):
    """Old and new by field, of one row. Retention may delete it; a trigger refuses to change it."""

    regel = models.OneToOneField(
        "gedeeld.Auditregel", on_delete=models.CASCADE, primary_key=True, related_name="waarde"
    )
    waarden = models.JSONField()

    class Meta:
        verbose_name = "auditwaarde"
        verbose_name_plural = "auditwaarden"
        ordering = ("regel",)

    def __str__(self) -> str:
        return str(self.regel)
