"""The people of a forecast as columns of numbers, which is how whole tables are computed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import GROOTSTE_NOEMER, Bedragen
from financiering.domein.rekenmodel.stand import Advies, Contract, Persoon
from financiering.domein.rekenmodel.tarieven import LAATSTE_BEGINKWARTAAL, Tarieven

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
    percent/100 and in cents for a full-time job; `adviezen` are the courses themselves."""

    adviezen: tuple[tuple[Advies, ...], ...]
    verloop: Getallen
    procent: Bedragen
    vast: Bedragen
    variabel: Bedragen


@dataclass(frozen=True)
class Kwartaalkolommen:
    """The rates per quarter and month. Day numbers are (quarters × 3); `loon` and `kost` multiply
    a monthly wage, `plafond` is the full-time cap in cents.

    `fijn` are the quarters where floats may not tell a half cent; see `Tarieven.noemers`.
    """

    van: Getallen
    tot: Getallen
    loon: Bedragen
    kost: Bedragen
    plafond: Bedragen
    fijn: Getallen

    def __len__(self) -> int:
        return len(self.van)

    @cached_property
    def per_kwartaal(self) -> tuple[Bedragen, Bedragen, Bedragen]:
        """`loon`, `kost` and `plafond` for the three months together."""
        return self.loon.sum(axis=1), self.kost.sum(axis=1), self.plafond.sum(axis=1)

    @cached_property
    def van_tot(self) -> Bedragen:
        """A row for every begin and end among the quarters, in this order: 1 from the begin up to
        the end, else 0."""
        grens, nummers = np.arange(len(self) + 1)[:, None], np.arange(len(self))
        begonnen, bezig = grens <= nummers, nummers < grens
        return (begonnen[:, None] & bezig).reshape(-1, len(self)).astype(np.float64)

    def begonnen(self, dagen: Getallen) -> Getallen:
        """How many of the quarters have begun by the end of each day."""
        return self._per_dag[0].take(dagen - self._dag_ervoor, mode="clip")

    def voorbij(self, dagen: Getallen) -> Getallen:
        """How many of the quarters are over at the begin of each day."""
        return self._per_dag[1].take(dagen - self._dag_ervoor, mode="clip")

    @cached_property
    def _dag_ervoor(self) -> int:
        return int(self.van[0, 0]) - 1

    @cached_property
    def _per_dag(self) -> tuple[Getallen, Getallen]:
        """What `begonnen` and `voorbij` say, from the day before to the day after all of it."""
        nummers = np.arange(len(self) + 1)
        lengte = self.tot[:, 2] - self.van[:, 0]
        return np.repeat(nummers, [1, *lengte]), np.repeat([0, *nummers], [1, *lengte, 1])


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
    leeg = Steunkolommen(tuple(plaatsen), _getallen(verloop), *(np.zeros(vorm) for _ in range(3)))
    return met_adviezen(leeg, leeg.adviezen, tarieven)


def met_adviezen(
    steun: Steunkolommen, adviezen: Iterable[Iterable[Advies]], tarieven: Tarieven
) -> Steunkolommen:
    """The tables with more advice laid over them, for each course in their order."""
    tabellen = [tabel.copy() for tabel in (steun.procent, steun.vast, steun.variabel)]
    nieuw = Steunkolommen(steun.adviezen, steun.verloop, *tabellen)
    begeleiding = _begeleiding(tarieven)
    for rij, erbij in enumerate(adviezen):
        for advies in erbij:
            if not advies.lde:
                _vul(advies, tarieven, begeleiding, (nieuw, rij))
    return nieuw


def _begeleiding(tarieven: Tarieven) -> dict[str, Bedragen]:
    """Cents per quarter: the flat part at the begin and later, and the other by level."""
    eerste, kwartalen = tarieven.kwartalen[0], tarieven.kwartalen
    return {
        "begin": _centen(tarief.vast_begin for tarief in kwartalen),
        "later": _centen(tarief.vast_later for tarief in kwartalen),
    } | {niveau: _centen(t.variabel[niveau] for t in kwartalen) for niveau in eerste.variabel}


def _vul(
    advies: Advies,
    tarieven: Tarieven,
    begeleiding: Mapping[str, Bedragen],
    plek: tuple[Steunkolommen, int],
) -> None:
    """Write one advice into the row of its course."""
    steun, rij = plek
    for schijf in advies.schijven:
        periode = schijf.periode.doorsnede(advies.periode)
        if periode is not None:
            steun.procent[rij, tarieven.plaatsen(periode)] = schijf.percentage / 100
    if advies.niveau:
        heel = tarieven.plaatsen(advies.periode)
        later = tarieven.plaats(advies.periode.van) + LAATSTE_BEGINKWARTAAL
        knip = min(max(later, heel.start), heel.stop)
        for deel, soort in ((slice(heel.start, knip), "begin"), (slice(knip, heel.stop), "later")):
            steun.vast[rij, deel] = begeleiding[soort][deel]
        steun.variabel[rij, heel] = begeleiding[advies.niveau][heel]


def kwartaalkolommen(tarieven: Tarieven, breuknoemer: int = 10**6) -> Kwartaalkolommen:
    """Fractions of employment are multiples of 1/`breuknoemer`."""
    rijen = [tarief.maanden for tarief in tarieven.kwartalen]
    dagen = [[m.periode.van.toordinal() for m in rij] for rij in rijen]
    einden = [[m.periode.tot.toordinal() if m.periode.tot else _OPEN for m in rij] for rij in rijen]
    return Kwartaalkolommen(
        van=np.array(dagen, np.int64),
        tot=np.array(einden, np.int64),
        loon=np.array([[float(m.loonfactor) for m in rij] for rij in rijen]),
        kost=np.array([[float(m.kostfactor) for m in rij] for rij in rijen]),
        plafond=np.array([[float(100 * m.plafond) for m in rij] for rij in rijen]),
        fijn=np.flatnonzero(np.array(tarieven.noemers(breuknoemer)) > GROOTSTE_NOEMER),
    )


def _getallen(waarden: Iterable[int]) -> Getallen:
    return np.fromiter(waarden, np.int64)


def _centen(bedragen: Iterable[Decimal]) -> Bedragen:
    return np.array([float(bedrag * 100) for bedrag in bedragen], np.float64)
