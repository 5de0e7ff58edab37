"""One day, or one number, of a plan for the end of a contract, with its rule and its source."""

from dataclasses import dataclass
from datetime import date

from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag


@dataclass(frozen=True, slots=True)
class Einddag:
    """`waarde` is what people read; `dag` only when it is a day by which somebody must act."""

    wat: str
    waarde: str
    uitleg: Uitleg
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class Weg:
    """A way in which a contract can end: its days in order, or why there are none."""

    sleutel: str
    titel: str
    onder: str
    dagen: tuple[Einddag, ...] = ()
    waarom_niet: str = ""


def op_dag(wat: str, dag: date, uitleg: Uitleg, *, te_doen: bool = False) -> Einddag:
    return Einddag(wat, datum_met_dag(dag), uitleg, dag if te_doen else None)
