"""What must be in order in somebody's life before another job can work."""

from typing import Final, Self

from django.db import models
from django.db.models import Q

from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from trajects.keuzes import RANDVOORWAARDEN, Standrandvoorwaarde, Thema
from trajects.models.bereik import PlanQuerySet

# Health is sensitive: no detail is kept, only that it needs attention.
ZONDER_DETAIL: Final = (Thema.GEZONDHEID,)
OPEN_STANDEN: Final = (Standrandvoorwaarde.AANDACHT, Standrandvoorwaarde.BELEMMERING)


class RandvoorwaardeQuerySet(PlanQuerySet["Randvoorwaarde"]):
    def open(self) -> Self:
        """That ask for something; the same rule for one is `Randvoorwaarde.is_open`."""
        return self.filter(stand__in=OPEN_STANDEN)

    def besproken(self) -> Self:
        """Of which it is known how they stand."""
        return self.exclude(stand=Standrandvoorwaarde.ONBEKEND)


class Randvoorwaarde(models.Model):
    """Where one theme stands now for one employee; `Randvoorwaardestand` keeps how it came so."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.PROTECT,
        related_name="randvoorwaarden",
        db_index=False,
    )
    thema = models.CharField(max_length=14, choices=[(t.value, t.label) for t in RANDVOORWAARDEN])
    stand = models.CharField(
        max_length=12, choices=Standrandvoorwaarde, default=Standrandvoorwaarde.ONBEKEND
    )
    toelichting = models.TextField(max_length=1000, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = RandvoorwaardeQuerySet.as_manager()

    class Meta:
        verbose_name = "randvoorwaarde"
        verbose_name_plural = "randvoorwaarden"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("werknemer", name="randvoorwaarde_organisatie"),
            Oudersleutel(name="randvoorwaarde_ouder"),
            models.UniqueConstraint(
                fields=("werknemer", "thema"),
                name="randvoorwaarde_per_thema",
                violation_error_message="Deze randvoorwaarde staat er al. Pas die aan.",
            ),
            models.CheckConstraint(
                condition=Q(thema__in=[t.value for t in RANDVOORWAARDEN]),
                name="randvoorwaarde_thema",
                violation_error_message="Kies een van de randvoorwaarden.",
            ),
            models.CheckConstraint(
                condition=~Q(thema__in=ZONDER_DETAIL)
                | (Q(toelichting="") & ~Q(stand=Standrandvoorwaarde.BELEMMERING)),
                name="randvoorwaarde_zonder_detail",
                violation_error_message=(
                    "Over gezondheid bewaren we geen details: alleen of er aandacht nodig is."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_thema_display()}: {self.get_stand_display()}"

    @property
    def is_open(self) -> bool:
        return self.stand in OPEN_STANDEN

    @property
    def zonder_detail(self) -> bool:
        """Whether no word about it is kept."""
        return self.thema in ZONDER_DETAIL


class Randvoorwaardestand(models.Model):
    """An earlier or the present state of a precondition; append-only."""

    organisatie = Organisatiesleutel()
    randvoorwaarde = models.ForeignKey(
        Randvoorwaarde, on_delete=models.PROTECT, related_name="standen"
    )
    stand = models.CharField(max_length=12, choices=Standrandvoorwaarde)
    toelichting = models.TextField(max_length=1000, blank=True)
    op = models.DateField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="randvoorwaardestanden"
    )

    class Meta:
        verbose_name = "stand van een randvoorwaarde"
        verbose_name_plural = "standen van randvoorwaarden"
        ordering = ("-pk",)
        constraints = (ZelfdeOrganisatie("randvoorwaarde", name="randvoorwaardestand_organisatie"),)

    def __str__(self) -> str:
        return f"{self.get_stand_display()} op {self.op:%d/%m/%Y}"
