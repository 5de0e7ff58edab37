"""What the question of a rule is built with: its rows, its numbers, and who is concerned."""

from datetime import date
from typing import Any, ClassVar, Final, TypeVar

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    Expression,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Greatest

from regels.keuzes import Parametercode
from trajects.keuzes import GESPROKEN
from trajects.models import Notitie, Traject, Uitstroom
from trajects.signaalsoorten.soort import Urgentie
from werknemers.domein.adviesdagen.adviesdagen_sql import met_ketenbegin
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

Rijen = TypeVar("Rijen", bound="QuerySet[Any]")
# The columns of each row, in the order of `als_kandidaten`.
KOLOMMEN: Final = (
    "organisatie_id",
    "soort",
    "werknemer_id",
    "onderwerp",
    "drempel",
    "bereik",
    "dag",
    "sinds",
    "wat",
    "urgentie",
)


class Eigengetal(Expression):
    """The number of the organisation for this code on the day, inside the question of a rule."""

    output_field: ClassVar = IntegerField()

    def __init__(self, code: Parametercode) -> None:
        super().__init__()
        self.code = code

    def as_sql(self, *_: Any) -> tuple[str, tuple[Any, ...]]:
        return "(SELECT g.waarde FROM getallen AS g WHERE g.code = %s)", (self.code.value,)


def als_kandidaten(  # noqa: PLR0913 - the columns of a row, by name
    bron: "QuerySet[Any]",
    *,
    soort: Any,
    sinds: Any,
    dag: Any = None,
    wat: Any = "",
    urgentie: Any = Urgentie.DAARNA,
    organisatie: str = "organisatie_id",
    werknemer: str | None = "pk",
    onderwerp: Any = "pk",
    drempel: Any = 0,
    bereik: Any = 0,
) -> "QuerySet[Any, Any]":
    """The rows of a rule, as `Feit`: one for each subject. A text stands for itself, as does a
    number; `F(…)` for a field. `werknemer` and `onderwerp` are paths to keys (the second may be an
    expression); `werknemer` None: it is about the organisation."""
    niemand = Value(None, IntegerField())
    rij: QuerySet[Any, Any] = bron.order_by().values_list(
        F(organisatie),
        _tekst(soort),
        niemand if werknemer is None else F(werknemer),
        F(onderwerp) if isinstance(onderwerp, str) else onderwerp,
        _getal(drempel),
        _getal(bereik),
        Value(None, DateField()) if dag is None else dag,
        sinds,
        _tekst(wat),
        _getal(urgentie),
    )
    return rij


def werkt(op: Any, werknemer: str = "werknemer") -> Q:
    """The condition on a record that its employee is at work: with a contract on the day that began
    after whatever day somebody wrote down as the last one, also one still to come."""
    vertrek = Uitstroom.objects.filter(
        werknemer=OuterRef("werknemer"), datum__gte=OuterRef("periode__startswith")
    )
    contracten = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef(werknemer)
    )
    return Q(Exists(contracten.op(op).exclude(Exists(vertrek))))


def aan_het_werk(op: Any) -> WerknemerQuerySet:
    """In service on the day, and nobody wrote down that they leave, or left while a contract of
    then is still open: whom plans are made with."""
    return Werknemer.objects.filter(werkt(op, "pk"))


def in_dienst(op: Any, werknemer: str = "werknemer") -> Q:
    """The condition on a record that its employee is in service on the day."""
    contracten = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef(werknemer)
    )
    return Q(Exists(contracten.op(op)))


def lopende_trajecten(op: Any) -> "QuerySet[Traject]":
    """The running trajectory of each who is at work (`aan_het_werk`)."""
    return Traject.objects.lopend().filter(werkt(op))


def begeleide_adviezen(op: Any) -> "QuerySet[Any]":
    """The advice of each who is at work and has a guidance premium on the day: one at most.

    With `begonnen`, since when there is guidance here without a break."""
    adviezen = met_ketenbegin(Adviesperiode.objects.met_begeleiding_op(op))
    begin = Case(
        When(begeleid_sinds__gt=F("periode__startswith"), then=F("begeleid_sinds")),
        default=F("keten_van"),
        output_field=DateField(),
    )
    begonnen = Greatest(begin, begin_dienst(op, "werknemer"))
    return van_wie_werkt(adviezen.annotate(begonnen=begonnen), op)


def gesprekken(op: Any) -> "QuerySet[Notitie]":
    """The talks of the employee of a row up to the day, the last one first, to annotate.

    Every note counts, also one that a reader may not read: they spoke.
    """
    return (
        Notitie.objects.geldend()
        .filter(werknemer=OuterRef("werknemer"), soort__in=GESPROKEN, datum__lte=op)
        .order_by("-datum", "-pk")
    )


def met_sinds(
    rijen: Rijen, op: date, sinds: Any, *waarom_niet: When, wat: Any = "", anders: str
) -> Rijen:
    """With `sinds`, the day from which a row holds, or null where one of the reasons (`omdat`)
    keeps it from holding, and `waarom`, the `wat` of such a rule: that reason, or `anders` while
    the day is still to come (`wat_of_waarom`)."""
    houdt_tegen = (When(reden.condition, then=None) for reden in waarom_niet)
    met_dag = rijen.annotate(sinds=Case(*houdt_tegen, default=sinds, output_field=DateField()))
    return met_dag.annotate(waarom=wat_of_waarom(op, wat, *waarom_niet, anders=anders))


def zelfde_gesprek(op: date) -> Subquery:
    """The key of the last talk (`gesprekken`), the same whatever is corrected in its note later: of
    all versions of all notes of its day the first one."""
    van_die_dag = Notitie.objects.filter(
        werknemer=OuterRef("werknemer"), datum=OuterRef("datum"), soort__in=GESPROKEN
    ).order_by("pk")
    eerste = gesprekken(op).annotate(eerste=Subquery(van_die_dag.values("pk")[:1]))
    return Subquery(eerste.values("eerste")[:1])


def wat_of_waarom(op: date, wat: Any, *waarom_niet: When, anders: str) -> Case:
    """The `wat` of a rule with `ZEGT_ZELF`: the name while `sinds` of the row is due, else why it
    does not hold, and `anders` when it is not due yet."""
    return Case(
        When(sinds__lte=op, then=wat if hasattr(wat, "resolve_expression") else Value(wat)),
        *waarom_niet,
        default=Value(anders),
        output_field=CharField(),
    )


def omdat(voorwaarde: Q, reden: str) -> When:
    """One of the reasons of `wat_of_waarom`."""
    return When(voorwaarde, then=Value(reden))


def van_wie_werkt(rijen: Rijen, op: Any) -> Rijen:
    """Those of these rows, with a `werknemer`, whose employee is at work (`aan_het_werk`)."""
    return rijen.filter(werkt(op))


def van_wie_in_dienst_is(rijen: Rijen, op: Any) -> Rijen:
    """Those of these rows, with a `werknemer`, whose employee is in service on the day."""
    return rijen.filter(in_dienst(op))


def begin_dienst(op: Any, werknemer: str = "pk") -> Subquery:
    """The first day of the contracts of this employee that hold on the day, to annotate."""
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef(werknemer)).op(op)
    begin = contracten.order_by().values("werknemer").annotate(begin=Min("periode__startswith"))
    return Subquery(begin.values("begin"), output_field=DateField())


def met_lopend_traject() -> Q:
    """The condition on an employee that a trajectory runs."""
    return Q(Exists(Traject.objects.lopend().filter(werknemer=OuterRef("pk"))))


def _getal(waarde: Any) -> Any:
    return Value(int(waarde)) if isinstance(waarde, int) else waarde


def _tekst(waarde: Any) -> Any:
    return Value(waarde, CharField()) if isinstance(waarde, str) else waarde
