"""What changed about a person, beside the row of the trail that says that it changed."""

from django.db import models

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie


class Auditwaarde(models.Model):
    """Old and new by field, of one row. Retention may delete it; a trigger refuses to change it."""

    organisatie = Organisatiesleutel(null=True)
    regel = models.OneToOneField(
        "gedeeld.Auditregel", on_delete=models.CASCADE, primary_key=True, related_name="waarde"
    )
    waarden = models.JSONField()

    class Meta:
        verbose_name = "auditwaarde"
        verbose_name_plural = "auditwaarden"
        ordering = ("regel",)
        constraints = (ZelfdeOrganisatie("regel", name="auditwaarde_organisatie"),)

    def __str__(self) -> str:
        return str(self.regel)
