"""What somebody can do: generic competences with scores from both sides, and talents in words."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import HOOGSTE_SCORE, LAAGSTE_SCORE, SCORES
from trajects.models.bereik import OrganisatieQuerySet, PlanQuerySet


class CompetentieQuerySet(OrganisatieQuerySet["Competentie"]):
    def actief(self) -> Self:
        """On the list of today; the scores of the others stay to be read."""
        return self.filter(actief=True)


class Competentie(models.Model):
    """A generic competence; without organisation it is on the list of everybody."""

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="competenties",
        db_index=False,
    )
    naam = models.CharField(max_length=80)
    omschrijving = models.CharField(max_length=300, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=100)
    actief = models.BooleanField(default=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = CompetentieQuerySet.as_manager()

    class Meta:
        verbose_name = "competentie"
        verbose_name_plural = "competenties"
        ordering = ("volgorde", "naam", "pk")
        constraints = (
            models.UniqueConstraint(
                "organisatie",
                Lower("naam"),
                name="competentie_uniek",
                nulls_distinct=False,
                violation_error_message="Deze competentie staat al op de lijst.",
            ),
        )

    def __str__(self) -> str:
        return self.naam


def _score_voorwaarde(veld: str) -> Q:
    return Q(**{veld: None}) | Q(**{f"{veld}__range": (LAAGSTE_SCORE, HOOGSTE_SCORE)})


class Competentiescore(models.Model):
    """What both sides said about one competence on one day, with an example as evidence."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.PROTECT,
        related_name="competentiescores",
        db_index=False,
    )
    competentie = models.ForeignKey(Competentie, on_delete=models.PROTECT, related_name="scores")
    datum = models.DateField()
    score_begeleider = models.PositiveSmallIntegerField(null=True, blank=True, choices=SCORES)
    score_werknemer = models.PositiveSmallIntegerField(null=True, blank=True, choices=SCORES)
    voorbeeld = models.TextField(max_length=1000, blank=True)
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="competentiescores"
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet["Competentiescore"].as_manager()

    class Meta:
        verbose_name = "competentiescore"
        verbose_name_plural = "competentiescores"
        ordering = ("datum", "pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="competentiescore_organisatie"),
            models.UniqueConstraint(
                fields=("werknemer", "competentie", "datum"),
                name="competentiescore_per_dag",
                violation_error_message="Voor die dag staat er al een score. Pas die aan.",
            ),
            models.CheckConstraint(
                condition=_score_voorwaarde("score_begeleider")
                & _score_voorwaarde("score_werknemer"),
                name="competentiescore_tussen_1_en_4",
                violation_error_message="Een score is 1, 2, 3 of 4.",
            ),
            models.CheckConstraint(
                condition=Q(score_begeleider__isnull=False) | Q(score_werknemer__isnull=False),
                name="competentiescore_ingevuld",
                violation_error_message="Kies minstens één score.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.competentie} op {self.datum:%d/%m/%Y}"


class TalentQuerySet(PlanQuerySet["Talent"]):
    def nu(self) -> Self:
        """Those that stand on the plan; the same rule for one is `Talent.staat_op_het_plan`."""
        return self.filter(weggehaald_op=None)


class Talent(models.Model):
    """What somebody is good at, in free words. Taken away it stays, to be put back."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="talenten", db_index=False
    )
    woorden = models.CharField(max_length=120)
    toegevoegd_op = models.DateField()
    weggehaald_op = models.DateField(null=True, blank=True)

    objects = TalentQuerySet.as_manager()

    class Meta:
        verbose_name = "talent"
        verbose_name_plural = "talenten"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("werknemer", name="talent_organisatie"),
            models.UniqueConstraint(
                "werknemer",
                Lower("woorden"),
                name="talent_uniek",
                violation_error_message="Dit talent staat er al.",
            ),
        )

    def __str__(self) -> str:
        return self.woorden

    @property
    def staat_op_het_plan(self) -> bool:
        return self.weggehaald_op is None
