"""The person whom all of this is about."""

from datetime import date
from typing import Self, cast

from django.db import models
from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Oudersleutel
from gedeeld.velden import OnleesbareTekst, VersleuteldeTekst
from werknemers.keuzes import Steun, Voertaal
from werknemers.models.arbeidsovereenkomst import (
    Arbeidsovereenkomst,
    ArbeidsovereenkomstQuerySet,
)
from werknemers.models.begeleiding import zonder_begeleiding
from werknemers.models.naam import Benoemd
from werknemers.models.zichtbaarheid import zichtbare_werknemers
from werknemers.models.zoekregel import voorwaarde, zoekveld


class WerknemerQuerySet(models.QuerySet["Werknemer"]):
    """The definitions of docs/regels.md#definitions; `Werknemer` and `domein.ondersteuning` hold
    the same rules for one employee."""

    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Whom this user may know about today; nobody for who belongs to no organisation."""
        return self.filter(zichtbare_werknemers(gebruiker))

    def met_insz(self) -> Self:
        """For a page that shows the number; otherwise asking for it is a query of its own."""
        return self.defer(None)

    def in_dienst_op(self, datum: date) -> Self:
        """With a contract that contains this day."""
        return self.filter(Exists(_eigen_contracten().op(datum)))

    def zonder_begeleiding_op(self, datum: date) -> Self:
        """In service, and nobody serves them on this day (`begeleiding.zonder_begeleiding`)."""
        return self.in_dienst_op(datum).filter(zonder_begeleiding(datum))

    def met_ondersteuning(self, datum: date) -> Self:
        """Annotate `slotadvies_id`, `steun_tot` (the day after the last one) and `steun` on a day.

        The chain that began last on or before the day counts: it contains the day, or is the
        latest one before it. `slotadvies` is the advice that closes the chain. The same rule for
        one employee is `domein.ondersteuning.bepaal`.
        """
        return self.alias(
            stand=FilteredRelation(
                "steunstand",
                condition=Q(
                    steunstand__organisatie=F("organisatie"), steunstand__dagen__contains=datum
                ),
            ),
        ).annotate(
            slotadvies_id=F("stand__slotadvies_id"),
            steun_tot=F("stand__tot"),
            steun=Case(
                When(stand__tot__gt=datum, then=Value(Steun.LOOPT)),
                When(stand__tot__lte=datum, then=Value(Steun.VERLOPEN)),
                When(stand__dagen__endswith__isnull=False, then=Value(Steun.NOG_NIET)),
                default=Value(Steun.GEEN),
            ),
        )

    def met_huidig_contract(self, datum: date) -> Self:
        """Annotate `dienst_naam`, the service of the latest contract on a day."""
        contract = (
            Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk"))
            .op(datum)
            .order_by("-periode__startswith", "-pk")
        )
        return self.annotate(
            dienst_naam=Subquery(contract.values("dienst__naam")[:1]),
        )

    def werkt_bij(self, dienst: int, datum: date) -> Self:
        """With a contract in this service on this day."""
        return self.filter(Exists(_eigen_contracten().filter(dienst=dienst).op(datum)))

    def zoek(self, tekst: str) -> Self:
        """Whom one finds by a text: name, number and telephone (`zoekregel.voorwaarde`)."""
        gevraagd = voorwaarde(tekst)
        return self if gevraagd is None else self.filter(gevraagd)


def _eigen_contracten() -> ArbeidsovereenkomstQuerySet:
    """Inside a query on employees. With the organisation, so that of a country the contracts of one
    organisation are read."""
    return Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef("pk")
    )


_Manager = models.Manager.from_queryset(WerknemerQuerySet)


class WerknemerManager(_Manager["Werknemer"]):
    """Without the INSZ, which only the page of one person shows (`met_insz`), and without the line
    to search in."""

    def get_queryset(self) -> WerknemerQuerySet:
        return cast(WerknemerQuerySet, super().get_queryset().defer("insz", "zoekregel"))


class Werknemer(Benoemd, models.Model):
    organisatie = models.ForeignKey(
        "gebruikers.Organisatie",
        on_delete=models.PROTECT,
        related_name="werknemers",
        db_index=False,
    )
    personeelsnummer = models.CharField(max_length=30)
    familienaam = models.CharField(max_length=80, blank=True)
    voornaam = models.CharField(max_length=60)
    insz = VersleuteldeTekst("INSZ", blank=True, default="")
    insz_hash = models.CharField(max_length=64, null=True, blank=True, editable=False)  # noqa: DJ001
    geboortedatum = models.DateField(null=True, blank=True)
    begeleider = models.ForeignKey(
        "gebruikers.Gebruiker",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="werknemers",
    )
    email = models.EmailField("e-mailadres", blank=True)
    gsm = models.CharField(max_length=60, blank=True)
    voertaal = models.CharField(max_length=2, choices=Voertaal, default=Voertaal.NL)
    zoekregel = zoekveld()
    aangemaakt_op = models.DateTimeField(auto_now_add=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = WerknemerManager()

    class Meta:
        verbose_name = "werknemer"
        verbose_name_plural = "werknemers"
        ordering = ("familienaam", "voornaam", "pk")
        constraints = (
            Oudersleutel(name="werknemer_ouder"),
            models.UniqueConstraint(
                fields=("organisatie", "personeelsnummer"),
                name="werknemer_personeelsnummer_uniek",
                violation_error_message="Dit personeelsnummer is al van iemand anders.",
            ),
            models.UniqueConstraint(
                fields=("organisatie", "insz_hash"),
                name="werknemer_insz_uniek",
                violation_error_message="Er is al een werknemer met dit INSZ.",
            ),
            models.CheckConstraint(
                condition=Q(insz="", insz_hash=None) | (~Q(insz="") & Q(insz_hash__isnull=False)),
                name="werknemer_insz_met_zoekwaarde",
                violation_error_message="Het INSZ en zijn zoekwaarde horen samen.",
            ),
        )
        indexes = (models.Index(fields=("organisatie", "begeleider"), name="werknemer_begeleider"),)

    def __str__(self) -> str:
        return self.naam

    @property
    def insz_gemaskeerd(self) -> str:
        """The number with only the last two digits readable; that it is not readable, if so."""
        if not self.insz or isinstance(self.insz, OnleesbareTekst):
            return self.insz
        return f"●●.●●.●●-●●●.{self.insz[-2:]}"
