"""How often an employee was talked to, from the days that were noted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gedeeld.periode import plus_maanden
from gedeeld.weergeven import datum_voluit, meervoud

MAANDEN = 12


@dataclass(frozen=True, slots=True)
class Ritme:
    """Over the last twelve months up to `op`; `dagen` are those of talks, oldest first."""

    op: date
    dagen: tuple[date, ...]

    @property
    def gemiddeld(self) -> int | None:
        """Days from one talk to the next; None when there is no next one."""
        if len(self.dagen) < 2:
            return None
        return round((self.dagen[-1] - self.dagen[0]).days / (len(self.dagen) - 1))

    @property
    def langste(self) -> tuple[date, date]:
        """The longest time without, which may still go on; for who had a talk."""
        return max(pairwise((*self.dagen, self.op)), key=lambda paar: (paar[1] - paar[0], paar[0]))

    @property
    def _aantal(self) -> str:
        return meervoud(len(self.dagen), "dag", "dagen")

    @property
    def in_woorden(self) -> str:
        """ "" when there was no talk at all."""
        if not self.dagen:
            return ""
        vaak = f"In de laatste {MAANDEN} maanden op {self._aantal} gesproken"
        gemiddeld = self.gemiddeld
        om = f", gemiddeld om de {meervoud(gemiddeld, 'dag', 'dagen')}" if gemiddeld else ""
        van, tot = self.langste
        zonder = meervoud((tot - van).days, "dag", "dagen")
        return (
            f"{vaak}{om}. Het langst zonder gesprek: {zonder}, van {datum_voluit(van)} tot "
            f"{datum_voluit(tot)}."
        )


def ritme(dagen: Sequence[date], op: date) -> Ritme:
    """From the days of all talks, in order; several on one day count as one."""
    sinds = plus_maanden(op, -MAANDEN)
    return Ritme(op, tuple(dict.fromkeys(dag for dag in dagen if sinds < dag <= op)))
