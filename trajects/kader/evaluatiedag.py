"""On which day the periodic review of a running trajectory is due (docs/regels.md#periodic-review).

The rule stands twice: `bepaal_evaluatiedag` for one trajectory, and for many at once
`met_evaluatie_op`, which is SQL alone (`trajects.models.evaluatiemoment.evaluatie_op`): lists and
the agenda filter on it, and signals on the same expression.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from django.db.models import F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast

from gedeeld.periode import plus_maanden
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from trajects.keuzes import Fase
from trajects.models import Evaluatiemoment, Traject
from trajects.models.evaluatiemoment import evaluatie_op

W = TypeVar("W", bound=QuerySet[Any])
_MAANDEN: Final = Parametercode.EVALUATIE_MAANDEN


@dataclass(frozen=True, slots=True)
class Evaluatiedag:
    """`dag` None: none is due, because aftercare took its place or the term is not known.

    `sinds` is where the term counts from, `vorige` the review that it counts from (None: the start
    of the trajectory); `gepland` is the one that somebody planned on `dag`.
    """

    dag: date | None
    sinds: date
    maanden: int | None
    vorige: Evaluatiemoment | None = None
    gepland: Evaluatiemoment | None = None


def bepaal_evaluatiedag(
    traject: Traject, momenten: Iterable[Evaluatiemoment], parameters: Parameters
) -> Evaluatiedag:
    """Of a running trajectory with all its reviews; the same for many: `met_evaluatie_op`."""
    alle = list(momenten)
    gepland = next((moment for moment in alle if moment.is_gepland), None)
    tellend = [(dag, moment) for moment in alle if (dag := moment.telt_vanaf_dag)]
    laatste, vorige = max(tellend, key=lambda paar: paar[0], default=(traject.gestart_op, None))
    if laatste < traject.gestart_op:
        laatste, vorige = traject.gestart_op, None
    waarde = parameters.waarde(_MAANDEN)
    maanden = None if waarde is None else int(waarde)
    if gepland is not None:
        return Evaluatiedag(gepland.gepland_op, laatste, maanden, vorige, gepland)
    if maanden is None or traject.fase == Fase.NAZORG:
        return Evaluatiedag(None, laatste, maanden, vorige)
    return Evaluatiedag(plus_maanden(laatste, maanden), laatste, maanden, vorige)


def met_evaluatie_op(
    trajecten: QuerySet[Traject], op: date, organisatie: Any = None
) -> QuerySet[Traject]:
    """Annotate `evaluatie_op`, the day on which the review of each trajectory is due by the terms
    of the day `op`; None for who has none (`bepaal_evaluatiedag`). It may lie in the past: then it
    is late. Give running trajectories: `Traject.objects.lopend()`.

    `organisatie` is the key of the one organisation that all of them are of, when that is known:
    its term is then looked up once, and not for each row.
    """
    van = OuterRef(OuterRef("organisatie")) if organisatie is None else organisatie
    return trajecten.annotate(evaluatie_op=evaluatie_op(_term(van, op)))


def met_evaluatie_van(werknemers: W, op: date) -> W:
    """The same annotation `evaluatie_op` on employees, of the trajectory that runs; None for who
    has no such trajectory."""
    return werknemers.annotate(evaluatie_op=evaluatie_op_van(op))


def evaluatie_op_van(op: date) -> Subquery:
    """The expression of `met_evaluatie_van`."""
    lopend = Traject.objects.lopend().filter(
        werknemer=OuterRef("pk"), organisatie=OuterRef("organisatie")
    )
    met_dag: QuerySet[Any] = met_evaluatie_op(lopend, op)
    return Subquery(met_dag.order_by().values("evaluatie_op")[:1])


def _term(organisatie: Any, op: date) -> Cast:
    """The months of the organisation on the day."""
    waarden = Regelparameter.objects.op(op).filter(
        Q(organisatie=None) | Q(organisatie=organisatie), code=_MAANDEN
    )
    eigen_eerst = waarden.order_by(F("organisatie").asc(nulls_last=True))
    return Cast(Subquery(eigen_eerst.values("waarde")[:1]), IntegerField())
