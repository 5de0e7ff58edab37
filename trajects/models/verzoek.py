"""The motivated request to VDAB: what a counsellor writes under each heading, and what it was."""

from django.db import models

from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from trajects.keuzes import Verzoekkop
from trajects.models.bereik import PlanQuerySet


class Verzoektekst(models.Model):
    """What stands under one heading now; `Verzoektekstversie` keeps how it came so."""

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.PROTECT,
        related_name="verzoekteksten",
        db_index=False,
    )
    kop = models.CharField(max_length=12, choices=Verzoekkop)
    tekst = models.TextField(max_length=5000)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet["Verzoektekst"].as_manager()

    class Meta:
        verbose_name = "tekst van een verzoek"
        verbose_name_plural = "teksten van verzoeken"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("werknemer", name="verzoektekst_organisatie"),
            Oudersleutel(name="verzoektekst_ouder"),
            models.UniqueConstraint(
                fields=("werknemer", "kop"),
                name="verzoektekst_per_kop",
                violation_error_message="Onder deze kop staat al een tekst. Pas die aan.",
            ),
            models.CheckConstraint(
                condition=models.Q(kop__in=Verzoekkop.values),
                name="verzoektekst_kop",
                violation_error_message="Kies een van de koppen van het verzoek.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kop_display()}: {self.werknemer}"


class Verzoektekstversie(models.Model):
    """An earlier or the present text under a heading; append-only."""

    organisatie = Organisatiesleutel()
    verzoektekst = models.ForeignKey(Verzoektekst, on_delete=models.PROTECT, related_name="versies")
    tekst = models.TextField(max_length=5000)
    op = models.DateField()
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="verzoektekstversies"
    )

    class Meta:
        verbose_name = "versie van een verzoek"
        verbose_name_plural = "versies van verzoeken"
        ordering = ("-pk",)
        constraints = (ZelfdeOrganisatie("verzoektekst", name="verzoektekstversie_organisatie"),)

    def __str__(self) -> str:
        return f"versie van {self.op:%d/%m/%Y}"
