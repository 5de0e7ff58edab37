"""What happened to an advice: asked, decided, objected to. The advice itself stays what it was."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from werknemers.keuzes import (
    BETWISTBAAR,
    MELDINGEN,
    Adviesstap,
    Begeleidingsniveau,
    Stapuitkomst,
)
from werknemers.models.adviesperiode import Adviesperiode
from werknemers.models.zichtbaarheid import zichtbare_werknemers


class AdviesgebeurtenisQuerySet(models.QuerySet["Adviesgebeurtenis"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Those of the employees whom this user may know about."""
        return self.filter(zichtbare_werknemers(gebruiker, "werknemer"))

    def nog_te_beslissen(self) -> Self:
        """Asked and not decided; the same rule for one is `Adviesgebeurtenis.loopt`."""
        return self.filter(uitkomst="").exclude(soort__in=MELDINGEN)

    def betwistbaar(self) -> Self:
        """Decisions that one can appeal against, with `betwist`: somebody did."""
        bezwaren = Adviesgebeurtenis.objects.filter(
            tegen=OuterRef("pk"), organisatie=OuterRef("organisatie")
        ).exclude(uitkomst=Stapuitkomst.INGETROKKEN)
        besluiten = self.filter(uitkomst__in=BETWISTBAAR).exclude(soort=Adviesstap.BEZWAAR)
        return besluiten.annotate(betwist=Exists(bezwaren.order_by()))


class Adviesgebeurtenis(models.Model):
    """A request about the support of an employee, or something that VDAB began, and its outcome.

    `advies` is the one it is about, empty when there was none. `tegen` is the decision that an
    objection is about. An outcome that changes the steps has `schijven` from `geldt_vanaf` to the
    end of the advice, with the level of guidance from then on; one that stops it early has its
    `laatste_dag`; one that gives a next advice has `vervolgadvies`.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="adviesgebeurtenissen"
    )
    advies = models.ForeignKey(
        Adviesperiode,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="gebeurtenissen",
    )
    tegen = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="bezwaren"
    )
    vervolgadvies = models.ForeignKey(
        Adviesperiode,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="verleend_door",
    )
    soort = models.CharField(max_length=20, choices=Adviesstap)
    gevraagd_op = models.DateField()
    besluitdatum = models.DateField(null=True, blank=True)
    kennis_op = models.DateField(null=True, blank=True)
    commissie_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=12, choices=Stapuitkomst, blank=True)
    geldt_vanaf = models.DateField(null=True, blank=True)
    laatste_dag = models.DateField(null=True, blank=True)
    begeleidingsniveau = models.CharField(max_length=10, choices=Begeleidingsniveau, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = AdviesgebeurtenisQuerySet.as_manager()

    class Meta:
        verbose_name = "gebeurtenis van een advies"
        verbose_name_plural = "gebeurtenissen van adviezen"
        ordering = ("gevraagd_op", "pk")
        constraints = (
            ZelfdeOrganisatie(
                "werknemer", "advies", "tegen", "vervolgadvies", name="gebeurtenis_organisatie"
            ),
            Oudersleutel(name="gebeurtenis_ouder"),
            models.CheckConstraint(
                condition=Q(uitkomst="", besluitdatum__isnull=True)
                | (~Q(uitkomst="") & ~Q(soort__in=MELDINGEN) & Q(besluitdatum__isnull=False)),
                name="gebeurtenis_besluit",
                violation_error_message="Een uitkomst heeft een datum, en omgekeerd.",
            ),
            models.CheckConstraint(
                condition=Q(besluitdatum__isnull=True) | Q(besluitdatum__gte=F("gevraagd_op")),
                name="gebeurtenis_na_aanvraag",
                violation_error_message="Een besluit valt niet voor de aanvraag.",
            ),
            models.CheckConstraint(
                condition=Q(kennis_op__isnull=True)
                | Q(besluitdatum__isnull=False, kennis_op__gte=F("besluitdatum")),
                name="gebeurtenis_kennis",
                violation_error_message="Wie een besluit kent, kent het niet voor het er is.",
            ),
            models.CheckConstraint(
                condition=Q(soort=Adviesstap.BEZWAAR, tegen__isnull=False)
                | (~Q(soort=Adviesstap.BEZWAAR) & Q(tegen__isnull=True)),
                name="gebeurtenis_bezwaar",
                violation_error_message="Een bezwaar gaat over een besluit.",
            ),
        )

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def kan_beslist(self) -> bool:
        """Whether somebody decides about it at all."""
        return self.soort not in MELDINGEN

    @property
    def loopt(self) -> bool:
        """Whether somebody still has to decide."""
        return self.kan_beslist and not self.uitkomst
