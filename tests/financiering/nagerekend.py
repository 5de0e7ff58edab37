"""The forecast once more, as somebody would do it with a calendar and a sheet of paper.

A second calculation beside the model: day by day, in fractions, without a formula of the model. It
takes the people and the rates as data, and nothing else.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Final

from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.stand import Dienstbedrag
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Maandtarief

DAG: Final = timedelta(days=1)
PERSOON: Final = ("loonpremie", "begeleidingspremie", "lde_vergoeding", "loonkost")


@dataclass
class Deel:
    """What of one employee belongs to a service: exact amounts by name, full-time jobs, cents, and
    the shares in what comes with the service."""

    exact: dict[str, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    vte: Fraction = Fraction(0)
    centen: dict[str, int] = field(default_factory=dict)
    aandeel: dict[str, int] = field(default_factory=dict)


@dataclass
class Dienst:
    """One service in one quarter: who works there by key, and what comes with it in cents."""

    mensen: dict[str, Deel] = field(default_factory=lambda: defaultdict(Deel))
    bedragen: dict[str, int] = field(default_factory=dict)

    @property
    def vte(self) -> Fraction:
        return sum((deel.vte for deel in self.mensen.values()), Fraction(0))

    def som(self, naam: str) -> int:
        return sum(deel.centen[naam] for deel in self.mensen.values())


def reken_na(
    personen: Sequence[Persoon], bedragen: Sequence[Dienstbedrag], tarief: Kwartaaltarief
) -> dict[str, Dienst]:
    """Each service in one quarter."""
    diensten: dict[str, Dienst] = defaultdict(Dienst)
    for persoon in personen:
        for naam, deel in _persoon(persoon, tarief).items():
            diensten[naam].mensen[persoon.sleutel] = deel
    for bedrag in bedragen:
        diensten[bedrag.dienst]
    for naam, dienst in diensten.items():
        _deel_uit(dienst, [b for b in bedragen if b.dienst == naam], tarief)
    return dict(diensten)


def _persoon(persoon: Persoon, tarief: Kwartaaltarief) -> dict[str, Deel]:
    """The parts of one employee, by the name of the service."""
    delen: dict[str, Deel] = defaultdict(Deel)
    plafond = Fraction(0)
    for maand in tarief.maanden:
        for contract in persoon.contracten:
            dagen = [dag for dag in _dagen(maand) if _loopt(contract, dag)]
            if dagen:
                in_lde = sum(a.lde and _in(a, dag) for a in persoon.adviezen for dag in dagen)
                bijdrage = _bijdrage(persoon, contract, maand)
                deel = delen[contract.dienst]
                plafond += _maand(deel, contract, maand, bijdrage, (len(dagen), in_lde))
    if delen:
        _verdeel(delen, _geheel(persoon, tarief, delen, plafond))
    return delen


def _bijdrage(persoon: Persoon, contract: Contract, maand: Maandtarief) -> Fraction:
    """What the employer pays on a euro of this wage, in whole millionths."""
    van_kantoor = [opgave for opgave in persoon.opgaven if opgave.van <= maand.periode.van]
    if van_kantoor:
        return max(van_kantoor, key=lambda opgave: opgave.van).deel
    if maand.regime.eigen is not None:
        return Fraction(_half_op(Fraction(maand.regime.eigen) * 1_000_000), 1_000_000)
    tarief = maand.regime.vermindering
    assert tarief is not None
    loon = 3 * Fraction(contract.bruto) / Fraction(contract.breuk)
    if not loon:
        return tarief.bruto
    drukste = max(
        sum(Fraction(c.breuk) for c in persoon.contracten if _loopt(c, dag))
        for dag in _dagen(maand)
    )
    korting = Fraction(0)
    if loon < tarief.grens:
        korting += (tarief.grens - loon) * tarief.factor
    if loon < tarief.grens_laag:
        korting += (tarief.grens_laag - loon) * tarief.factor_laag
    if drukste <= tarief.beta_onder:
        korting *= tarief.beta
    elif drukste < tarief.beta_tot:
        eind = tarief.beta_tot - tarief.beta_onder
        weg = tarief.beta_tot - drukste
        korting *= 1 + (tarief.beta - 1) * weg / eind
    blijft = loon * tarief.bruto - korting
    return Fraction(_half_op(max(blijft, Fraction(0)) / loon * 1_000_000), 1_000_000)


def _maand(
    deel: Deel,
    contract: Contract,
    maand: Maandtarief,
    bijdrage: Fraction,
    dagen: tuple[int, int],
) -> Fraction:
    """Add one contract in one month; `dagen` with a contract, and in the LDE transition as well.
    What is given is the cap."""
    met_contract, in_lde = (Fraction(aantal, len(list(_dagen(maand)))) for aantal in dagen)
    loon = Fraction(contract.bruto) * (1 + bijdrage) * maand.index * met_contract
    deel.exact["loonkost"] += loon * Fraction(maand.loonmaanden) / 12
    # The days of a transition count for its compensation, and then for no premium.
    telt = met_contract - in_lde
    deel.exact["referteloon"] += loon / met_contract * telt
    deel.exact["met premie"] += Fraction(contract.breuk) * telt / 3
    deel.exact["lde"] += Fraction(contract.breuk) * in_lde / 3
    deel.vte += Fraction(contract.breuk) * met_contract / 3
    twee_keer_minimum = Fraction(maand.plafondfactor) * Fraction(maand.ggmmi) * maand.index
    return twee_keer_minimum * Fraction(contract.breuk) * telt


def _geheel(
    persoon: Persoon, tarief: Kwartaaltarief, delen: Mapping[str, Deel], plafond: Fraction
) -> dict[str, Fraction]:
    def som(wat: str) -> Fraction:
        return sum((deel.exact[wat] for deel in delen.values()), Fraction(0))

    return {
        "loonpremie": min(som("referteloon"), plafond) * _percentage(persoon, tarief) / 100,
        "begeleidingspremie": _begeleiding(persoon, tarief, som("met premie")),
        "lde_vergoeding": Fraction(tarief.lde_vergoeding) * som("lde"),
        "loonkost": som("loonkost"),
    }


def _verdeel(delen: Mapping[str, Deel], geheel: Mapping[str, Fraction]) -> None:
    namen = sorted(delen)
    naar = {
        "loonpremie": [delen[naam].exact["referteloon"] for naam in namen],
        "begeleidingspremie": [delen[naam].exact["met premie"] for naam in namen],
        "lde_vergoeding": [delen[naam].exact["lde"] for naam in namen],
        "loonkost": [delen[naam].exact["loonkost"] for naam in namen],
    }
    for wat, bedrag in geheel.items():
        for naam, stuk in zip(namen, _stukken(_half_op(100 * bedrag), naar[wat]), strict=True):
            delen[naam].centen[wat] = stuk


def _percentage(persoon: Persoon, tarief: Kwartaaltarief) -> int:
    dag = tarief.kwartaal.eerste_dag
    for advies in persoon.adviezen:
        if not advies.lde and _in(advies, dag):
            for schijf in advies.schijven:
                if schijf.periode.van <= dag and (schijf.periode.tot or date.max) > dag:
                    return schijf.percentage
            return 0
    return 0


def _begeleiding(persoon: Persoon, tarief: Kwartaaltarief, vte: Fraction) -> Fraction:
    dag = tarief.kwartaal.eerste_dag
    for advies in persoon.adviezen:
        if not advies.lde and _in(advies, dag):
            if not advies.niveau or not vte:
                return Fraction(0)
            begin = advies.periode.van
            nummer = (dag.year - begin.year) * 4 + (dag.month - 1) // 3 - (begin.month - 1) // 3 + 1
            vast = tarief.vast_begin if nummer <= 5 else tarief.vast_later
            return Fraction(vast) + Fraction(tarief.variabel[advies.niveau]) * vte
    return Fraction(0)


def _deel_uit(dienst: Dienst, bedragen: Sequence[Dienstbedrag], tarief: Kwartaaltarief) -> None:
    """What comes with the service, and the share of everybody in it."""
    eerste = tarief.kwartaal.eerste_dag
    exact: dict[str, Fraction] = defaultdict(Fraction)
    for bedrag in bedragen:
        if bedrag.periode.van <= eerste and (bedrag.periode.tot or date.max) > eerste:
            maal = tarief.maanden[0].index if bedrag.geindexeerd else Fraction(1)
            exact[bedrag.soort] += (
                Fraction(bedrag.bedrag) * maal * (dienst.vte if bedrag.per_vte else 1)
            )
    for soort, bedrag_ in exact.items():
        dienst.bedragen[soort] = _half_op(100 * bedrag_)
        vte = [deel.vte for deel in dienst.mensen.values()]
        for deel, stuk in zip(
            dienst.mensen.values(), _stukken(dienst.bedragen[soort], vte), strict=True
        ):
            deel.aandeel[soort] = stuk


def _stukken(centen: int, gewichten: Sequence[Fraction]) -> list[int]:
    """Cents by weight: down, and one more for the largest remainders as long as there are."""
    totaal = sum(gewichten, Fraction(0))
    if totaal == 0:
        return [0 for _ in gewichten]
    stukken = [floor(centen * gewicht / totaal) for gewicht in gewichten]
    while sum(stukken) < centen:
        tekort = [centen * g / totaal - s for g, s in zip(gewichten, stukken, strict=True)]
        stukken[tekort.index(max(tekort))] += 1
    return stukken


def _half_op(centen: Fraction) -> int:
    heel = floor(centen)
    return heel + 1 if centen - heel >= Fraction(1, 2) else heel


def _dagen(maand: Maandtarief) -> Iterator[date]:
    dag = maand.periode.van
    while dag < (maand.periode.tot or date.max):
        yield dag
        dag += DAG


def _loopt(contract: Contract, dag: date) -> bool:
    return contract.periode.van <= dag < (contract.periode.tot or date.max)


def _in(advies: Advies, dag: date) -> bool:
    return advies.periode.van <= dag < (advies.periode.tot or date.max)


def totaal(diensten: Mapping[str, Dienst], naam: str) -> int:
    """An amount of all services together."""
    return sum(
        dienst.som(naam) if naam in PERSOON else dienst.bedragen.get(naam, 0)
        for dienst in diensten.values()
    )
