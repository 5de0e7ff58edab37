"""The people around an employee: hand-over between counsellors, qualified guide, workmate coach."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.models.bereik import PlanQuerySet


class BegeleiderswisselQuerySet(PlanQuerySet["Begeleiderswissel"]):
    def onbevestigd(self) -> Self:
        """Handed over, and not yet confirmed by the successor."""
        return self.filter(bevestigd_op=None)


class Begeleiderswissel(models.Model):
    """A caseload of one changes hands. `blad` is the hand-over sheet as it was on that day.

    `risicos` is what the predecessor wrote for the successor, who confirms having read the sheet;
    a coordinator can do that for a successor who is not there.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="begeleiderswissels"
    )
    van = models.ForeignKey(
        "gebruikers.Gebruiker", null=True, on_delete=models.PROTECT, related_name="overgedragen"
    )
    naar = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="overgenomen"
    )
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="begeleiderswissels"
    )
    op = models.DateField()
    risicos = models.TextField(max_length=2000, blank=True)
    blad = models.JSONField(default=dict)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        "gebruikers.Gebruiker",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="bevestigde_wissels",
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = BegeleiderswisselQuerySet.as_manager()

    class Meta:
        verbose_name = "wissel van begeleider"
        verbose_name_plural = "wissels van begeleider"
        ordering = ("-pk",)
        constraints = (
            ZelfdeOrganisatie("werknemer", name="begeleiderswissel_organisatie"),
            models.UniqueConstraint(
                fields=("werknemer",),
                condition=Q(bevestigd_op=None),
                name="begeleiderswissel_een_open",
                violation_error_message=(
                    "De vorige overdracht is nog niet bevestigd. Bevestig die eerst."
                ),
            ),
            models.CheckConstraint(
                condition=Q(van=None) | ~Q(van=F("naar")),
                name="begeleiderswissel_naar_ander",
                violation_error_message="Kies een andere begeleider dan de huidige.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.werknemer}: van {self.van} naar {self.naar}"


class Begeleidingsteam(models.Model):
    """Who guides on the work floor, as the decree asks: a qualified guide and a workmate coach.

    The guide may be external; the coach works for the same employer
    (docs/regels.md#guidance-on-the-work-floor). `begeleider_sinds` is when the guide began, for who
    is not qualified yet; empty: with the advice.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.OneToOneField(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="begeleidingsteam"
    )
    gekwalificeerd_begeleider = models.CharField(max_length=120, blank=True)
    kwalificatie = models.CharField(max_length=200, blank=True)
    begeleider_sinds = models.DateField(null=True, blank=True)
    is_extern = models.BooleanField(default=False)
    collega_coach = models.CharField(max_length=120, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet["Begeleidingsteam"].as_manager()

    class Meta:
        verbose_name = "begeleidingsteam"
        verbose_name_plural = "begeleidingsteams"
        ordering = ("pk",)
        constraints = (ZelfdeOrganisatie("werknemer", name="begeleidingsteam_organisatie"),)

    def __str__(self) -> str:
        return f"begeleiding van {self.werknemer}"
