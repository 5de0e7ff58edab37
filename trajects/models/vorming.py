"""Training: entered once, with everybody who takes part, and what the fund pays of it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q
from django.db.models.functions import Coalesce

from gebruikers.rechten import HeeftRol, is_lid
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from gedeeld.velden import PeriodeVeld
from trajects.keuzes import (
    Fondsgeld,
    Fondsoordeel,
    Resultaat,
    Standdeelname,
    Vormingsformule,
    Vormingsstand,
    Vormingsthema,
)
from trajects.rechten import mag_vorming_zien
from werknemers.models import Arbeidsovereenkomst, Dienst
from werknemers.models.zichtbaarheid import NIEMAND, zichtbare_werknemers

_NIET_NEGATIEF = MinValueValidator(Decimal(0), "Een bedrag kan niet negatief zijn.")


def _bedragveld(naam: str) -> models.DecimalField:
    return models.DecimalField(
        naam, max_digits=9, decimal_places=2, null=True, blank=True, validators=[_NIET_NEGATIEF]
    )


def _urenveld(naam: str) -> models.DecimalField:
    nul = MinValueValidator(Decimal(0), "Een aantal uren kan niet negatief zijn.")
    return models.DecimalField(
        naam, max_digits=6, decimal_places=2, null=True, blank=True, validators=[nul]
    )


def stand_voorwaarde(stand: str, op: date) -> Q:
    """In this state on the day; for one training: `Vormingsactie.stand_op`."""
    if stand == Vormingsstand.GEANNULEERD:
        return Q(geannuleerd=True)
    voorwaarden = {
        Vormingsstand.GEPLAND: Q(periode__startswith__gt=op),
        Vormingsstand.BEZIG: Q(periode__contains=op),
        Vormingsstand.VOORBIJ: Q(periode__endswith__lte=op),
    }
    return voorwaarden[Vormingsstand(stand)] & Q(geannuleerd=False)


def geld_voorwaarde(geld: str) -> Q:
    """Trainings about this money. An amount granted is an answer, also while its day is unknown;
    what was granted and is not all paid waits for payment."""
    beslissing = Q(gevraagd_op__isnull=False, beslist_op=None, bedrag_toegekend=None)
    betaling = Q(bedrag_toegekend__gt=Coalesce(F("bedrag_betaald"), Decimal(0)))
    voorwaarden = {
        Fondsgeld.OPEN: beslissing | betaling,
        Fondsgeld.BESLISSING: beslissing,
        Fondsgeld.BETALING: betaling,
        Fondsgeld.GEVRAAGD: Q(bedrag_gevraagd__gt=0),
        Fondsgeld.TOEGEKEND: Q(bedrag_toegekend__gt=0),
        Fondsgeld.BETAALD: Q(bedrag_betaald__gt=0),
    }
    return voorwaarden[Fondsgeld(geld)]


class VormingsactieQuerySet(models.QuerySet["Vormingsactie"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """The trainings of the organisation: what is on offer is no secret, who takes part is."""
        if not (is_lid(gebruiker) and mag_vorming_zien(gebruiker)):
            return self.filter(NIEMAND)
        return self.filter(organisatie=gebruiker.organisatie_id)

    def in_stand(self, stand: str, op: date) -> Self:
        return self.filter(stand_voorwaarde(stand, op))

    def met_deelnemers(self) -> Self:
        """Annotate `aantal_deelnemers`, and `gevolgd_door` of them."""
        # By its key, or those of the whole country are read.
        hier = Q(deelnames__organisatie=F("organisatie"))
        return self.annotate(deelname=FilteredRelation("deelnames", condition=hier)).annotate(
            aantal_deelnemers=Count("deelname"),
            gevolgd_door=Count("deelname", filter=Q(deelname__stand=Standdeelname.AANWEZIG)),
        )

    def met_geld(self, geld: str) -> Self:
        return self.filter(geld_voorwaarde(geld))


class Vormingsactie(models.Model):
    """A training of the organisation. Hours are per participant, amounts in euro in all."""

    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        on_delete=models.PROTECT,
        related_name="vormingsacties",
        db_index=False,
    )
    titel = models.CharField(max_length=200)
    thema = models.CharField(max_length=14, choices=Vormingsthema)
    aanbieder = models.CharField(max_length=150, blank=True)
    formule = models.CharField(max_length=16, choices=Vormingsformule)
    periode = PeriodeVeld()
    uren = _urenveld("uren per deelnemer")
    kost = _bedragveld("kost")
    geannuleerd = models.BooleanField(default=False)
    fondsoordeel = models.CharField(
        max_length=10, choices=Fondsoordeel, default=Fondsoordeel.ONBEKEND
    )
    fonds_waarom = models.CharField(max_length=500, blank=True)
    gevraagd_op = models.DateField(null=True, blank=True)
    beslist_op = models.DateField(null=True, blank=True)
    bedrag_gevraagd = _bedragveld("gevraagd")
    bedrag_toegekend = _bedragveld("toegekend")
    bedrag_betaald = _bedragveld("betaald")
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = VormingsactieQuerySet.as_manager()

    class Meta:
        verbose_name = "vormingsactie"
        verbose_name_plural = "vormingsacties"
        ordering = ("-periode", "pk")
        constraints = (
            Oudersleutel(name="vormingsactie_ouder"),
            models.CheckConstraint(
                condition=Q(
                    periode__isempty=False,
                    periode__startswith__isnull=False,
                    periode__endswith__isnull=False,
                ),
                name="vorming_heeft_einde",
                violation_error_message="Een vorming heeft een eerste en een laatste dag.",
            ),
            models.CheckConstraint(
                condition=(Q(uren=None) | Q(uren__gte=0)) & (Q(kost=None) | Q(kost__gte=0)),
                name="vorming_niet_negatief",
                violation_error_message="Uren en kost kunnen niet negatief zijn.",
            ),
            models.CheckConstraint(
                condition=(Q(bedrag_gevraagd=None) | Q(bedrag_gevraagd__gte=0))
                & (Q(bedrag_toegekend=None) | Q(bedrag_toegekend__gte=0))
                & (Q(bedrag_betaald=None) | Q(bedrag_betaald__gte=0)),
                name="vorming_fondsbedragen",
                violation_error_message="Een bedrag van het fonds kan niet negatief zijn.",
            ),
            models.CheckConstraint(
                condition=Q(beslist_op=None)
                | Q(gevraagd_op=None)
                | Q(beslist_op__gte=models.F("gevraagd_op")),
                name="vorming_beslist_na_gevraagd",
                violation_error_message="Het fonds beslist op of na de dag van de aanvraag.",
            ),
        )

    def __str__(self) -> str:
        return self.titel

    def stand_op(self, datum: date) -> Vormingsstand:
        if self.geannuleerd:
            return Vormingsstand.GEANNULEERD
        if datum in self.periode:
            return Vormingsstand.BEZIG
        gedaan = self.periode.voorbij(datum)
        return Vormingsstand.VOORBIJ if gedaan else Vormingsstand.GEPLAND


class DeelnameQuerySet(models.QuerySet["Deelname"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Those of the employees whom this user may know about."""
        if not mag_vorming_zien(gebruiker):
            return self.filter(NIEMAND)
        return self.filter(zichtbare_werknemers(gebruiker, "werknemer"))

    def van(self, vormingen: "Iterable[Vormingsactie]") -> Self:
        """In these trainings, each with its training."""
        return self.filter(vorming__in=list(vormingen)).select_related("vorming")

    def gevolgd(self) -> Self:
        """For one participation: `Deelname.gevolgde_uren` is not None."""
        return self.filter(stand=Standdeelname.AANWEZIG)

    def met_attest(self) -> Self:
        return self.exclude(attest="")

    def zonder_resultaat(self) -> Self:
        """Nobody wrote down how it went. An attest says enough; who was absent, or whose training
        was called off, has nothing to tell."""
        gevraagd = self.exclude(stand=Standdeelname.AFWEZIG).filter(vorming__geannuleerd=False)
        return gevraagd.filter(resultaat=Resultaat.GEEN, attest="")

    def vernieuwd(self) -> "DeelnameQuerySet":
        """Inside a query on participations with an attest that ends: those of the same employee
        that renew it, with an attest of the same name or from a training of the same title."""
        eigen = Deelname.objects.met_attest().filter(
            Q(attest__iexact=OuterRef("attest"))
            | Q(vorming__titel__iexact=OuterRef("vorming__titel")),
            organisatie=OuterRef("organisatie"),
            werknemer=OuterRef("werknemer"),
        )
        tot = OuterRef("attest_vervalt_op")
        erna = Q(vorming__periode__endswith__gt=OuterRef("vorming__periode__endswith"))
        return eigen.filter(
            Q(attest_vervalt_op__gt=tot)
            | Q(attest_vervalt_op=tot, pk__gt=OuterRef("pk"))
            | (erna & Q(attest_vervalt_op=None))
        )

    def bij_dienst(self, dienst: Dienst) -> Self:
        """Of who had a contract in the service on a day of the training."""
        contracten = Arbeidsovereenkomst.objects.filter(
            werknemer=OuterRef("werknemer"),
            dienst=dienst,
            periode__overlap=OuterRef("vorming__periode"),
        )
        return self.filter(Exists(contracten))


class Deelname(models.Model):
    """One employee in one training; `uren` None: those of the training."""

    organisatie = Organisatiesleutel()
    vorming = models.ForeignKey(
        Vormingsactie, on_delete=models.CASCADE, related_name="deelnames", db_index=False
    )
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="deelnames"
    )
    stand = models.CharField(max_length=10, choices=Standdeelname, default=Standdeelname.GEPLAND)
    uren = _urenveld("uren gevolgd")
    resultaat = models.CharField(max_length=10, choices=Resultaat, default=Resultaat.GEEN)
    attest = models.CharField(max_length=150, blank=True)
    attest_vervalt_op = models.DateField(null=True, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = DeelnameQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ("pk",)
        constraints = (
            ZelfdeOrganisatie("werknemer", "vorming", name="deelname_organisatie"),
            Oudersleutel(name="deelname_ouder"),
            models.UniqueConstraint(
                fields=("vorming", "werknemer"),
                name="deelname_uniek",
                violation_error_message="Deze werknemer doet al mee aan de vorming.",
            ),
            models.CheckConstraint(
                condition=Q(uren=None) | Q(uren__gte=0),
                name="deelname_uren",
                violation_error_message="Een aantal uren kan niet negatief zijn.",
            ),
            models.CheckConstraint(
                condition=Q(attest_vervalt_op=None) | ~Q(attest=""),
                name="deelname_attest",
                violation_error_message="Zeg welk attest op die dag vervalt.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.werknemer} in {self.vorming}"

    @property
    def gevolgde_uren(self) -> Decimal | None:
        """Those of the training unless said otherwise; None when it was not followed."""
        if self.stand != Standdeelname.AANWEZIG:
            return None
        return self.vorming.uren if self.uren is None else self.uren
