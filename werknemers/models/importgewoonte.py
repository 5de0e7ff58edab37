"""How an organisation writes its sheets: what was answered about a column the last time."""

from typing import Self

from django.db import models

from gebruikers.rechten import HeeftRol, is_lid


class ImportgewoonteQuerySet(models.QuerySet["Importgewoonte"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        return (
            self.filter(organisatie=gebruiker.organisatie_id) if is_lid(gebruiker) else self.none()
        )


class Importgewoonte(models.Model):
    """`titel` is the key of the title above a column; `kolom` what it stands for, empty when it is
    not read; `gewoonte` how its cells are written, empty when they leave no question."""

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    titel = models.CharField(max_length=210)
    kolom = models.CharField(max_length=40, blank=True)
    gewoonte = models.CharField(max_length=60, blank=True)

    objects = ImportgewoonteQuerySet.as_manager()

    class Meta:
        verbose_name = "importgewoonte"
        verbose_name_plural = "importgewoonten"
        ordering = ("titel", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisatie", "titel"),
                name="importgewoonte_een_per_titel",
                violation_error_message="Voor deze kolomtitel is er al een gewoonte.",
            ),
        )

    def __str__(self) -> str:
        return self.titel
