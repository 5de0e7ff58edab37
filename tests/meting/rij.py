"""What a row of the table is: what is measured, beside what, and how far it may go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median
from typing import Final

from tests.meting.bank import Bank


class Maat(Enum):
    """How the measured and the bare figure of one turn become the figure that is judged."""

    KEER = "×"
    ERBIJ = "+"
    ZELF = ""


@dataclass(frozen=True, slots=True)
class Grens:
    getal: float
    maat: Maat
    minstens: bool = False

    def gehaald(self, waarde: float) -> bool:
        return waarde >= self.getal if self.minstens else waarde <= self.getal


def keer(getal: float) -> Grens:
    """At most so many times the bare figure."""
    return Grens(getal, Maat.KEER)


def minstens_keer(getal: float) -> Grens:
    return Grens(getal, Maat.KEER, minstens=True)


def erbij(getal: float) -> Grens:
    """At most so much more than the bare figure."""
    return Grens(getal, Maat.ERBIJ)


def hoogstens(getal: float) -> Grens:
    return Grens(getal, Maat.ZELF)


@dataclass(frozen=True, slots=True)
class Regel:
    """One line. `gemeten` and `kaal` hold a figure for each turn, in `eenheid`, measured turn and
    turn about; `uitleg` says where it was worst."""

    wat: str
    gemeten: Sequence[float]
    kaal: Sequence[float] = ()
    grens: Grens | None = None
    eenheid: str = "ms"
    uitleg: Sequence[str] = ()

    @property
    def maat(self) -> Maat:
        if self.grens is not None:
            return self.grens.maat
        return Maat.KEER if self.kaal else Maat.ZELF

    @property
    def waarde(self) -> float:
        """The figure that is judged: the median of the pairs."""
        match self.maat:
            case Maat.KEER:
                return median(a / b for a, b in zip(self.gemeten, self.kaal, strict=True))
            case Maat.ERBIJ:
                return median(a - b for a, b in zip(self.gemeten, self.kaal, strict=True))
            case Maat.ZELF:
                return median(self.gemeten)

    @property
    def gehaald(self) -> bool:
        return self.grens is None or self.grens.gehaald(self.waarde)


@dataclass(frozen=True, slots=True)
class Banken:
    """The databases: three organisations, and a whole country; the same one twice with --klein."""

    klein: Bank
    groot: Bank
    kort: bool = False
    migreren: float = 0  # seconds, the last time that the migrations ran in the larger one
    vullen: float = 0  # seconds

    @property
    def alleen_klein(self) -> bool:
        return self.klein == self.groot


@dataclass(frozen=True, slots=True)
class Rij:
    """`naam` is what one types to measure only this; `leest_bank`: it needs the databases."""

    naam: str
    wat: str
    meet: Callable[[Banken], Sequence[Regel]]
    leest_bank: bool = True


MS: Final = 1000  # of a second
