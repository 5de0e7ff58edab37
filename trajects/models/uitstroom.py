"""Leaving: where to, on whose initiative, and how it goes in the year after."""

from datetime import date
from decimal import Decimal
from typing import Any, Final, Self, cast

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import (
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)

from gedeeld.dagsommen import DagenLater, MaandenLater
from gedeeld.organisatiesleutel import Organisatiesleutel, Oudersleutel, ZelfdeOrganisatie
from gedeeld.periode import plus_dagen
from gedeeld.weergeven import meervoud
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from trajects.keuzes import (
    AAN_HET_WERK,
    GEMETEN,
    ZONDER_NAZORG,
    Bestemming,
    Initiatief,
    Nazorgresultaat,
)
from trajects.models.bereik import PlanQuerySet
from werknemers.keuzes import SoortContract
from werknemers.models import Arbeidsovereenkomst

# A moment is due in the week that begins on its day, and can be asked about from a week before.
SPELING_IN_DAGEN: Final = 7
LANGSTE_MAAND: Final = 31  # days


def _terug(op: date, uitstroom: str = "") -> Exists:
    """Inside a query on what hangs on an outflow: whether a contract began since."""
    datum = OuterRef(f"{uitstroom}datum")
    return Exists(
        Arbeidsovereenkomst.objects.filter(
            werknemer=OuterRef(f"{uitstroom}werknemer"),
            periode__startswith__gt=datum,
            periode__startswith__lte=op,
        )
    )


_GARANTIES: Final = Regelparameter.objects.filter(
    code=Parametercode.TERUGKEERGARANTIE, waarde__isnull=False
)


class UitstroomQuerySet(PlanQuerySet["Uitstroom"]):
    def weg_op(self, op: date) -> Self:
        """Left before the day, and not back by then; for one: `nazorgbeeld.teruggekeerd_op`."""
        return self.filter(datum__lt=op).exclude(_terug(op))

    def met_garantie(self) -> Self:
        """Annotate `garantie_tem`, the last day of the return guarantee by the rule of the day of
        leaving; null when there is none. For one outflow: `trajects.kader.nazorgbeeld`."""
        regels = _GARANTIES.filter(
            Q(organisatie=None) | Q(organisatie=OuterRef("organisatie")),
            geldig__contains=OuterRef("datum"),
        ).order_by(F("organisatie").asc(nulls_last=True))
        maanden = Subquery(regels.values("waarde")[:1])
        tem = DagenLater(MaandenLater(DagenLater("datum", 1), maanden), -1)
        geen = When(bestemming__in=ZONDER_NAZORG, then=None)
        return self.annotate(garantie_tem=Case(geen, default=tem))

    def met_lopende_garantie(self, op: date) -> Self:
        """The same for those who can still use it on the day. The longest guarantee that there ever
        was keeps those out for whom the rule need not be looked up."""
        langst = Subquery(_GARANTIES.order_by("-waarde").values("waarde")[:1])
        begin = DagenLater(MaandenLater(Value(op, DateField()), -langst), -LANGSTE_MAAND)
        mogelijk: models.QuerySet[Any] = self.filter(datum__gte=begin).met_garantie()
        return cast(Self, mogelijk.filter(garantie_tem__gte=op))


class Uitstroom(models.Model):
    """`datum` is the last day in service. `breuk` in (0, 1] is that of the next job.

    Who comes back within the same `traject` can leave again. `motief` is asked when the employer
    ends it around a falling or ended premium.
    """

    organisatie = Organisatiesleutel()
    werknemer = models.ForeignKey(
        "werknemers.Werknemer", on_delete=models.PROTECT, related_name="uitstromen", db_index=False
    )
    traject = models.ForeignKey(
        "trajects.Traject",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="uitstromen",
    )
    datum = models.DateField()
    bestemming = models.CharField(max_length=12, choices=Bestemming)
    werkgever = models.ForeignKey(
        "trajects.Werkgever",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="uitstromen",
    )
    functie = models.CharField(max_length=120, blank=True)
    soort_contract = models.CharField(max_length=20, choices=SoortContract, blank=True)
    breuk = models.DecimalField(
        "tewerkstellingsbreuk",
        max_digits=7,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.000001")), MaxValueValidator(Decimal(1))],
    )
    initiatief = models.CharField(max_length=12, choices=Initiatief)
    reden = models.CharField(max_length=500, blank=True)
    motief = models.TextField(max_length=2000, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = UitstroomQuerySet.as_manager()

    class Meta:
        verbose_name = "uitstroom"
        verbose_name_plural = "uitstromen"
        ordering = ("-datum", "-pk")
        constraints = (
            ZelfdeOrganisatie("werknemer", "werkgever", name="uitstroom_organisatie"),
            Oudersleutel(name="uitstroom_ouder"),
            models.UniqueConstraint(
                fields=("werknemer", "datum"),
                name="uitstroom_een_per_dag",
                violation_error_message="Voor die dag staat er al een uitstroom. Pas die aan.",
            ),
            models.CheckConstraint(
                condition=Q(breuk=None) | Q(breuk__gt=0, breuk__lte=1),
                name="uitstroom_breuk",
                violation_error_message="De tewerkstellingsbreuk ligt tussen 0 en 1 (voltijds).",
            ),
        )

    def __str__(self) -> str:
        return f"uitstroom van {self.werknemer} op {self.datum:%d/%m/%Y}"

    @property
    def laatst_gehoord(self) -> "Nazorgmoment | None":
        """The latest moment that says how it goes; prefetch `nazorg`."""
        gehoord = [moment for moment in self.nazorg.all() if moment.resultaat in GEMETEN]
        return max(gehoord, key=lambda moment: moment.weken, default=None)


class NazorgmomentQuerySet(PlanQuerySet["Nazorgmoment"]):
    werknemer_pad = "uitstroom__werknemer"

    def met_dag(self) -> Self:
        """Annotate `dag`, when it is due; for one moment: `Nazorgmoment.gepland_op`."""
        dag = ExpressionWrapper(F("uitstroom__datum") + F("weken") * 7, output_field=DateField())
        return self.annotate(dag=dag)

    def open(self) -> Self:
        return self.filter(resultaat="")

    def nog_te_vragen(self, op: date) -> Self:
        """Open and still of use on the day; for one outflow: `trajects.kader.nazorgbeeld`.

        A later moment that came, or was answered, takes the place of an earlier one. Of who came
        back nobody asks any more how it goes elsewhere.
        """
        later = Nazorgmoment.objects.filter(
            uitstroom=OuterRef("uitstroom"), weken__gt=OuterRef("weken")
        )
        gekomen = ExpressionWrapper(
            OuterRef("uitstroom__datum") + F("weken") * 7, output_field=DateField()
        )
        overgeslagen = later.alias(dag=gekomen).filter(~Q(resultaat="") | Q(dag__lte=op))
        return self.open().exclude(Exists(overgeslagen)).exclude(_terug(op, "uitstroom__"))


class Nazorgmoment(models.Model):
    """So many weeks after leaving: still at work? Empty `resultaat`: not asked yet."""

    organisatie = Organisatiesleutel()
    uitstroom = models.ForeignKey(
        Uitstroom, on_delete=models.CASCADE, related_name="nazorg", db_index=False
    )
    weken = models.PositiveSmallIntegerField()
    resultaat = models.CharField(max_length=10, choices=Nazorgresultaat, blank=True)
    gemeten_op = models.DateField(null=True, blank=True)
    wat_gedaan = models.TextField(max_length=2000, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = NazorgmomentQuerySet.as_manager()

    class Meta:
        verbose_name = "nazorgmoment"
        verbose_name_plural = "nazorgmomenten"
        ordering = ("uitstroom", "weken")
        constraints = (
            ZelfdeOrganisatie("uitstroom", name="nazorgmoment_organisatie"),
            models.UniqueConstraint(
                fields=("uitstroom", "weken"),
                name="nazorg_uniek",
                violation_error_message="Dit nazorgmoment staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(resultaat="", gemeten_op=None)
                | (~Q(resultaat="") & Q(gemeten_op__isnull=False)),
                name="nazorg_gemeten_op",
                violation_error_message="Zeg op welke dag je het resultaat hoorde.",
            ),
        )
        indexes = (
            models.Index(
                fields=("organisatie", "uitstroom"),
                condition=Q(resultaat=""),
                name="nazorg_open_organisatie",
            ),
        )

    def __str__(self) -> str:
        return f"nazorg na {self.termijn}"

    @property
    def termijn(self) -> str:
        """How long after the departure, in words."""
        return meervoud(self.weken, "week", "weken")

    @property
    def gepland_op(self) -> date:
        return plus_dagen(self.uitstroom.datum, 7 * self.weken)

    @property
    def vanaf(self) -> date:
        """The first day on which an answer says how it goes at this moment."""
        return plus_dagen(self.gepland_op, -SPELING_IN_DAGEN)

    @property
    def te_laat_op(self) -> date:
        """From this day on it is late."""
        return plus_dagen(self.gepland_op, SPELING_IN_DAGEN)

    @property
    def is_open(self) -> bool:
        return not self.resultaat

    @property
    def aan_het_werk(self) -> bool:
        return self.resultaat in AAN_HET_WERK
