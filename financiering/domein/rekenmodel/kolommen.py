"""The people of a forecast as columns of numbers, which is how whole tables are computed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import Bedragen
from financiering.domein.rekenmodel.stand import Advies, Contract, Persoon
from financiering.domein.rekenmodel.tarieven import Tarieven

Getallen = NDArray[np.int64]
_OPEN = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Contractkolommen:
    """One row per contract, those of one person together; `van` and `tot` are day numbers,
    `breuk` a fraction, `bruto` cents a month."""

    persoon: Getallen
    van: Getallen
    tot: Getallen
    breuk: Bedragen
    bruto: Bedragen

    def __len__(self) -> int:
        return len(self.persoon)


@dataclass(frozen=True, slots=True)
class Steunkolommen:
    """How support runs over the quarters. Most people share their course with others, so it
    stands once: `verloop[persoon]` is a row of the three tables (courses × quarters), in
    percent/100 and in cents for a full-time job."""

    verloop: Getallen
    procent: Bedragen
    vast: Bedragen
    variabel: Bedragen


@dataclass(frozen=True, slots=True)
class Kwartaalkolommen:
    """The rates per quarter, and per quarter and month; `noemer` as in `Tarieven`.

    `loon` and `kost` multiply a monthly wage, `plafond` is the full-time cap in cents. Day numbers
    of months are (quarters × 3), the last column of `tot` ends the quarter.
    """

    van: Getallen
    tot: Getallen
    loon: Bedragen
    kost: Bedragen
    plafond: Bedragen
    noemer: int

    def __len__(self) -> int:
        return len(self.van)

    @property
    def begin(self) -> Getallen:
        return self.van[:, 0]

    @property
    def einde(self) -> Getallen:
        return self.tot[:, 2]


def contractkolommen(contracten: Sequence[tuple[int, Contract]]) -> Contractkolommen:
    """From (person, contract) pairs, in order of person."""
    return Contractkolommen(
        persoon=_getallen(persoon for persoon, _ in contracten),
        van=_getallen(c.periode.van.toordinal() for _, c in contracten),
        tot=_getallen(c.periode.tot.toordinal() if c.periode.tot else _OPEN for _, c in contracten),
        breuk=np.array([float(c.breuk) for _, c in contracten], np.float64),
        bruto=np.array([float(c.bruto * 100) for _, c in contracten], np.float64),
    )


def steunkolommen(personen: Sequence[Persoon], tarieven: Tarieven) -> Steunkolommen:
    plaatsen: dict[tuple[Advies, ...], int] = {}
    verloop = [plaatsen.setdefault(p.adviezen, len(plaatsen)) for p in personen]
    vorm = (max(len(plaatsen), 1), len(tarieven))
    tabellen = [np.zeros(vorm) for _ in range(3)]
    for adviezen, rij in plaatsen.items():
        for advies in adviezen:
            _vul(advies, tarieven, [tabel[rij] for tabel in tabellen])
    return Steunkolommen(_getallen(verloop), *tabellen)


def _vul(advies: Advies, tarieven: Tarieven, rijen: Sequence[Bedragen]) -> None:
    """Write one advice into the rows of its course."""
    if advies.lde:
        return
    procent, vast, variabel = rijen
    for plaats, tarief in enumerate(tarieven.kwartalen):
        nummer = advies.nummer(tarief.kwartaal)
        if nummer is None:
            continue
        procent[plaats] = advies.percentage(tarief.kwartaal) / 100
        if advies.niveau:
            vast[plaats] = _centen(tarief.vast(nummer))
            variabel[plaats] = _centen(tarief.variabel[advies.niveau])


def kwartaalkolommen(tarieven: Tarieven) -> Kwartaalkolommen:
    rijen = [tarief.maanden for tarief in tarieven.kwartalen]
    dagen = [[m.periode.van.toordinal() for m in rij] for rij in rijen]
    einden = [[m.periode.tot.toordinal() if m.periode.tot else _OPEN for m in rij] for rij in rijen]
    return Kwartaalkolommen(
        van=np.array(dagen, np.int64),
        tot=np.array(einden, np.int64),
        loon=np.array([[float(m.loonfactor) for m in rij] for rij in rijen]),
        kost=np.array([[float(m.kostfactor) for m in rij] for rij in rijen]),
        plafond=np.array([[float(100 * m.plafond) for m in rij] for rij in rijen]),
        noemer=tarieven.noemer,
    )


def _getallen(waarden: Iterable[int]) -> Getallen:
    return np.fromiter(waarden, np.int64)


def _centen(bedrag: Decimal) -> float:
    return float(bedrag * 100)
