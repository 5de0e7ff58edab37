"""The quarter: the unit of premiums and money, written `2026-K4`."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from gedeeld.periode import Periode, dag_ervoor, plus_maanden

_VORM = re.compile(r"^(\d{4})-K([1-4])$")


@dataclass(frozen=True, slots=True, order=True)
class Kwartaal:
    """Quarter `nummer` (1 to 4) of a calendar year."""

    jaar: int
    nummer: int

    def __post_init__(self) -> None:
        if not 1 <= self.nummer <= 4:
            raise ValueError(f"Een jaar heeft kwartaal 1 tot en met 4, niet {self.nummer}.")

    @classmethod
    def van(cls, datum: date) -> Self:
        """The quarter that contains `datum`."""
        return cls(datum.year, (datum.month - 1) // 3 + 1)

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read `2026-K4`; raise ValueError with a Dutch sentence for anything else."""
        vorm = _VORM.match(tekst.strip())
        if vorm is None:
            raise ValueError(f"“{tekst}” is geen kwartaal. Schrijf het zo: 2026-K4.")
        return cls(int(vorm[1]), int(vorm[2]))

    def __str__(self) -> str:
        return f"{self.jaar}-K{self.nummer}"

    def __add__(self, aantal: int) -> "Kwartaal":
        jaren, rest = divmod(self.jaar * 4 + self.nummer - 1 + aantal, 4)
        return Kwartaal(jaren, rest + 1)

    def __sub__(self, ander: "Kwartaal") -> int:
        """The number of quarters from `ander` to this one."""
        return (self.jaar - ander.jaar) * 4 + self.nummer - ander.nummer

    @property
    def eerste_dag(self) -> date:
        return date(self.jaar, self.nummer * 3 - 2, 1)

    @property
    def laatste_dag(self) -> date:
        return dag_ervoor((self + 1).eerste_dag)

    @property
    def periode(self) -> Periode:
        return Periode(self.eerste_dag, (self + 1).eerste_dag)

    @property
    def maanden(self) -> tuple[Periode, Periode, Periode]:
        begin = [plus_maanden(self.eerste_dag, nummer) for nummer in range(4)]
        return Periode(*begin[:2]), Periode(*begin[1:3]), Periode(*begin[2:])
