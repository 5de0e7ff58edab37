"""The end of support comes near, or is behind us while the contract goes on.

Source: docs/regels.md#thresholds; the thresholds are the organisation's own.
"""

from datetime import date
from typing import Any, ClassVar, Final

from django.db.models import (
    Case,
    CharField,
    DateField,
    Expression,
    F,
    IntegerField,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from gedeeld.dagsommen import DagenLater, EersteDagBinnen, MaandenLater, MaandenTot
from gedeeld.periode import dag_erna
from gedeeld.weergeven import datum_voluit, duur, meervoud
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Urgentie
from werknemers.models import Werknemer

EINDE: Final = "einde_ondersteuning"
VERLOPEN: Final = "ondersteuning_verlopen"
# Who stops within these months can still be helped in time, and comes first.
MAANDEN_EERST: Final = 6


class _Drempel(Expression):
    """The narrowest threshold of the organisation that reaches this last day; null for none."""

    output_field: ClassVar = IntegerField()

    def __init__(self, dag: Any) -> None:
        super().__init__()
        self.dag = dag

    def get_source_expressions(self) -> list[Any]:
        return [self.dag]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.dag,) = exprs

    def as_sql(self, compiler: Any, _verbinding: Any) -> tuple[str, Any]:
        sql, waarden = compiler.compile(self.dag)
        # What Django compiled of our own field.
        return f"(SELECT min(d.maanden) FROM drempels AS d WHERE {sql} <= d.grens)", waarden  # noqa: S608


class _Ruimste(Expression):
    """The widest threshold of the organisation."""

    output_field: ClassVar = IntegerField()

    def as_sql(self, *_: Any) -> tuple[str, tuple[()]]:
        return "(SELECT max(d.maanden) FROM drempels AS d)", ()


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """Everybody in service whose support began; about the advice that closes the chain."""
    nu = Value(op, DateField())
    laatste = DagenLater("steun_tot", -1)
    voorbij = When(steun_tot__lte=op, then=Value(0))
    drempel = Case(voorbij, default=_Drempel(laatste))
    mensen: QuerySet[Any] = Werknemer.objects.in_dienst_op(op).met_ondersteuning(op)
    met = mensen.filter(steun_tot__isnull=False, slotadvies_id__isnull=False)
    return als_kandidaten(
        met,
        soort=Case(
            When(steun_tot__lte=op, then=Value(VERLOPEN)),
            default=Value(EINDE),
            output_field=CharField(),
        ),
        onderwerp="slotadvies_id",
        drempel=drempel,
        bereik=Case(voorbij, default=MaandenTot(nu, laatste)),
        dag=laatste,
        sinds=Case(
            When(steun_tot__lte=op, then=F("steun_tot")),
            default=EersteDagBinnen(laatste, Coalesce(_Drempel(laatste), _Ruimste())),
        ),
        urgentie=Case(
            When(steun_tot__lte=op, then=Value(Urgentie.DAARNA.value)),
            When(
                steun_tot__lte=DagenLater(MaandenLater(nu, Value(MAANDEN_EERST)), 1),
                then=Value(Urgentie.EERST.value),
            ),
            default=Value(Urgentie.LATER.value),
        ),
    )


def _dag(feit: Feit) -> date:
    if feit.dag is None:
        raise ValueError("The end of support has a day.")
    return feit.dag


def _zin(feit: Feit, over: Over) -> str:
    """As in "ondersteuning stopt over 3 maanden, t.e.m. 28 februari 2027"."""
    dag = _dag(feit)
    if dag < over.op:
        return f"ondersteuning afgelopen op {datum_voluit(dag)}, nog in dienst"
    if dag == over.op:
        return "ondersteuning stopt na vandaag"
    return f"ondersteuning stopt over {duur(over.op, dag_erna(dag))}, t.e.m. {datum_voluit(dag)}"


def _waarom(feit: Feit, _over: Over) -> str:
    maanden = meervoud(feit.drempel, "maand", "maanden")
    return (
        f"Het einde ({datum_voluit(_dag(feit))}) ligt binnen {maanden}: een drempel van je "
        "organisatie."
    )


def _nog_niet(feit: Feit, over: Over) -> str:
    dag = datum_voluit(_dag(feit))
    if _dag(feit) < over.op:
        return f"De ondersteuning is al afgelopen op {dag}."
    eerst = f" Het eerste signaal komt op {datum_voluit(feit.sinds)}." if feit.sinds else ""
    return f"Het einde ({dag}) ligt verder dan de ruimste drempel van je organisatie.{eerst}"


def _verlopen(feit: Feit, _over: Over) -> str:
    dag = datum_voluit(_dag(feit))
    return f"De ondersteuning is afgelopen op {dag} en het contract loopt verder."


def _loopt_nog(feit: Feit, _over: Over) -> str:
    return f"De ondersteuning loopt nog, t.e.m. {datum_voluit(_dag(feit))}."


GEEN: Final = "Er loopt vandaag geen contract, of er is nog geen advies dat begon."

REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=EINDE,
            naam="einde ondersteuning",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen=GEEN,
        ),
        Signaalsoort(
            code=VERLOPEN,
            naam="ondersteuning verlopen",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=_verlopen,
            nog_niet=_loopt_nog,
            geen=GEEN,
        ),
    ),
    kandidaten=_kandidaten,
    # Another threshold says it again: what somebody closed stays closed until then.
    herhaal=None,
    later="het einde van de ondersteuning ligt nu verder weg: %s",
    anders="een ander advies bepaalt nu het einde: %s",
    weg="er is geen advies meer dat het einde bepaalt",
    bron="thresholds",
)
