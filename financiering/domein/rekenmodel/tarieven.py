"""What a forecast counts with in each month and quarter: amounts and rates, without a database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from doorstroom.gedeeld.kwartaal import Kwartaal
from doorstroom.gedeeld.periode import Periode

# Herwin, "welke subsidies komen er voor IMW": the flat part falls after quarter 5.
LAATSTE_BEGINKWARTAAL: Final = 5


@dataclass(frozen=True, slots=True)
class Maandtarief:
    """One month. `ggmmi` in euro a month, `bijdrage` the net employer's contribution as a fraction
    of the gross wage, `index` the growth of wages and minimum since the first year (1: none)."""

    periode: Periode
    ggmmi: Decimal
    plafondfactor: Decimal
    bijdrage: Decimal
    loonmaanden: Decimal
    index: Fraction = Fraction(1)

    @property
    def loonfactor(self) -> Fraction:
        """A gross wage times this is the reference wage of the whole month."""
        return (1 + Fraction(self.bijdrage)) * self.index

    @property
    def kostfactor(self) -> Fraction:
        """A gross wage times this is the wage cost of the whole month, year-end pay included."""
        return self.loonfactor * Fraction(self.loonmaanden) / 12

    @property
    def plafond(self) -> Fraction:
        """The cap on the reference wage of a full-time month, in euro."""
        return Fraction(self.plafondfactor) * Fraction(self.ggmmi) * self.index


@dataclass(frozen=True, slots=True)
class Kwartaaltarief:
    """One quarter of three months; amounts in euro per quarter.

    `vast_begin` is the flat guidance premium in the quarters 1 to `LAATSTE_BEGINKWARTAAL` of an
    advice, `vast_later` after that; `variabel` the other part by level, for a full-time job.
    """

    kwartaal: Kwartaal
    maanden: tuple[Maandtarief, Maandtarief, Maandtarief]
    vast_begin: Decimal
    vast_later: Decimal
    variabel: Mapping[str, Decimal]
    lde_vergoeding: Decimal = Decimal(0)

    def vast(self, nummer: int) -> Decimal:
        """The flat part in quarter `nummer` (1, 2, …) of an advice."""
        return self.vast_begin if nummer <= LAATSTE_BEGINKWARTAAL else self.vast_later

    @property
    def index(self) -> Fraction:
        return self.maanden[0].index

    @property
    def loonfactor(self) -> Fraction:
        return sum((maand.loonfactor for maand in self.maanden), Fraction(0))

    @property
    def kostfactor(self) -> Fraction:
        return sum((maand.kostfactor for maand in self.maanden), Fraction(0))

    @property
    def plafond(self) -> Fraction:
        return sum((maand.plafond for maand in self.maanden), Fraction(0))


@dataclass(frozen=True, slots=True)
class Tarieven:
    """The quarters of a forecast, in order and without a hole."""

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
        return Kwartaal.van(dag) - self.van

    @property
    def noemer(self) -> int:
        """The largest denominator of an amount in cents when no month is cut in parts.

        An amount that is no half cent lies at least 1/(2 × this) away from one. Fractions of
        employment have six decimals, percentages are multiples of 1/20.
        """
        return max(noemer for tarief in self.kwartalen for noemer in _noemers(tarief))


def _noemers(tarief: Kwartaaltarief) -> Iterator[int]:
    yield 20 * tarief.loonfactor.denominator
    yield tarief.kostfactor.denominator
    yield 20 * 10**6 * (100 * tarief.plafond).denominator
    for bedrag in tarief.variabel.values():
        yield 10**6 * (100 * Fraction(bedrag)).denominator
