"""What happened about the end of a contract: notice, a counter-notice, an agreement."""

from datetime import date
from decimal import Decimal
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Value

from gebruikers.rechten import HeeftRol
from gedeeld.organisatiesleutel import Organisatiesleutel, ZelfdeOrganisatie
from gedeeld.periode import plus_dagen
from gedeeld.velden import PeriodeVeld
from werknemers.keuzes import Bezorging, Eindewijze
from werknemers.models.zichtbaarheid import zichtbare_werknemers

_VERLOF_ZIN = "Dagen verlof kunnen niet negatief zijn."


class ContracteindeQuerySet(models.QuerySet["Contracteinde"]):
    def zichtbaar_voor(self, gebruiker: HeeftRol) -> Self:
        """Those of the employees whom this user may know about."""
        return self.filter(zichtbare_werknemers(gebruiker, "contract__werknemer"))

    def geldend(self) -> Self:
        """Not withdrawn; `Contracteinde.geldt` says the same of one."""
        return self.filter(ingetrokken_op=None)

    def met_laatste_dag(self) -> Self:
        """`tot` and `dag`, as `Contracteinde.laatste_dag`: the day after it, and the day itself."""
        tot = F("periode__endswith") + F("schorsingsdagen")
        return self.annotate(
            tot=ExpressionWrapper(tot, output_field=models.DateField()),
            dag=ExpressionWrapper(tot - Value(1), output_field=models.DateField()),
        )

    def beslissend(self) -> Self:
        """Those by which a contract ends, as `contracteinde.lopend.beslissend`; each with `dag`."""
        andere = Contracteinde.objects.geldend().met_laatste_dag().order_by()
        gaat_voor = andere.filter(contract=OuterRef("contract")).filter(
            Q(wijze=Eindewijze.AKKOORD)
            | Q(dag__lt=OuterRef("dag"))
            | Q(dag=OuterRef("dag"), pk__lt=OuterRef("pk"))
        )
        geldend = self.geldend().met_laatste_dag()
        return geldend.filter(Q(wijze=Eindewijze.AKKOORD) | ~Exists(gaat_voor))

    def te_bevestigen(self) -> Self:
        """Those whose contract goes on after its last day, by what it says itself."""
        loopt_door = Q(contract__periode__endswith=None) | Q(
            contract__periode__endswith__gt=F("tot")
        )
        return self.beslissend().filter(loopt_door)


class Contracteinde(models.Model):
    """`periode` is what the letter says: the notice from its first day to its last. Of an agreement
    it runs from the day of the signatures. What was withdrawn stays as a row.

    `schorsingsdagen`: days by which illness, holidays and the like moved the last day.
    `verlof_opgenomen`: days of leave to look for work that were taken.
    """

    organisatie = Organisatiesleutel()
    contract = models.ForeignKey(
        "werknemers.Arbeidsovereenkomst", on_delete=models.PROTECT, related_name="eindes"
    )
    wijze = models.CharField(max_length=10, choices=Eindewijze)
    gegeven_op = models.DateField()
    bezorging = models.CharField(max_length=12, choices=Bezorging, blank=True)
    periode = PeriodeVeld()
    nieuwe_job_op = models.DateField(null=True, blank=True)
    schorsingsdagen = models.PositiveSmallIntegerField(default=0)
    verlof_opgenomen = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        default=Decimal(0),
        validators=[MinValueValidator(Decimal(0), _VERLOF_ZIN)],
    )
    opmerking = models.CharField(max_length=300, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)
    reden_intrekking = models.CharField(max_length=300, blank=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    objects = ContracteindeQuerySet.as_manager()

    class Meta:
        verbose_name = "einde van een contract"
        verbose_name_plural = "eindes van contracten"
        ordering = ("gegeven_op", "pk")
        constraints = (
            ZelfdeOrganisatie("contract", name="contracteinde_organisatie"),
            models.UniqueConstraint(
                fields=("contract", "wijze"),
                condition=Q(ingetrokken_op=None),
                name="contracteinde_een_per_wijze",
                violation_error_message=(
                    "Dit staat al genoteerd bij dit contract. Wijzig het, of trek het eerst in."
                ),
            ),
            models.CheckConstraint(
                condition=Q(periode__isempty=False, periode__endswith__isnull=False)
                & Q(periode__startswith__gte=F("gegeven_op")),
                name="contracteinde_na_gegeven",
                violation_error_message=(
                    "Een opzegging begint op of na de dag waarop ze gegeven is, en heeft een "
                    "laatste dag."
                ),
            ),
            models.CheckConstraint(
                condition=Q(wijze=Eindewijze.AKKOORD, bezorging="")
                | (~Q(wijze=Eindewijze.AKKOORD) & Q(bezorging__in=Bezorging.values)),
                name="contracteinde_bezorging",
                violation_error_message="Kies hoe de opzegging gegeven is.",
            ),
            models.CheckConstraint(
                condition=~Q(wijze=Eindewijze.TEGEN) | Q(nieuwe_job_op__isnull=False),
                name="contracteinde_nieuwe_job",
                violation_error_message="Vul in wanneer de nieuwe job begint.",
            ),
            models.CheckConstraint(
                condition=Q(schorsingsdagen=0) | Q(wijze=Eindewijze.WERKGEVER),
                name="contracteinde_schorsing",
                violation_error_message="Alleen een opzegging door de werkgever schuift op.",
            ),
            models.CheckConstraint(
                condition=Q(verlof_opgenomen__gte=0),
                name="contracteinde_verlof",
                violation_error_message=_VERLOF_ZIN,
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op=None) | Q(ingetrokken_op__gte=F("gegeven_op")),
                name="contracteinde_intrekking",
                violation_error_message="Intrekken kan pas op of na de dag waarop het gegeven is.",
            ),
        )

        # The few that run, for the agenda of an organisation.
        indexes = (
            models.Index(
                fields=("organisatie",), condition=Q(ingetrokken_op=None), name="contracteinde_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_wijze_display()}, {self.periode}"

    @property
    def geldt(self) -> bool:
        return self.ingetrokken_op is None

    @property
    def laatste_dag(self) -> date:
        """Of the contract, with the days by which it moved."""
        dag = self.periode.laatste_dag
        if dag is None:
            raise ValueError("The end of a contract has a last day.")
        return plus_dagen(dag, self.schorsingsdagen)
