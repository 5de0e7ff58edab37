"""Plan templates: what is done when, counted in days from an anchor."""

from typing import Self

from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Lower

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from gedeeld.weergeven import meervoud
from trajects.keuzes import Anker, Thema, Wie
from trajects.models.bereik import OrganisatieQuerySet


class SjabloonQuerySet(OrganisatieQuerySet["Plansjabloon"]):
    def met_aantal_regels(self) -> Self:
        """Annotate `aantal_regels`."""
        return self.annotate(aantal_regels=Count("regels"))


class SjabloonregelQuerySet(models.QuerySet["Sjabloonregel"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """The lines of the templates that this user may see."""
        return self.filter(sjabloon__in=Plansjabloon.objects.zichtbaar_voor(gebruiker))


class Plansjabloon(models.Model):
    """`jaren` is the term it is meant for (2 or 5; None: any).

    Without organisation it is an example: an organisation edits a copy of its own (`kopie_van`),
    which then takes its place.
    """

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plansjablonen",
        db_index=False,
    )
    naam = models.CharField(max_length=120)
    omschrijving = models.CharField(max_length=500, blank=True)
    jaren = models.PositiveSmallIntegerField(null=True, blank=True)
    kopie_van = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="kopieen"
    )
    actief = models.BooleanField(default=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = SjabloonQuerySet.as_manager()

    class Meta:
        verbose_name = "plansjabloon"
        verbose_name_plural = "plansjablonen"
        ordering = ("jaren", "naam", "pk")
        constraints = (
            Oudersleutel(name="plansjabloon_ouder"),
            models.UniqueConstraint(
                "organisatie",
                Lower("naam"),
                name="plansjabloon_uniek",
                nulls_distinct=False,
                violation_error_message="Er is al een sjabloon met deze naam.",
            ),
        )

    def __str__(self) -> str:
        return self.naam


class Sjabloonregel(models.Model):
    """One action: `dagen` after the anchor (before it when negative), under the goal `doel`."""

    organisatie = Organisatiesleutel(null=True)
    sjabloon = models.ForeignKey(Plansjabloon, on_delete=models.CASCADE, related_name="regels")
    doel = models.CharField(max_length=200)
    thema = models.CharField(max_length=14, choices=Thema, blank=True)
    wat = models.CharField(max_length=300)
    wie = models.CharField(max_length=10, choices=Wie, default=Wie.BEGELEIDER)
    anker = models.CharField(max_length=10, choices=Anker, default=Anker.ADVIES)
    dagen = models.SmallIntegerField()
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = SjabloonregelQuerySet.as_manager()

    class Meta:
        verbose_name = "regel van een sjabloon"
        verbose_name_plural = "regels van sjablonen"
        ordering = ("sjabloon", "pk")
        constraints = (
            ZelfdeOrganisatie("sjabloon", name="sjabloonregel_organisatie"),
            models.CheckConstraint(
                condition=Q(dagen__range=(-3700, 3700)),
                name="sjabloonregel_dagen",
                violation_error_message="Een actie ligt hoogstens tien jaar van haar begindag.",
            ),
        )

    def __str__(self) -> str:
        return self.wat

    @property
    def wanneer(self) -> str:
        """As in "45 dagen voor het einde van de ondersteuning"."""
        anker = f"de {self.get_anker_display()}"
        if self.anker == Anker.EINDE:
            anker = f"het {self.get_anker_display()}"
        if not self.dagen:
            return f"op de dag van {anker}"
        richting = "na" if self.dagen > 0 else "voor"
        return f"{meervoud(abs(self.dagen), 'dag', 'dagen')} {richting} {anker}"
