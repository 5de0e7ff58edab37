"""Periods of whole days. The only place where days, months and years are added or subtracted."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, total_ordering
from typing import Final, Self

from dateutil.relativedelta import relativedelta

_DAG = timedelta(days=1)
# Every row of every list is compared with the same few days.
_ONTHOUDEN: Final = 4096


def dag_erna(datum: date) -> date:
    return datum + _DAG


def dag_ervoor(datum: date) -> date:
    return datum - _DAG


def plus_dagen(anker: date, dagen: int) -> date:
    return anker + timedelta(days=dagen)


@lru_cache(_ONTHOUDEN)
def plus_maanden(anker: date, maanden: int) -> date:
    """`anker` and so many calendar months (negative: back), cut to the last day of the month.

    Always add from the anchor: 31 January + 1 month + 1 month is 28 March, + 2 months 31 March.
    """
    return anker + relativedelta(months=maanden)


def eerste_dag_binnen(dag: date, maanden: int) -> date:
    """The first day on which `dag` lies within so many months; the same for the database is
    `dagsommen.EersteDagBinnen`."""
    eerste = plus_maanden(dag, -maanden)
    while plus_maanden(eerste, maanden) < dag:
        eerste = dag_erna(eerste)
    return eerste


def plus_jaren(anker: date, jaren: int) -> date:
    return anker + relativedelta(years=jaren)


@lru_cache(_ONTHOUDEN)
def hele_maanden(van: date, tot: date) -> int:
    """Whole calendar months from `van` to `tot`; negative when `tot` lies earlier."""
    if tot < van:
        verschil = relativedelta(tot, van)
        return verschil.years * 12 + verschil.months
    maanden = (tot.year - van.year) * 12 + tot.month - van.month
    # As `plus_maanden` counts: the 31st is the last day of a shorter month.
    dag = min(van.day, monthrange(tot.year, tot.month)[1])
    return maanden if tot.day >= dag else maanden - 1


@total_ordering
@dataclass(frozen=True, slots=True)
class Periode:
    """A half-open period of days, `[van, tot)`; `tot` is None when the end is open.

    Screens and spreadsheets show `laatste_dag` ("t.e.m."), never `tot`.
    """

    van: date
    tot: date | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when the period would contain no day."""
        if self.tot is not None and self.tot <= self.van:
            raise ValueError(f"Een periode eindigt na haar begin: {self.van} tot {self.tot}.")

    @classmethod
    def tem(cls, van: date, laatste_dag: date | None) -> Self:
        """From the first to and including the last day; None leaves the end open."""
        return cls(van, None if laatste_dag is None else dag_erna(laatste_dag))

    def __lt__(self, ander: "Periode") -> bool:
        return (self.van, self.tot or date.max) < (ander.van, ander.tot or date.max)

    def __contains__(self, datum: date) -> bool:
        return self.van <= datum and (self.tot is None or datum < self.tot)

    def __str__(self) -> str:
        if self.laatste_dag == self.van:
            return f"{self.van:%d/%m/%Y}"
        einde = "…" if self.laatste_dag is None else f"{self.laatste_dag:%d/%m/%Y}"
        return f"{self.van:%d/%m/%Y} t.e.m. {einde}"

    @property
    def laatste_dag(self) -> date | None:
        return None if self.tot is None else dag_ervoor(self.tot)

    @property
    def dagen(self) -> int | None:
        """The number of days; None when the end is open."""
        return None if self.tot is None else (self.tot - self.van).days

    def voorbij(self, datum: date) -> bool:
        """Whether the whole period lies before `datum`."""
        return self.tot is not None and self.tot <= datum

    def overlapt(self, ander: "Periode") -> bool:
        return self.doorsnede(ander) is not None

    def omvat(self, ander: "Periode") -> bool:
        return self.van <= ander.van and (ander.tot or date.max) <= (self.tot or date.max)

    def doorsnede(self, ander: "Periode") -> "Periode | None":
        """The days in both, or None when there are none."""
        van = max(self.van, ander.van)
        tot = min(self.tot or date.max, ander.tot or date.max)
        if van >= tot:
            return None
        heel = van == self.van and tot == (self.tot or date.max)
        return self if heel else Periode(van, None if tot == date.max else tot)

    def zonder(self, weg: Iterable["Periode"]) -> "list[Periode]":
        """The stretches of this one that none of `weg` covers, in order of time."""
        over = [self]
        for ander in weg:
            over = [stuk for deel in over for stuk in _rond(deel, ander)]
        return over


def _rond(deel: Periode, ander: Periode) -> list[Periode]:
    """What of `deel` lies before and after the days that both have."""
    samen = deel.doorsnede(ander)
    if samen is None:
        return [deel]
    ervoor = [Periode(deel.van, samen.van)] if deel.van < samen.van else []
    if samen.tot is None or samen.tot == deel.tot:
        return ervoor
    return [*ervoor, Periode(samen.tot, deel.tot)]


def ketens(perioden: Iterable[Periode]) -> list[Periode]:
    """Join the periods that touch or overlap into unbroken chains, in order of time."""
    resultaat: list[Periode] = []
    for periode in sorted(perioden):
        vorige = resultaat[-1] if resultaat else None
        if vorige and (vorige.tot is None or periode.van <= vorige.tot):
            tot = None if None in (vorige.tot, periode.tot) else max(vorige.tot, periode.tot)  # type: ignore[type-var]
            resultaat[-1] = Periode(vorige.van, tot)
        else:
            resultaat.append(periode)
    return resultaat
