"""What has to begin when, counted back from each day on which somebody leaves in a scenario.

Days to prepare a next job, never a reason to end a contract.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from financiering.domein.laden import Gegevens
from financiering.domein.scenarios import Toekomst, als_rekenscenario
from gedeeld.periode import plus_maanden
from werknemers.models import Werknemer

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
    werknemer: Werknemer
    laatste_dag: date
    stappen: tuple[Voorbereidingsstap, ...]

    @property
    def haast(self) -> bool:
        return any(stap.te_laat for stap in self.stappen)


def voorbereidingen(gegevens: Gegevens, toekomst: Toekomst, op: date) -> list[Voorbereiding]:
    """For everybody in service who leaves in this scenario from `op` on, the first one on top."""
    return sorted(
        _alle(gegevens, toekomst, op), key=lambda rij: (rij.laatste_dag, rij.werknemer.pk)
    )


def _alle(gegevens: Gegevens, toekomst: Toekomst, op: date) -> Iterator[Voorbereiding]:
    scenario = als_rekenscenario(toekomst, gegevens, op)
    for persoon in gegevens.stand.personen:
        laatste = scenario.laatste_dag(persoon)
        nog_hier = any(c.periode.tot is None or c.periode.tot > op for c in persoon.contracten)
        if nog_hier and laatste is not None and laatste >= op:
            yield Voorbereiding(gegevens.werknemers[persoon.sleutel], laatste, stappen(laatste, op))


def stappen(laatste_dag: date, op: date) -> tuple[Voorbereidingsstap, ...]:
    dagen = ((wat, plus_maanden(laatste_dag, -maanden)) for wat, maanden in STAPPEN)
    return tuple(Voorbereidingsstap(wat, dag, dag < op) for wat, dag in dagen)
