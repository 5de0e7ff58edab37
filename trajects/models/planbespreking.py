"""The plan on paper was gone through: which version, and what the employee answered."""

from django.db import models
from django.db.models import F, Q

from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from trajects.keuzes import Planantwoord
from trajects.models.bereik import PlanQuerySet
from werknemers.keuzes import Voertaal


class Planbespreking(models.Model):
    """A talk about one version of the plan; a later answer is a row of its own.

    `versie` is the day printed on the plan, `bewijs` the code of its receipt when somebody noted
    it. `door` is who wrote this down. What was said is no part of it.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer",
        on_delete=models.PROTECT,
        related_name="planbesprekingen",
        db_index=False,
    )
    besproken_op = models.DateField()
    versie = models.DateField()
    bewijs = models.CharField(max_length=19, blank=True)
    taal = models.CharField(max_length=2, choices=Voertaal)
    met_tolk = models.BooleanField(default=False)
    antwoord = models.CharField(max_length=6, choices=Planantwoord)
    ondertekend_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(
        "gebruikers.Gebruiker", on_delete=models.PROTECT, related_name="planbesprekingen"
    )
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = PlanQuerySet["Planbespreking"].as_manager()

    class Meta:
        verbose_name = "planbespreking"
        verbose_name_plural = "planbesprekingen"
        ordering = ("-besproken_op", "-versie")
        constraints = (
            ZelfdeOrganisatie("werknemer", name="planbespreking_organisatie"),
            models.UniqueConstraint(
                fields=("werknemer", "besproken_op", "versie"),
                name="planbespreking_per_dag",
                violation_error_message=(
                    "Voor die dag en deze versie staat er al een bespreking. Pas die aan."
                ),
            ),
            models.CheckConstraint(
                condition=Q(versie__lte=F("besproken_op")),
                name="planbespreking_na_versie",
                violation_error_message=(
                    "Een plan kan pas besproken worden vanaf de dag die erop staat."
                ),
            ),
            models.CheckConstraint(
                condition=Q(ondertekend_op=None) | Q(ondertekend_op__gte=F("versie")),
                name="planbespreking_getekend_na_versie",
                violation_error_message=(
                    "Een plan kan pas ondertekend worden vanaf de dag die erop staat."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"plan van {self.versie:%d/%m/%Y}, besproken op {self.besproken_op:%d/%m/%Y}"

    @property
    def taal_in_woorden(self) -> str:
        tolk = "met tolk" if self.met_tolk else "zonder tolk"
        return f"{self.get_taal_display()}, {tolk}"
