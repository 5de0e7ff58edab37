"""One employee as the model counts: contracts, and the advice that supports the work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter

from financiering.domein.rekenmodel.bijdrage import (
    Bijdrage,
    Loonbijdrage,
    Regime,
    hoogste_breuk,
    kies_bijdrage,
    opgave_op,
)
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode


@dataclass(frozen=True, slots=True)
class Contract:
    """`bruto` in euro a month for this fraction of employment; `breuk` in (0, 1]."""

    dienst: str
    periode: Periode
    breuk: Decimal
    bruto: Decimal

    def aandeel(self, maand: Periode) -> tuple[int, int]:
        """The days of the month in which the contract runs, and the days of the month."""
        deel = self.periode.doorsnede(maand)
        return (0 if deel is None else deel.dagen or 0), maand.dagen or 0


@dataclass(frozen=True, slots=True)
class Rekenschijf:
    """`percentage` of wage premium from this day to the next step."""

    periode: Periode
    percentage: int


@dataclass(frozen=True, slots=True)
class Rekenbesluit:
    """A decision inside an advice: it holds from `geldt_vanaf`, and is counted from `telt_vanaf`,
    the first day of a quarter (docs/regels.md#events)."""

    besluitdatum: date
    geldt_vanaf: date
    telt_vanaf: date


@dataclass(frozen=True, slots=True)
class Advies:
    """Support during `periode`. `niveau` names the guidance; "" for none. `lde` marks the
    transition with its temporary compensation instead of premiums. An advice of two years is not
    `verlengbaar`, nor is one that a decision stopped (docs/regels.md#adjustment-and-extension).
    `keten_van` is the first day of the unbroken chain of advice that it belongs to; None: it is the
    first. `soort` is "" for advice of a scenario, and `pakket` the key of the start package that
    the steps come from; None: they were set by hand, or are those of a scenario. `vanaf` is the
    first day of the whole advice when this is a later part of it, with another level; `besluiten`
    changed its steps."""

    periode: Periode
    schijven: tuple[Rekenschijf, ...] = ()
    niveau: str = ""
    lde: bool = False
    verlengbaar: bool = True
    keten_van: date | None = None
    soort: str = ""
    pakket: int | None = None
    vanaf: date | None = None
    besluiten: tuple[Rekenbesluit, ...] = ()

    @property
    def begin(self) -> date:
        """The first day of the whole advice."""
        return self.vanaf or self.periode.van

    def nummer(self, kwartaal: Kwartaal) -> int | None:
        """Which quarter of the advice this is (1, 2, …); None outside it."""
        if kwartaal.eerste_dag not in self.periode:
            return None
        return kwartaal - Kwartaal.van(self.begin) + 1

    def telt_van(self, *, keten: bool) -> date:
        """The day whose quarter is the first for the flat guidance premium: that of the chain, or
        of this advice."""
        return (self.keten_van if keten else None) or self.begin

    def percentage(self, kwartaal: Kwartaal) -> int:
        """The step on the first day of the quarter; 0 when there is none."""
        dag = kwartaal.eerste_dag
        return next((s.percentage for s in self.schijven if dag in s.periode), 0)


@dataclass(frozen=True, slots=True)
class Persoon:
    """An employee, or somebody who is still to come. `sleutel` is unique within a Stand. `opgaven`
    are what follows from the records of the payroll office, in order."""

    sleutel: str
    naam: str
    contracten: tuple[Contract, ...]
    adviezen: tuple[Advies, ...] = ()
    opgaven: tuple[Loonbijdrage, ...] = ()

    def bijdrage(self, contract: Contract, maand: Periode, regime: Regime) -> Bijdrage:
        """The rate of (a part of) a contract in a month."""
        werk = ((c.periode, c.breuk) for c in self.contracten)
        return kies_bijdrage(
            regime,
            contract.bruto,
            contract.breuk,
            hoogste_breuk(werk, maand),
            opgave_op(self.opgaven, maand.van),
        )

    def advies_in(self, kwartaal: Kwartaal) -> Advies | None:
        return advies_in(self.adviezen, kwartaal)

    @property
    def steun_tot(self) -> date | None:
        """The day after the last day of support; None without advice."""
        return steun_tot(self.adviezen)


def advies_in(adviezen: Iterable[Advies], kwartaal: Kwartaal) -> Advies | None:
    """The IMW advice that contains the quarter."""
    dag = kwartaal.eerste_dag
    return next((a for a in adviezen if not a.lde and dag in a.periode), None)


def steun_tot(adviezen: Iterable[Advies]) -> date | None:
    """The day after the last day of support; None without advice."""
    return max((a.periode.tot for a in adviezen if a.periode.tot), default=None)


def dienst_van(persoon: Persoon, op: date) -> str:
    """The service of a person: where the contract of the day is, else the next one, else the last.

    Of several contracts on one day the largest fraction counts.
    """
    lopend = [c for c in persoon.contracten if op in c.periode]
    if lopend:
        return max(lopend, key=attrgetter("breuk")).dienst
    later = [c for c in persoon.contracten if c.periode.van > op]
    if later:
        return min(later, key=attrgetter("periode")).dienst
    return max(persoon.contracten, key=attrgetter("periode")).dienst
