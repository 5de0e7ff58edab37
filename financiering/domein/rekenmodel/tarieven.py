"""What a forecast counts with in each month and quarter: amounts and rates, without a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from financiering.domein.rekenmodel.bijdrage import Regime
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from werknemers.domein.begeleidingstelling import LAATSTE_BEGINKWARTAAL


@dataclass(frozen=True, slots=True)
class Maandtarief:
    """One month. `ggmmi` in euro a month, `regime` says how the employer's contribution follows
    from a wage, `index` the growth of wages and minimum since the first year (1: none). It is the
    contribution on the wage without growth: limits grow along with wages."""

    periode: Periode
    ggmmi: Decimal
    plafondfactor: Decimal
    regime: Regime
    loonmaanden: Decimal
    index: Fraction = Fraction(1)

    @property
    def kostfactor(self) -> Fraction:
        """A gross wage with its contribution times this is the wage cost of the whole month,
        year-end pay included; times `index` it is the reference wage."""
        return _kostfactor(self.index, self.loonmaanden)

    @property
    def plafond(self) -> Fraction:
        """The cap on the reference wage of a full-time month, in euro."""
        return _plafond(self.plafondfactor, self.ggmmi, self.index)


@dataclass(frozen=True, slots=True)
class Kwartaaltarief:
    """One quarter of three months; amounts in euro per quarter.

    `vast_begin` is the flat guidance premium in the quarters 1 to `LAATSTE_BEGINKWARTAAL`,
    `vast_later` after that; they count from the begin of a chain of advice when `telt_keten`, else
    from that of each advice. `variabel` is the other part by level, for a full-time job.
    """

    kwartaal: Kwartaal
    maanden: tuple[Maandtarief, Maandtarief, Maandtarief]
    vast_begin: Decimal
    vast_later: Decimal
    variabel: Mapping[str, Decimal]
    lde_vergoeding: Decimal = Decimal(0)
    telt_keten: bool = True

    def vast(self, nummer: int) -> Decimal:
        """The flat part in quarter `nummer` (1, 2, …) of the count."""
        return self.vast_begin if nummer <= LAATSTE_BEGINKWARTAAL else self.vast_later

    @property
    def index(self) -> Fraction:
        return self.maanden[0].index

    @property
    def plafond(self) -> Fraction:
        return sum((maand.plafond for maand in self.maanden), Fraction(0))


@dataclass(frozen=True, slots=True, eq=False)
class Tarieven:
    """The quarters of a forecast, in order and without a hole; equal to itself only."""

    kwartalen: tuple[Kwartaaltarief, ...]

    def __post_init__(self) -> None:
        """Raise ValueError when there is no quarter, or one does not follow on the one before."""
        if not self.kwartalen:
            raise ValueError("Een prognose telt minstens één kwartaal.")
        eerste = self.kwartalen[0].kwartaal
        if any(t.kwartaal != eerste + nummer for nummer, t in enumerate(self.kwartalen)):
            raise ValueError("De kwartalen van een prognose sluiten op elkaar aan.")

    def __len__(self) -> int:
        return len(self.kwartalen)

    @property
    def van(self) -> Kwartaal:
        return self.kwartalen[0].kwartaal

    @property
    def periode(self) -> Periode:
        return Periode(self.van.eerste_dag, (self.van + len(self)).eerste_dag)

    def plaats(self, dag: date) -> int:
        """How many quarters `dag` lies after the first; negative before it."""
        van = self.van
        return (dag.year - van.jaar) * 4 + (dag.month - 1) // 3 + 1 - van.nummer

    def vanaf(self, dag: date) -> int:
        """The place of the first quarter that begins on `dag` or later, within the period."""
        begint = dag.day == 1 and dag.month in (1, 4, 7, 10)
        return min(max(self.plaats(dag) + (not begint), 0), len(self))

    def plaatsen(self, periode: Periode) -> slice:
        """The quarters whose first day lies in a period."""
        return _plaatsen(self, periode)

    @property
    def noemers(self) -> "list[Noemers]":
        """By quarter."""
        return [_noemers(tarief) for tarief in self.kwartalen]


@dataclass(frozen=True, slots=True)
class Noemers:
    """The largest denominators of amounts in cents when no month is cut in parts: of what a gross
    wage brings to the wage premium and to the wage cost, still times the denominator of its rate of
    contribution; and of what goes along with a fraction of employment, the cap and the guidance
    premium, still times the denominator of that fraction.

    An amount that is no half cent lies at least 1/(2 × this) away from one. Percentages are
    multiples of 1/20.
    """

    loon: int
    kost: int
    plafond: int
    begeleiding: int


# Most amounts of an organisation are in force on the same days.
@lru_cache(maxsize=256)
def _plaatsen(tarieven: Tarieven, periode: Periode) -> slice:
    return slice(tarieven.vanaf(periode.van), tarieven.vanaf(periode.tot or date.max))


# Months mostly share their rates, and fractions are slow.
@lru_cache(maxsize=1024)
def _kostfactor(index: Fraction, loonmaanden: Decimal) -> Fraction:
    return index * Fraction(loonmaanden) / 12


@lru_cache(maxsize=1024)
def _plafond(factor: Decimal, ggmmi: Decimal, index: Fraction) -> Fraction:
    return Fraction(factor) * Fraction(ggmmi) * index


def _noemers(tarief: Kwartaaltarief) -> Noemers:
    return Noemers(
        loon=20 * lcm(*(maand.index.denominator for maand in tarief.maanden)),
        kost=lcm(*(maand.kostfactor.denominator for maand in tarief.maanden)),
        plafond=20 * (100 * tarief.plafond).denominator,
        begeleiding=max((100 * Fraction(b)).denominator for b in tarief.variabel.values()),
    )
