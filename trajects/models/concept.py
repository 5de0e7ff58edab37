"""A draft: what somebody is typing and has not saved yet."""

from typing import Self

from django.db import models

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie


class ConceptQuerySet(models.QuerySet["Concept"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Only one's own: nobody else reads what was not saved."""
        return self.filter(gebruiker=gebruiker.pk)


class Concept(models.Model):
    """`sleutel` names the form ("notitie-12"); `velden` holds what its fields held, by name."""

    organisatie = Organisatiesleutel()
    gebruiker = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.CASCADE, related_name="concepten", db_index=False
    )
    sleutel = models.CharField(max_length=60)
    velden = models.JSONField(default=dict)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = ConceptQuerySet.as_manager()

    class Meta:
        verbose_name = "concept"
        verbose_name_plural = "concepten"
        ordering = ("-gewijzigd_op", "pk")
        constraints = (
            ZelfdeOrganisatie("gebruiker", name="concept_organisatie"),
            models.UniqueConstraint(
                fields=("gebruiker", "sleutel"),
                name="concept_uniek",
                violation_error_message="Er is al een concept van dit formulier.",
            ),
        )

    def __str__(self) -> str:
        return f"concept {self.sleutel}"
