"""What-if: who leaves, whose support is extended, who comes, which amounts change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import count
from typing import Final

from financiering.domein.rekenmodel.stand import (
    Advies,
    Contract,
    Dienstbedrag,
    Persoon,
    Rekenschijf,
    Stand,
)
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, dag_erna, plus_maanden

# Five years, as a new advice of five years.
KWARTALEN_VERLENGING: Final = 20


class Basis(StrEnum):
    """The three futures that are always there."""

    NIETS_DOEN = "niets_doen"
    VOLGENS_PLAN = "volgens_plan"
    MET_VERVANGING = "met_vervanging"


class Evaluatieuitkomst(StrEnum):
    """How an evaluation ends; asking for one can also lower the support
    (docs/regels.md#adjustment-and-extension)."""

    ZELFDE = "zelfde"
    VERHOOGD = "verhoogd"
    VERLAAGD = "verlaagd"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class Pakket:
    """A start package: `stappen` are (quarters, percentage) in order; `niveau` "" for none."""

    stappen: tuple[tuple[int, int], ...]
    niveau: str = ""
    verlengbaar: bool = True

    @property
    def kwartalen(self) -> int:
        return sum(aantal for aantal, _ in self.stappen)

    def advies(self, dag: date) -> Advies:
        """The support of somebody who starts on this day: from the first day of its quarter."""
        begin = Kwartaal.van(dag)
        schijven, plaats = [], begin
        for aantal, percentage in self.stappen:
            periode = Periode(plaats.eerste_dag, (plaats + aantal).eerste_dag)
            schijven.append(Rekenschijf(periode, percentage))
            plaats += aantal
        return Advies(
            Periode(begin.eerste_dag, plaats.eerste_dag),
            tuple(schijven),
            self.niveau,
            verlengbaar=self.verlengbaar,
        )


@dataclass(frozen=True, slots=True)
class Instroom:
    """`aantal` people who start on `van` in a service, with the same contract and package."""

    dienst: str
    van: date
    pakket: Pakket
    breuk: Decimal
    bruto: Decimal
    aantal: int = 1


@dataclass(frozen=True, slots=True)
class Vervanging:
    """Each place that comes free is filled `na_maanden` later by a starter with this package, for
    the same fraction of employment and the same wage. Who starts leaves when the support ends, and
    is replaced in turn."""

    pakket: Pakket
    na_maanden: int


@dataclass(frozen=True, slots=True)
class Verlenging:
    """A new advice after the last one: `kwartalen` at `percentage`; refused: nothing follows."""

    uitkomst: Evaluatieuitkomst
    percentage: int = 0
    kwartalen: int = KWARTALEN_VERLENGING


@dataclass(frozen=True, slots=True)
class Rekenscenario:
    """`vertrek` gives the last day in service by the key of a person, `gepland` that of the
    running trajectories, which counts unless the base is to do nothing; None: stays.
    `bedragen` go before those of the same service and kind from their first day."""

    basis: Basis = Basis.NIETS_DOEN
    gepland: Mapping[str, date] = field(default_factory=dict)
    vertrek: Mapping[str, date | None] = field(default_factory=dict)
    verlengingen: Mapping[str, Verlenging] = field(default_factory=dict)
    instroom: tuple[Instroom, ...] = ()
    bedragen: tuple[Dienstbedrag, ...] = ()
    vervanging: Vervanging | None = None

    def laatste_dag(self, persoon: Persoon) -> date | None:
        if persoon.sleutel in self.vertrek:
            return self.vertrek[persoon.sleutel]
        if self.basis == Basis.NIETS_DOEN:
            return None
        return self.gepland.get(persoon.sleutel)


def pas_toe(stand: Stand, scenario: Rekenscenario, tot: date) -> Stand:
    """The people and amounts as they would be; replacements are made up to the day `tot`."""
    blijvers = [_met_vertrek(_met_verlenging(p, scenario), scenario) for p in stand.personen]
    nieuw: list[Persoon] = list(_instroom(scenario.instroom))
    if scenario.basis == Basis.MET_VERVANGING and scenario.vervanging is not None:
        vrij = (p for p in blijvers if scenario.laatste_dag(p) is not None)
        nieuw += _vervangers(vrij, scenario.vervanging, tot)
    bedragen = _met_gewijzigde(stand.bedragen, scenario.bedragen)
    return Stand(_diensten(stand, scenario), (*blijvers, *nieuw), bedragen)


def _diensten(stand: Stand, scenario: Rekenscenario) -> tuple[str, ...]:
    """Those of today, then where somebody starts or money comes that nobody works in yet."""
    starters = (groep.dienst for groep in scenario.instroom)
    bedragen = (bedrag.dienst for bedrag in scenario.bedragen)
    return tuple(dict.fromkeys((*stand.diensten, *starters, *bedragen)))


def verleng(persoon: Persoon, verlenging: Verlenging) -> Persoon:
    """The person with the advice that follows on the last one, at the same level of guidance.

    What was refused cannot be drawn as granted any more.
    """
    laatste = _laatste(persoon.adviezen)
    if laatste is None:
        return persoon
    if verlenging.uitkomst == Evaluatieuitkomst.GEWEIGERD:
        dicht = replace(laatste, verlengbaar=False)
        adviezen = tuple(dicht if advies is laatste else advies for advies in persoon.adviezen)
        return replace(persoon, adviezen=adviezen)
    erbij = _volgend(laatste, verlenging.percentage, verlenging.kwartalen)
    return replace(persoon, adviezen=(*persoon.adviezen, *erbij))


def zoals_ze_eindigt(adviezen: Iterable[Advies]) -> tuple[Advies, ...]:
    """The advice that would follow on the last one at its last percentage; nothing when that cannot
    be extended."""
    laatste = _laatste(adviezen)
    if laatste is None or not laatste.schijven or not laatste.verlengbaar:
        return ()
    schijf = max(laatste.schijven, key=lambda schijf: schijf.periode.van)
    return _volgend(laatste, schijf.percentage, KWARTALEN_VERLENGING)


def _laatste(adviezen: Iterable[Advies]) -> Advies | None:
    imw = (advies for advies in adviezen if not advies.lde)
    return max(imw, key=lambda advies: advies.periode, default=None)


def _volgend(laatste: Advies, percentage: int, kwartalen: int) -> tuple[Advies, ...]:
    if laatste.periode.tot is None:
        return ()
    pakket = Pakket(((kwartalen, percentage),), laatste.niveau)
    return (pakket.advies(laatste.periode.tot),)


def _met_verlenging(persoon: Persoon, scenario: Rekenscenario) -> Persoon:
    verlenging = scenario.verlengingen.get(persoon.sleutel)
    return persoon if verlenging is None else verleng(persoon, verlenging)


def _met_vertrek(persoon: Persoon, scenario: Rekenscenario) -> Persoon:
    laatste = scenario.laatste_dag(persoon)
    return persoon if laatste is None else vertrekt(persoon, dag_erna(laatste))


def vertrekt(persoon: Persoon, tot: date) -> Persoon:
    """The person without work from the day `tot` on."""
    delen = (
        (contract, contract.periode.doorsnede(Periode(date.min, tot)))
        for contract in persoon.contracten
    )
    over = tuple(replace(c, periode=deel) for c, deel in delen if deel is not None)
    return replace(persoon, contracten=over)


def _instroom(groepen: Iterable[Instroom]) -> Iterator[Persoon]:
    nummers = count(1)
    for groep in groepen:
        for _ in range(groep.aantal):
            nummer = next(nummers)
            yield Persoon(
                sleutel=f"nieuw-{nummer}",
                naam=f"Nieuwe collega {nummer}",
                contracten=(Contract(groep.dienst, Periode(groep.van), groep.breuk, groep.bruto),),
                adviezen=(groep.pakket.advies(groep.van),),
            )


def _vervangers(weg: Iterable[Persoon], vervanging: Vervanging, tot: date) -> Iterator[Persoon]:
    for persoon in weg:
        einden = [c.periode.tot for c in persoon.contracten if c.periode.tot is not None]
        if einden:
            laatste = [c for c in persoon.contracten if c.periode.tot == max(einden)]
            for plaats, contract in enumerate(laatste):
                yield from _keten(persoon, plaats, contract, vervanging, tot)


def _keten(
    persoon: Persoon, plaats: int, contract: Contract, vervanging: Vervanging, tot: date
) -> Iterator[Persoon]:
    """Starter after starter in the place of one contract."""
    vrij = contract.periode.tot
    for nummer in count(1):
        if vrij is None:
            return
        begin = plus_maanden(vrij, vervanging.na_maanden)
        if begin >= tot:
            return
        advies = vervanging.pakket.advies(begin)
        yield Persoon(
            sleutel=f"in-plaats-van-{persoon.sleutel}-{plaats}-{nummer}",
            naam=f"Nieuwe collega in de plaats van {persoon.naam}",
            contracten=(replace(contract, periode=Periode(begin, advies.periode.tot)),),
            adviezen=(advies,),
        )
        vrij = advies.periode.tot


def _met_gewijzigde(
    oude: Iterable[Dienstbedrag], nieuwe: tuple[Dienstbedrag, ...]
) -> tuple[Dienstbedrag, ...]:
    """The amounts, where a changed one ends those of its service and kind."""
    vanaf: dict[tuple[str, str], date] = {}
    for bedrag in nieuwe:
        sleutel = (bedrag.dienst, bedrag.soort)
        vanaf[sleutel] = min(bedrag.periode.van, vanaf.get(sleutel, date.max))
    blijven = []
    for bedrag in oude:
        grens = vanaf.get((bedrag.dienst, bedrag.soort), date.max)
        deel = bedrag.periode.doorsnede(Periode(date.min, grens))
        if deel is not None:
            blijven.append(replace(bedrag, periode=deel))
    return (*blijven, *nieuwe)
