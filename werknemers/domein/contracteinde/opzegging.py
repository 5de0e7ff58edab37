"""Notice: on which Monday it begins, how long it lasts, and by when it has to be posted.

The rules, with their sources: docs/regels.md#notice. Whoever began before 2014 has notice in two
parts, and none is worked out for them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gedeeld.periode import dag_ervoor, hele_maanden, plus_dagen
from gedeeld.werkdagen import is_werkdag, plus_werkdagen, werkdag_tot
from regels.models import Regeltabel

_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Opzegging:
    """Notice that begins on the Monday `begin`: `weken` of it, after `maanden` whole months of
    seniority on that day. `verschuiving`: days by which something moved its last day."""

    begin: date
    maanden: int
    weken: int
    verschuiving: int = 0

    @property
    def laatste_dag(self) -> date:
        return plus_dagen(self.begin, self.weken * _WEEK - 1 + self.verschuiving)


def opzegging(in_dienst: date, begin: date, tabel: Regeltabel) -> Opzegging:
    """Notice from the Monday `begin` to who came into service on the day `in_dienst`; `tabel` is
    that of contracts of that day."""
    maanden = hele_maanden(in_dienst, begin)
    return Opzegging(begin, maanden, tabel.weken(maanden))


def laatste_opzegging(in_dienst: date, uiterlijk: date, tabel: Regeltabel) -> Opzegging | None:
    """The last notice that ends on or before the day `uiterlijk`; None when even one from the first
    Monday in service ends later."""
    mogelijk = (
        opzegging(in_dienst, maandag, tabel) for maandag in _maandagen(in_dienst, uiterlijk)
    )
    return next((o for o in mogelijk if o.laatste_dag <= uiterlijk), None)


def _maandagen(na: date, tot: date) -> Iterator[date]:
    """Those after the first day and up to the last, the latest first."""
    maandag = plus_dagen(tot, -tot.weekday())
    while maandag > na:
        yield maandag
        maandag = plus_dagen(maandag, -_WEEK)


def begint_na(kennisgeving: date) -> date:
    """The Monday after the week in which notice was given."""
    return plus_dagen(kennisgeving, _WEEK - kennisgeving.weekday())


def werkt_op(gepost: date, werkdagen: int) -> date:
    """The day on which a registered letter counts as notice: so many working days after it was
    posted."""
    return plus_werkdagen(gepost, werkdagen)


def post_uiterlijk(begin: date, werkdagen: int) -> date:
    """The last working day on which a registered letter can be posted for notice that begins on the
    Monday `begin`."""
    dag = dag_ervoor(begin)
    while not (is_werkdag(dag) and begint_na(werkt_op(dag, werkdagen)) <= begin):
        dag = dag_ervoor(dag)
    return dag


def afgeven_uiterlijk(begin: date) -> date:
    """The last working day on which notice can be handed over that begins on the Monday `begin`."""
    return werkdag_tot(dag_ervoor(begin))
