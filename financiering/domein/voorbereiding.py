"""What has to begin when, counted back from each day on which somebody leaves in a scenario.

Days to prepare a next job, never a reason to end a contract.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Final

from financiering.domein.laden import Gegevens
from financiering.domein.scenarios import Toekomst, als_rekenscenario
from gedeeld.periode import Periode, plus_maanden

# What, and so many months before the last day. A choice of this application, after the example
# plans of `trajects`: a training with a certificate and a placement need most of a year each.
STAPPEN: Final = (("vorming", 18), ("jobmatching", 12), ("overdracht", 3))


@dataclass(frozen=True, slots=True)
class Voorbereidingsstap:
    """`te_laat`: the day has passed, so it begins now."""

    wat: str
    dag: date
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """`sleutel` is the key of the employee; `op` is today."""

    laatste_dag: date
    sleutel: int
    naam: str
    op: date

    @property
    def stappen(self) -> tuple[Voorbereidingsstap, ...]:
        return stappen(self.laatste_dag, self.op)

    @property
    def haast(self) -> bool:
        return any(stap.te_laat for stap in self.stappen)


def voorbereidingen(gegevens: Gegevens, toekomst: Toekomst, op: date) -> list[Voorbereiding]:
    """For everybody in service who leaves in this scenario from `op` on, the first one on top."""
    return sorted(_alle(gegevens, toekomst, op), key=attrgetter("laatste_dag", "sleutel"))


def _alle(gegevens: Gegevens, toekomst: Toekomst, op: date) -> Iterator[Voorbereiding]:
    scenario, mensen = als_rekenscenario(toekomst, gegevens, op), gegevens.stand.mensen
    nog_hier = set(mensen.rijen_in_dienst(Periode(op)).tolist())
    for sleutel, laatste in scenario.laatste_dagen.items():
        rij = mensen.rij_van.get(sleutel)
        if rij is not None and rij in nog_hier and laatste >= op:
            yield Voorbereiding(laatste, int(sleutel), mensen.namen[rij], op)


@lru_cache(maxsize=4096)
def stappen(laatste_dag: date, op: date) -> tuple[Voorbereidingsstap, ...]:
    """Many people leave on the same day."""
    dagen = ((wat, plus_maanden(laatste_dag, -maanden)) for wat, maanden in STAPPEN)
    return tuple(Voorbereidingsstap(wat, dag, dag < op) for wat, dag in dagen)
