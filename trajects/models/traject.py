"""The path of one employee to a next employer, and the history of its phases."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from trajects.keuzes import EINDFASEN, Fase
from trajects.models.bereik import PlanQuerySet, TrajectdeelQuerySet
from werknemers.models import Arbeidsovereenkomst


class TrajectQuerySet(PlanQuerySet["Traject"]):
    def lopend(self) -> Self:
        """Not ended; the same rule for one trajectory is `Traject.loopt`."""
        return self.exclude(fase__in=EINDFASEN)

    def in_dienst_op(self, datum: date) -> Self:
        """Of who has a contract that contains this day, as `WerknemerQuerySet.in_dienst_op`."""
        contracten = Arbeidsovereenkomst.objects.filter(
            organisatie=OuterRef("organisatie"), werknemer=OuterRef("werknemer")
        )
        return self.filter(Exists(contracten.op(datum)))


class Traject(models.Model):
    """One running trajectory per employee; the counsellor is the employee's
    (docs/adr/0003).

    `samenvatting` is what was done, written when the trajectory was closed.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="trajecten"
    )
    fase = models.CharField(max_length=12, choices=Fase, default=Fase.VOORTRAJECT)
    beoogde_uitstroom = models.DateField("beoogde uitstroom", null=True, blank=True)
    gestart_op = models.DateField()
    samenvatting = models.TextField(blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = TrajectQuerySet.as_manager()

    class Meta:
        verbose_name = "traject"
        verbose_name_plural = "trajecten"
        ordering = ("-gestart_op", "-pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="traject_organisatie"),
            Oudersleutel(name="traject_ouder"),
            models.UniqueConstraint(
                fields=("werknemer",),
                condition=~Q(fase__in=EINDFASEN),
                name="traject_een_lopend",
                violation_error_message="Voor deze werknemer loopt al een traject.",
            ),
            models.CheckConstraint(
                condition=Q(beoogde_uitstroom=None)
                | Q(beoogde_uitstroom__gte=models.F("gestart_op")),
                name="traject_uitstroom_na_start",
                violation_error_message=(
                    "De beoogde uitstroom ligt voor de start van het traject. Kies een latere dag."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"traject van {self.werknemer}"

    @property
    def loopt(self) -> bool:
        return self.fase not in EINDFASEN

    @property
    def jobdoelwit(self) -> str:
        """The title of the active job target; "" when none is chosen. Prefetch `jobdoelwitten`."""
        return next((doel.titel for doel in self.jobdoelwitten.all() if doel.actief), "")


class Fasewissel(models.Model):
    """One step of a trajectory from phase to phase, with who and when; append-only.

    `van` is empty for the phase in which the trajectory began.
    """

    organisatie = Organisatiesleutel()
    traject = models.ForeignKey(Traject, on_delete=models.PROTECT, related_name="fasewissels")
    van = models.CharField(max_length=12, choices=Fase, blank=True)
    naar = models.CharField(max_length=12, choices=Fase)
    op = models.DateField()
    reden = models.CharField(max_length=500, blank=True)
    door = models.ForeignKey(
        "gebruikers.Gebruiker",
        null=True,
        on_delete=models.PROTECT,
        related_name="fasewissels",
    )
    vastgelegd_op = models.DateTimeField(auto_now_add=True)

    objects = TrajectdeelQuerySet["Fasewissel"].as_manager()

    class Meta:
        verbose_name = "fasewissel"
        verbose_name_plural = "fasewissels"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("traject", name="fasewissel_organisatie"),
            models.CheckConstraint(
                condition=~Q(van=F("naar")),
                name="fasewissel_naar_andere",
                violation_error_message="Het traject staat al in deze fase.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_naar_display()} op {self.op:%d/%m/%Y}"
