"""What an organisation asked VDAB or WSE about a rule, and what they answered."""

from typing import Self

from django.conf import settings
from django.db import models

from gebruikers.rechten import HeeftRol, is_lid


class WetsvraagQuerySet(models.QuerySet["Wetsvraag"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not is_lid(gebruiker):
            return self.none()
        return self.filter(organisatie=gebruiker.organisatie_id)


class Wetsvraag(models.Model):
    """Rows stay: what is learned later is a new row. `vraag` is the code of the question
    (`regels.domein.wetsvragen`); an empty `antwoord` says that it was asked only."""

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", on_delete=models.PROTECT, related_name="wetsvragen"
    )
    vraag = models.CharField(max_length=80)
    gesteld_op = models.DateField()
    antwoord = models.TextField(blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    op = models.DateTimeField(auto_now_add=True)

    objects = WetsvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag over de wet"
        verbose_name_plural = "vragen over de wet"
        ordering = ("-op", "-pk")

    def __str__(self) -> str:
        return f"{self.vraag}, {self.gesteld_op:%d/%m/%Y}"
