"""An employee goes from one counsellor to another."""

from django.db import models

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie


class Caseloadwissel(models.Model):
    """One change; a row that stays. `van` is None for who had nobody, `naar` for who has nobody
    now. `met_blad`: the successor gets a sheet to read and confirm."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="+"
    )
    van = models.ForeignKey(
        "gebruikers.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+"
    )
    naar = models.ForeignKey(
        "gebruikers.Gebruiker",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    door = models.ForeignKey(
        "gebruikers.Gebruiker", null=True, on_delete=models.PROTECT, related_name="+"
    )
    met_blad = models.BooleanField(default=False)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "wissel van begeleider"
        verbose_name_plural = "wissels van begeleider"
        ordering = ("-op", "-pk")
        indexes = (models.Index(fields=("naar", "-op"), name="caseloadwissel_naar"),)
        constraints = (ZelfdeOrganisatie("werknemer", name="caseloadwissel_organisatie"),)

    def __str__(self) -> str:
        return f"{self.werknemer}: {self.van or 'niemand'} → {self.naar or 'niemand'}"
