"""What-if: who leaves, whose support is extended, who comes, which amounts change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import count
from typing import Final

import numpy as np

from financiering.domein.rekenmodel.dagen import OPEN
from financiering.domein.rekenmodel.mensen import Mensen, samen
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from financiering.domein.rekenmodel.vervanging import Vervanging, vervangers
from gedeeld.periode import Periode, dag_erna

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
class Instroom:
    """`aantal` people who start on `van` in a service, with the same contract and package; they
    leave when the support ends, or stay."""

    dienst: str
    van: date
    pakket: Pakket
    breuk: Decimal
    bruto: Decimal
    aantal: int = 1
    vertrekt: bool = False


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

    @property
    def laatste_dagen(self) -> dict[str, date]:
        """The last day in service by key, of everybody who leaves."""
        gepland = {} if self.basis == Basis.NIETS_DOEN else self.gepland
        alle = {**gepland, **self.vertrek}
        return {sleutel: dag for sleutel, dag in alle.items() if dag is not None}


def pas_toe(stand: Stand, scenario: Rekenscenario, tot: date) -> Stand:
    """The people and amounts as they would be; replacements are made up to the day `tot`."""
    mensen = stand.mensen
    weg = {mensen.rij_van[s]: d for s, d in scenario.laatste_dagen.items() if s in mensen.rij_van}
    blijvers = _met_vertrek(_met_verlengingen(mensen, scenario.verlengingen), weg)
    groepen = [blijvers, Mensen.van(list(_instroom(scenario.instroom)))]
    if scenario.vervanging is not None and (na := _ingevuld(blijvers, weg, scenario.vervanging)):
        groepen.append(vervangers(blijvers, na, scenario.vervanging, tot))
    bedragen = _met_gewijzigde(stand.bedragen, scenario.bedragen)
    return Stand(_diensten(stand, scenario), samen(groepen), bedragen)


def _ingevuld(mensen: Mensen, weg: Iterable[int], vervanging: Vervanging) -> dict[int, int]:
    """After how many months each place that is left is filled again, by row."""
    na = ((rij, vervanging.na(mensen.sleutels[rij])) for rij in sorted(weg))
    return {rij: maanden for rij, maanden in na if maanden is not None}


def _diensten(stand: Stand, scenario: Rekenscenario) -> tuple[str, ...]:
    """Those of today, then where somebody starts or money comes that nobody works in yet."""
    starters = (groep.dienst for groep in scenario.instroom)
    bedragen = (bedrag.dienst for bedrag in scenario.bedragen)
    return tuple(dict.fromkeys((*stand.diensten, *starters, *bedragen)))


def verleng(persoon: Persoon, verlenging: Verlenging) -> Persoon:
    """The person with the advice that follows on the last one, at the same level of guidance.

    What was refused cannot be drawn as granted any more; what cannot be extended any more since it
    was chosen, is not.
    """
    laatste = _laatste(persoon.adviezen)
    if laatste is None or not is_verlengbaar(persoon.adviezen):
        return persoon
    if verlenging.uitkomst == Evaluatieuitkomst.GEWEIGERD:
        dicht = replace(laatste, verlengbaar=False)
        adviezen = tuple(dicht if advies is laatste else advies for advies in persoon.adviezen)
        return replace(persoon, adviezen=adviezen)
    erbij = _volgend(laatste, verlenging.percentage, verlenging.kwartalen)
    return replace(persoon, adviezen=(*persoon.adviezen, *erbij))


def is_verlengbaar(adviezen: Iterable[Advies]) -> bool:
    laatste = _laatste(adviezen)
    return laatste is not None and laatste.verlengbaar


def zoals_ze_eindigt(adviezen: Iterable[Advies], op: date) -> tuple[Advies, ...]:
    """The advice that would follow on the last one at its last percentage; nothing when that cannot
    be extended, or is over on the day `op`."""
    laatste = max(adviezen, key=lambda advies: advies.periode, default=None)
    if laatste is None or not laatste.schijven or not laatste.verlengbaar:
        return ()
    if laatste.periode.voorbij(op):
        return ()
    schijf = max(laatste.schijven, key=lambda schijf: schijf.periode)
    return _volgend(laatste, schijf.percentage, KWARTALEN_VERLENGING)


def _laatste(adviezen: Iterable[Advies]) -> Advies | None:
    imw = (advies for advies in adviezen if not advies.lde)
    return max(imw, key=lambda advies: advies.periode, default=None)


def _volgend(laatste: Advies, percentage: int, kwartalen: int) -> tuple[Advies, ...]:
    if laatste.periode.tot is None:
        return ()
    keten_van = laatste.telt_van(keten=True)
    return (_vervolg(laatste.periode.tot, percentage, kwartalen, laatste.niveau, keten_van),)


# Much advice ends on the same days, in each future that is drawn.
@lru_cache(maxsize=4096)
def _vervolg(dag: date, percentage: int, kwartalen: int, niveau: str, keten_van: date) -> Advies:
    vervolg = Pakket(((kwartalen, percentage),), niveau).advies(dag)
    return replace(vervolg, keten_van=keten_van)


def _met_verlengingen(mensen: Mensen, verlengingen: Mapping[str, Verlenging]) -> Mensen:
    """Each of them gets a course of support of their own."""
    if not verlengingen:
        return mensen
    steun, verloop = list(mensen.steun), mensen.verloop.copy()
    for sleutel, verlenging in verlengingen.items():
        wie = mensen.met_sleutel(sleutel)
        if wie is not None:
            verloop[mensen.rij_van[sleutel]] = len(steun)
            steun.append(verleng(wie, verlenging).adviezen)
    return replace(mensen, steun=tuple(steun), verloop=verloop, gemaakt={})


def _met_vertrek(mensen: Mensen, weg: Mapping[int, date]) -> Mensen:
    """Without work after the last day of who leaves, by row."""
    if not weg:
        return mensen
    tot = np.full(len(mensen), OPEN)
    tot[list(weg)] = [dag_erna(dag).toordinal() for dag in weg.values()]
    oud = mensen.contracten
    nieuw = replace(oud, tot=np.minimum(oud.tot, tot[oud.persoon]))
    blijft = nieuw.van < nieuw.tot
    return replace(mensen, contracten=nieuw.kies(blijft), dienst=mensen.dienst[blijft], gemaakt={})


def _instroom(groepen: Iterable[Instroom]) -> Iterator[Persoon]:
    nummers = count(1)
    for groep in groepen:
        for _ in range(groep.aantal):
            nummer, advies = next(nummers), groep.pakket.advies(groep.van)
            werk = Periode(groep.van, advies.periode.tot if groep.vertrekt else None)
            yield Persoon(
                sleutel=f"nieuw-{nummer}",
                naam=f"Nieuwe collega {nummer}",
                contracten=(Contract(groep.dienst, werk, groep.breuk, groep.bruto),),
                adviezen=(advies,),
            )


def _met_gewijzigde(
    oude: tuple[Dienstbedrag, ...], nieuwe: tuple[Dienstbedrag, ...]
) -> tuple[Dienstbedrag, ...]:
    """The amounts, where a changed one ends those of its service and kind."""
    if not nieuwe:
        return oude
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
