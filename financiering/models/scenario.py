"""A future that somebody wants to look at: who leaves, who comes, what changes."""

from decimal import Decimal
from typing import Any, Final

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from financiering.keuzes import (
    Dienstblad,
    Scenariobasis,
    Scenariopakket,
    Verlengingsuitkomst,
    Wijze,
)
from financiering.models.bereik import BereikQuerySet
from financiering.models.klaverblad import NIET_NEGATIEF
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from regels.models.percentage import PERCENTAGE_ZIN, percentage_voorwaarde
from werknemers.keuzes import Begeleidingsniveau

HOOGSTE_INDEX: Final = 10
MEESTE_STARTERS: Final = 100
LANGSTE_VERTRAGING: Final = 24


class Scenario(models.Model):
    """`jaarindex` in percent a year. `pakket` and `niveau` say who comes in a place that is filled
    again, `vertraging` after how many months; the last one counts only for `met_vervanging`."""

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie", on_delete=models.PROTECT, related_name="scenarios", db_index=False
    )
    naam = models.CharField(max_length=60)
    basis = models.CharField(
        max_length=20, choices=Scenariobasis, default=Scenariobasis.VOLGENS_PLAN
    )
    toelichting = models.TextField(blank=True, max_length=2000)
    jaarindex = models.DecimalField(
        max_digits=4,
        decimal_places=2,
        default=Decimal(0),
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(HOOGSTE_INDEX))],
    )
    vertraging = models.PositiveSmallIntegerField(
        default=3, validators=[MaxValueValidator(LANGSTE_VERTRAGING)]
    )
    pakket = models.CharField(max_length=20, choices=Scenariopakket, default=Scenariopakket.IMW_5)
    niveau = models.CharField(
        max_length=10, choices=Begeleidingsniveau, default=Begeleidingsniveau.MIDDEN
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = BereikQuerySet["Scenario"].as_manager()

    class Meta:
        verbose_name = "scenario"
        verbose_name_plural = "scenario's"
        ordering = ("naam", "pk")
        constraints = (
            Oudersleutel(name="scenario_ouder"),
            models.UniqueConstraint(
                models.F("organisatie"),
                models.functions.Lower("naam"),
                name="scenario_naam_uniek",
                violation_error_message="Er is al een scenario met deze naam. Kies een andere.",
            ),
            models.CheckConstraint(
                condition=Q(jaarindex__gte=0, jaarindex__lte=HOOGSTE_INDEX),
                name="scenario_jaarindex",
                violation_error_message="Een index ligt tussen 0 % en 10 % per jaar.",
            ),
            models.CheckConstraint(
                condition=Q(vertraging__lte=LANGSTE_VERTRAGING),
                name="scenario_vertraging",
                violation_error_message="Een plaats blijft hoogstens 24 maanden open.",
            ),
        )

    def __str__(self) -> str:
        return self.naam


class _Scenariodeel(models.Model):
    organisatie = Organisatiesleutel()
    scenario = models.ForeignKey(
        Scenario, on_delete=models.CASCADE, related_name="%(class)s_set", db_index=False
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Scenariovertrek(_Scenariodeel):
    """The last day in service of one employee in this scenario; None: stays."""

    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.CASCADE, related_name="+"
    )
    laatste_dag = models.DateField(null=True, blank=True)

    objects = BereikQuerySet["Scenariovertrek"].as_manager()

    class Meta:
        verbose_name = "vertrek in een scenario"
        verbose_name_plural = "vertrekken in een scenario"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("scenario", "werknemer", name="scenariovertrek_organisatie"),
            models.UniqueConstraint(
                fields=("scenario", "werknemer"),
                name="scenariovertrek_een",
                violation_error_message="Deze werknemer staat al in dit scenario.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.werknemer}: {self.laatste_dag or 'blijft'}"


class Scenarioverlenging(_Scenariodeel):
    """What a request for extension gives one employee; `percentage` unless it is refused."""

    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.CASCADE, related_name="+"
    )
    uitkomst = models.CharField(max_length=10, choices=Verlengingsuitkomst)
    percentage = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = BereikQuerySet["Scenarioverlenging"].as_manager()

    class Meta:
        verbose_name = "verlenging in een scenario"
        verbose_name_plural = "verlengingen in een scenario"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("scenario", "werknemer", name="scenarioverlenging_organisatie"),
            models.UniqueConstraint(
                fields=("scenario", "werknemer"),
                name="scenarioverlenging_een",
                violation_error_message="Voor deze werknemer staat er al een verlenging.",
            ),
            models.CheckConstraint(
                condition=Q(percentage=None) | percentage_voorwaarde(),
                name="scenarioverlenging_percentage",
                violation_error_message=PERCENTAGE_ZIN,
            ),
            models.CheckConstraint(
                condition=Q(uitkomst=Verlengingsuitkomst.GEWEIGERD, percentage=None)
                | (~Q(uitkomst=Verlengingsuitkomst.GEWEIGERD) & Q(percentage__isnull=False)),
                name="scenarioverlenging_past",
                violation_error_message=(
                    "Vul bij een verlenging het percentage in. Laat het leeg als ze er niet komt."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.werknemer}: {self.get_uitkomst_display()}"


class Scenariovervanging(_Scenariodeel):
    """After how many months the place of one employee is filled again, whatever the base of the
    scenario says; None: it stays open."""

    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.CASCADE, related_name="+"
    )
    na_maanden = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(LANGSTE_VERTRAGING)]
    )

    objects = BereikQuerySet["Scenariovervanging"].as_manager()

    class Meta:
        verbose_name = "vervanging in een scenario"
        verbose_name_plural = "vervangingen in een scenario"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("scenario", "werknemer", name="scenariovervanging_organisatie"),
            models.UniqueConstraint(
                fields=("scenario", "werknemer"),
                name="scenariovervanging_een",
                violation_error_message="Voor deze werknemer staat er al een vervanging.",
            ),
            models.CheckConstraint(
                condition=Q(na_maanden=None) | Q(na_maanden__lte=LANGSTE_VERTRAGING),
                name="scenariovervanging_maanden",
                violation_error_message="Een plaats blijft hoogstens 24 maanden open.",
            ),
        )

    def __str__(self) -> str:
        na = "blijft open" if self.na_maanden is None else f"na {self.na_maanden} maanden"
        return f"{self.werknemer}: {na}"


def _geld(**opties: Any) -> models.DecimalField:
    grens = MinValueValidator(Decimal(0), NIET_NEGATIEF)
    return models.DecimalField(max_digits=11, decimal_places=2, validators=[grens], **opties)


class Scenarioinstroom(_Scenariodeel):
    """`aantal` people who start on `van`, each with this contract and package; or so many each
    year, spread over the year from that day on, who leave when their support ends (`elk_jaar`)."""

    dienst = models.ForeignKey("werknemers.Dienst", on_delete=models.CASCADE, related_name="+")
    van = models.DateField()
    aantal = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(MEESTE_STARTERS)]
    )
    elk_jaar = models.BooleanField(default=False)
    pakket = models.CharField(max_length=20, choices=Scenariopakket, default=Scenariopakket.IMW_5)
    niveau = models.CharField(
        max_length=10, choices=Begeleidingsniveau, default=Begeleidingsniveau.MIDDEN
    )
    tewerkstellingsbreuk = models.DecimalField(max_digits=7, decimal_places=6, default=Decimal(1))
    bruto_maandloon = _geld()

    objects = BereikQuerySet["Scenarioinstroom"].as_manager()

    class Meta:
        verbose_name = "instroom in een scenario"
        verbose_name_plural = "instroom in een scenario"
        ordering = ("van", "pk")
        constraints = (
            ZelfdeOrganisatie("scenario", "dienst", name="scenarioinstroom_organisatie"),
            models.CheckConstraint(
                condition=Q(aantal__gte=1, aantal__lte=MEESTE_STARTERS),
                name="scenarioinstroom_aantal",
                violation_error_message="Kies een aantal van 1 tot en met 100.",
            ),
            models.CheckConstraint(
                condition=Q(tewerkstellingsbreuk__gt=0, tewerkstellingsbreuk__lte=1),
                name="scenarioinstroom_breuk",
                violation_error_message="De tewerkstellingsbreuk ligt tussen 0 en 1 (voltijds).",
            ),
            models.CheckConstraint(
                condition=Q(bruto_maandloon__gte=0),
                name="scenarioinstroom_loon",
                violation_error_message="Een loon kan niet negatief zijn.",
            ),
        )
        indexes = (models.Index(fields=("scenario",), name="scenarioinstroom_scenario"),)

    def __str__(self) -> str:
        return f"{self.aantal} in {self.dienst} vanaf {self.van:%d/%m/%Y}"


class Scenarioblad(_Scenariodeel):
    """A leaf that changes from a day on; it takes the place of all amounts of that leaf."""

    dienst = models.ForeignKey("werknemers.Dienst", on_delete=models.CASCADE, related_name="+")
    blad = models.CharField(max_length=20, choices=Dienstblad)
    bedrag = _geld()
    wijze = models.CharField(max_length=10, choices=Wijze, default=Wijze.VAST)
    van = models.DateField()
    geindexeerd = models.BooleanField("geïndexeerd", default=False)

    objects = BereikQuerySet["Scenarioblad"].as_manager()

    class Meta:
        verbose_name = "gewijzigd bedrag in een scenario"
        verbose_name_plural = "gewijzigde bedragen in een scenario"
        ordering = ("van", "pk")
        constraints = (
            ZelfdeOrganisatie("scenario", "dienst", name="scenarioblad_organisatie"),
            models.UniqueConstraint(
                fields=("scenario", "dienst", "blad"),
                name="scenarioblad_een",
                violation_error_message="Dit blad is in dit scenario al gewijzigd.",
            ),
            models.CheckConstraint(
                condition=Q(bedrag__gte=0),
                name="scenarioblad_bedrag",
                violation_error_message=NIET_NEGATIEF,
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_blad_display()} van {self.dienst} vanaf {self.van:%d/%m/%Y}"
