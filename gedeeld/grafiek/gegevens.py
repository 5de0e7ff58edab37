"""What goes into a chart: plain values, without a trace of how they are drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gedeeld.periode import Periode

Getal = int | Decimal


class Staafsoort(StrEnum):
    """What a bar stands for; decides its look."""

    CONTRACT = "contract"
    EINDE = "einde"
    ADVIES = "advies"
    PREMIE = "premie"
    JOBDOELWIT = "jobdoelwit"
    VORMING = "vorming"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Balk:
    """One period in a row. `hoogte` is its share (0–1] of the row, for steps that go down."""

    periode: Periode
    tekst: str
    soort: Staafsoort
    hoogte: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < self.hoogte <= 1:
            raise ValueError(f"De hoogte van een balk ligt tussen 0 en 1, niet {self.hoogte}.")


@dataclass(frozen=True, slots=True)
class Tijdlijnrij:
    naam: str
    balken: tuple[Balk, ...]


@dataclass(frozen=True, slots=True)
class Merk:
    """A named day: a vertical line through all rows."""

    dag: date
    naam: str


@dataclass(frozen=True, slots=True)
class Strepen:
    """A row of single days, each a tick. `enkel` is what one of them is: "Gesprek"; the name of a
    Merk says more, or is empty."""

    naam: str
    enkel: str
    dagen: tuple[Merk, ...]


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    titel: str
    vandaag: date
    rijen: tuple[Tijdlijnrij, ...]
    strepen: tuple[Strepen, ...] = ()
    uitstroom: Merk | None = None

    @property
    def is_leeg(self) -> bool:
        return not any(rij.balken for rij in self.rijen) and not any(s.dagen for s in self.strepen)


@dataclass(frozen=True, slots=True)
class Categorie:
    """One bar: `naam` under it ("K4"), `groep` once under its neighbours of the same group; `adres`
    is where it leads to, or ""."""

    naam: str
    groep: str = ""
    adres: str = ""

    def __str__(self) -> str:
        return f"{self.groep}-{self.naam}" if self.groep else self.naam


@dataclass(frozen=True, slots=True)
class Reeks:
    """One layer of the bars: a value per category, zero or more. `vulling` keeps what it stands
    for in the same fill in every chart; None: that of its place."""

    naam: str
    waarden: tuple[Getal, ...]
    vulling: int | None = None


@dataclass(frozen=True, slots=True)
class Staven:
    """`schrijf` turns a value into the words of the drawing."""

    titel: str
    categorieen: tuple[Categorie, ...]
    reeksen: tuple[Reeks, ...]
    schrijf: Callable[[Getal], str] = str

    def __post_init__(self) -> None:
        """Raise ValueError for a series of another length or with a value below zero."""
        for reeks in self.reeksen:
            if len(reeks.waarden) != len(self.categorieen):
                raise ValueError(f"Reeks {reeks.naam!r} heeft niet één waarde per categorie.")
            if any(waarde < 0 for waarde in reeks.waarden):
                raise ValueError(f"Reeks {reeks.naam!r} heeft een waarde onder nul.")

    def totaal(self, plaats: int) -> Getal:
        return sum((reeks.waarden[plaats] for reeks in self.reeksen), 0)

    @property
    def totalen(self) -> list[Getal]:
        return [self.totaal(plaats) for plaats in range(len(self.categorieen))]

    @property
    def hoogste(self) -> Decimal:
        return Decimal(max(self.totalen, default=0))

    @property
    def vullingen(self) -> list[int]:
        return [
            plaats if reeks.vulling is None else reeks.vulling
            for plaats, reeks in enumerate(self.reeksen)
        ]

    @property
    def legende(self) -> list[tuple[int, str]]:
        """The fill and the name of each series."""
        return [(nr, reeks.naam) for nr, reeks in zip(self.vullingen, self.reeksen, strict=True)]


@dataclass(frozen=True, slots=True)
class Lijn:
    """The values of one line, round by round; None where it says nothing."""

    naam: str
    waarden: tuple[int | None, ...]

    @property
    def stukken(self) -> list[list[tuple[int, int]]]:
        """What belongs together, as (place, value): a round that was skipped breaks the line."""
        stukken: list[list[tuple[int, int]]] = [[]]
        for plaats, waarde in enumerate(self.waarden):
            if waarde is not None:
                stukken[-1].append((plaats, waarde))
            elif stukken[-1]:
                stukken.append([])
        return [stuk for stuk in stukken if stuk]


@dataclass(frozen=True, slots=True)
class Verloop:
    """How two lines went over the same rounds, on a scale of whole numbers."""

    titel: str
    dagen: tuple[date, ...]
    lijnen: tuple[Lijn, Lijn]
    laagste: int
    hoogste: int

    def __post_init__(self) -> None:
        """Raise ValueError for a line of another length or with a value off the scale."""
        for lijn in self.lijnen:
            if len(lijn.waarden) != len(self.dagen):
                raise ValueError(f"Lijn {lijn.naam!r} heeft niet één waarde per ronde.")
            gegeven = [waarde for waarde in lijn.waarden if waarde is not None]
            if any(not self.laagste <= waarde <= self.hoogste for waarde in gegeven):
                raise ValueError(f"Lijn {lijn.naam!r} heeft een waarde buiten de schaal.")


@dataclass(frozen=True, slots=True)
class Staafmerk:
    """A short mark, the words for it, and where it leads to."""

    teken: str
    woorden: str
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Stapel:
    """Bars with a line across them that says how high they should be. `merken` holds a mark for
    above a bar, or nothing. `kort` writes the values of the axis."""

    staven: Staven
    lijn: Reeks
    merken: tuple[Staafmerk | None, ...]
    merk_betekent: str
    kort: Callable[[Getal], str] = str

    def __post_init__(self) -> None:
        """Raise ValueError when the line or the marks have another length than the bars."""
        aantal = len(self.staven.categorieen)
        if len(self.lijn.waarden) != aantal or len(self.merken) != aantal:
            raise ValueError("De lijn en de merken hebben niet één waarde per categorie.")

    @property
    def hoogste(self) -> Decimal:
        return max(self.staven.hoogste, Decimal(max(self.lijn.waarden, default=0)))
