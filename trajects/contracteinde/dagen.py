"""One day, or one number, of a plan for the end of a contract, with its rule and its source."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from gedeeld.periode import dag_ervoor
from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from regels.models import Regeltabel


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


def uit_parameters(regel: str, parameters: Parameters, *codes: Parametercode) -> Uitleg:
    """A rule that follows from dated values: who says so, how sure it is, what contradicts it."""
    tegenspraak = _zinnen(parameters.tegenspraak(code) for code in codes)
    return Uitleg("", regel, bron=parameters.bronnen(*codes), tegenspraak=tegenspraak)


def uit_tabel(regel: str, tabel: Regeltabel) -> Uitleg:
    bron = f"{tabel.bron.titel} (zekerheid {tabel.zekerheid}: {tabel.get_zekerheid_display()})"
    return Uitleg("", _zinnen((regel, tabel.toelichting)), bron=bron, tegenspraak=tabel.tegenspraak)


def _zinnen(zinnen: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, zinnen)))
