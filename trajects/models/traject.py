"""The path of one employee to a next employer."""

from typing import Self

from django.db import models
from django.db.models import Q

from gebruikers.rechten import HeeftRol
from trajects.keuzes import EINDFASEN, Fase
from trajects.rechten import mag_plan_zien
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers


class TrajectQuerySet(models.QuerySet["Traject"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        if not mag_plan_zien(gebruiker):
            return self.filter(NIEMAND)
        return self.filter(zichtbare_werknemers(gebruiker, "werknemer"))

    def lopend(self) -> Self:
        """Not ended; the same rule for one trajectory is `Traject.loopt`."""
        return self.exclude(fase__in=EINDFASEN)


class Traject(models.Model):
    """One running trajectory per employee; the counsellor is the employee's (ADR 3)."""

    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="trajecten"
    )
    fase = models.CharField(max_length=12, choices=Fase, default=Fase.VOORTRAJECT)
    jobdoelwit = models.CharField(
        max_length=200,
        blank=True,
        help_text="Naar welk werk gaat deze persoon op weg? Bijvoorbeeld: keukenhulp.",
    )
    beoogde_uitstroom = models.DateField("beoogde uitstroom", null=True, blank=True)
    gestart_op = models.DateField()
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = TrajectQuerySet.as_manager()

    class Meta:
        verbose_name = "traject"
        verbose_name_plural = "trajecten"
        ordering = ("-gestart_op", "-pk")
        constraints = (
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
