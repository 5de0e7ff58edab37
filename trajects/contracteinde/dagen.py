"""One day, or one number, of a plan for the end of a contract, with its rule and its source."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gedeeld.periode import dag_ervoor
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag
from regels.keuzes import Zekerheid

EIGEN_KENNIS: Final = f"eigen kennis (zekerheid {Zekerheid.K}: {Zekerheid.K.label})"


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

    def met(self, *dagen: Einddag) -> "Weg":
        return replace(self, dagen=dagen)

    def zonder(self, reden: str) -> "Weg":
        return replace(self, waarom_niet=reden)


@dataclass(frozen=True, slots=True)
class Einddoel:
    """`tegen`: by which day the contract should have ended; `nieuwe_job`: when one begins
    elsewhere."""

    tegen: date
    nieuwe_job: date | None = None

    @property
    def laatste_dag(self) -> date:
        """The last one that leaves the first day of the new job free."""
        return dag_ervoor(self.nieuwe_job) if self.nieuwe_job else self.tegen


def op_dag(wat: str, dag: date, uitleg: Uitleg, *, te_doen: bool = False) -> Einddag:
    return Einddag(wat, datum_met_dag(dag), uitleg, dag if te_doen else None)
