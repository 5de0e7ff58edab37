"""The work that an employee aims for: one active target, the earlier ones kept with the reason."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import Haalbaarheid, Sector, SoortWerk
from trajects.models.bereik import TrajectdeelQuerySet


class JobdoelwitQuerySet(TrajectdeelQuerySet["Jobdoelwit"]):
    def actief(self) -> Self:
        """Still aimed for; the same rule for one target is `Jobdoelwit.actief`."""
        return self.filter(tot=None)


class Jobdoelwit(models.Model):
    """Aimed for from `van` until `tot` (None: still); `reden_van_wijziging` says why no longer."""

    organisatie = Organisatiesleutel()
    traject = models.ForeignKey(
        "trajects.Traject", on_delete=models.PROTECT, related_name="jobdoelwitten"
    )
    titel = models.CharField(max_length=200)
    sector = models.CharField(max_length=14, choices=Sector, blank=True)
    soort_werk = models.CharField(max_length=12, choices=SoortWerk, blank=True)
    waarom = models.TextField(max_length=2000, blank=True)
    haalbaarheid = models.CharField(max_length=10, choices=Haalbaarheid, blank=True)
    wat_ontbreekt = models.TextField(max_length=2000, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    reden_van_wijziging = models.CharField(max_length=500, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = JobdoelwitQuerySet.as_manager()

    class Meta:
        verbose_name = "jobdoelwit"
        verbose_name_plural = "jobdoelwitten"
        ordering = ("-van", "-pk")
        indexes = (
            # Of a whole organisation at once, without the rows themselves.
            models.Index(
                fields=("organisatie",),
                include=("traject", "titel"),
                condition=Q(tot=None),
                name="jobdoelwit_actief_samen",
            ),
        )
        constraints = (
            ZelfdeOrganisatie("traject", name="jobdoelwit_organisatie"),
            models.UniqueConstraint(
                fields=("traject",),
                condition=Q(tot=None),
                name="jobdoelwit_een_actief",
                violation_error_message="Er is al een jobdoelwit. Pas het aan of kies een ander.",
            ),
            models.CheckConstraint(
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                name="jobdoelwit_volgorde",
                violation_error_message="Een jobdoelwit eindigt op of na de dag waarop het begon.",
            ),
        )

    def __str__(self) -> str:
        return self.titel

    @property
    def actief(self) -> bool:
        return self.tot is None
