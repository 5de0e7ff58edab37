"""Working days in Belgium: no weekend and no public holiday."""

from datetime import date
from functools import cache
from typing import Final

import holidays

from gedeeld.periode import dag_erna, dag_ervoor

_ZATERDAG: Final = 5


def is_werkdag(dag: date) -> bool:
    return dag.weekday() < _ZATERDAG and dag not in _feestdagen(dag.year)


def werkdag_vanaf(dag: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_werkdag(dag):
        dag = dag_erna(dag)
    return dag


def werkdag_tot(dag: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_werkdag(dag):
        dag = dag_ervoor(dag)
    return dag


def plus_werkdagen(dag: date, aantal: int) -> date:
    """So many working days after the day, which does not count itself."""
    for _ in range(aantal):
        dag = werkdag_vanaf(dag_erna(dag))
    return dag


@cache
def _feestdagen(jaar: int) -> frozenset[date]:
    """The ten legal holidays of the country; those of a language community are working days."""
    return frozenset(holidays.country_holidays("BE", years=jaar, categories=("public",)))
