"""When a signal on the end of support is due: the rule for one employee and for many at once."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, IntegerField, QuerySet, Value, When

from gedeeld.periode import dag_erna, plus_maanden
from trajects.keuzes import SoortSignaal
from werknemers.models import Werknemer

# The threshold of "ondersteuning verlopen": no months left.
VERLOPEN = 0


def bereikte_drempel(laatste_dag: date, op: date, drempels: Iterable[int]) -> int | None:
    """The narrowest threshold m with `laatste_dag ≤ op + m months`; 0 when it lies before `op`.

    None while no threshold is reached. The same rule for many employees: `met_drempel`.
    """
    if laatste_dag < op:
        return VERLOPEN
    return min((m for m in drempels if laatste_dag <= plus_maanden(op, m)), default=None)


def eerste_dag_binnen(laatste_dag: date, maanden: int) -> date:
    """The first day on which `laatste_dag` lies within so many months."""
    dag = plus_maanden(laatste_dag, -maanden)
    while plus_maanden(dag, maanden) < laatste_dag:
        dag = dag_erna(dag)
    return dag


def met_drempel(
    werknemers: "QuerySet[Werknemer]", op: date, drempels: Iterable[int]
) -> "QuerySet[Werknemer]":
    """Annotate `drempel` and `soort_signaal` on employees that carry `met_ondersteuning(op)`.

    `steun_tot` is the day after the last one, hence the day more in each comparison.
    """
    grenzen = [
        When(steun_tot__lte=dag_erna(plus_maanden(op, maanden)), then=Value(maanden))
        for maanden in sorted(drempels)
    ]
    return werknemers.annotate(
        drempel=Case(
            When(steun_tot__lte=op, then=Value(VERLOPEN)),
            *grenzen,
            output_field=IntegerField(null=True),
        ),
        soort_signaal=Case(
            When(steun_tot__lte=op, then=Value(SoortSignaal.ONDERSTEUNING_VERLOPEN)),
            default=Value(SoortSignaal.EINDE_ONDERSTEUNING),
        ),
    )
