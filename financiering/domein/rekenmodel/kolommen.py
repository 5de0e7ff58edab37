"""The people of a forecast as columns of numbers, which is how whole tables are computed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np

from financiering.domein.rekenmodel.afronding import GROOTSTE_NOEMER, Bedragen
from financiering.domein.rekenmodel.mensen import (
    OPEN,
    Getallen,
    Mensen,
    dagnummer,
    getallen,
)
from financiering.domein.rekenmodel.persoon import Advies, Persoon, Rekenschijf
from financiering.domein.rekenmodel.tarieven import LAATSTE_BEGINKWARTAAL, Tarieven
from gedeeld.kwartaal import Kwartaal


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


@dataclass(frozen=True, slots=True)
class _Rijen:
    """Something from the day `van` up to `tot`, in the row `verloop` of a table; day numbers."""

    verloop: Getallen
    van: Getallen
    tot: Getallen

    @classmethod
    def uit(cls, rijen: Sequence[tuple[int, int, int]]) -> "_Rijen":
        return cls(*np.array(rijen, np.int64).reshape(-1, 3).T)

    def leg(self, tabel: Bedragen, eerste: Getallen, waarden: Bedragen) -> None:
        """Write `waarden` (for each row, or by quarter) where the first day of a quarter lies
        inside; the last one stays."""
        rijen, plaatsen = np.nonzero((self.van[:, None] <= eerste) & (eerste < self.tot[:, None]))
        breed = np.broadcast_to(waarden, (len(self.van), len(eerste)))
        tabel[self.verloop[rijen], plaatsen] = breed[rijen, plaatsen]


def steunkolommen(personen: Sequence[Persoon], tarieven: Tarieven) -> Steunkolommen:
    mensen = Mensen.van(personen)
    vorm = (max(len(mensen.steun), 1), len(tarieven))
    leeg = Steunkolommen(mensen.steun, mensen.verloop, *(np.zeros(vorm) for _ in range(3)))
    return met_adviezen(leeg, mensen.steun, tarieven)


def met_adviezen(
    steun: Steunkolommen, adviezen: Iterable[Iterable[Advies]], tarieven: Tarieven
) -> Steunkolommen:
    """The tables with more advice laid over them, for each course in their order."""
    procent, vast, variabel = (t.copy() for t in (steun.procent, steun.vast, steun.variabel))
    alle = [(rij, a) for rij, erbij in enumerate(adviezen) for a in erbij if not a.lde]
    eerste = getallen(t.kwartaal.eerste_dag.toordinal() for t in tarieven.kwartalen)
    schijven, procenten = _schijven(alle)
    schijven.leg(procent, eerste, procenten)
    for niveau in tarieven.kwartalen[0].variabel:
        begin, later = _begeleiding([paar for paar in alle if paar[1].niveau == niveau])
        begin.leg(vast, eerste, _centen(t.vast_begin for t in tarieven.kwartalen))
        later.leg(vast, eerste, _centen(t.vast_later for t in tarieven.kwartalen))
        lijn = _centen(t.variabel[niveau] for t in tarieven.kwartalen)
        for deel in (begin, later):
            deel.leg(variabel, eerste, lijn)
    return Steunkolommen(steun.adviezen, steun.verloop, procent, vast, variabel)


def _schijven(adviezen: Iterable[tuple[int, Advies]]) -> tuple[_Rijen, Bedragen]:
    """The steps of the wage premium, cut to their advice, and the percentage over 100 of each."""
    rijen = [
        (rij, max(schijf.periode.van, advies.periode.van).toordinal(), _einde(schijf, advies))
        for rij, advies in adviezen
        for schijf in advies.schijven
    ]
    procenten = [schijf.percentage for _, advies in adviezen for schijf in advies.schijven]
    return _Rijen.uit(rijen), np.array(procenten, np.float64)[:, None] / 100


def _einde(schijf: Rekenschijf, advies: Advies) -> int:
    return min(dagnummer(schijf.periode.tot), dagnummer(advies.periode.tot))


def _begeleiding(adviezen: Iterable[tuple[int, Advies]]) -> tuple[_Rijen, _Rijen]:
    """When the flat part of the guidance premium is high, and when it is low."""
    begin, later = [], []
    for rij, advies in adviezen:
        van, tot = advies.periode.van, dagnummer(advies.periode.tot)
        knip = (Kwartaal.van(van) + LAATSTE_BEGINKWARTAAL).eerste_dag.toordinal()
        begin.append((rij, van.toordinal(), min(knip, tot)))
        later.append((rij, knip, tot))
    return _Rijen.uit(begin), _Rijen.uit(later)


def kwartaalkolommen(tarieven: Tarieven, breuknoemer: int = 10**6) -> Kwartaalkolommen:
    """Fractions of employment are multiples of 1/`breuknoemer`."""
    rijen = [tarief.maanden for tarief in tarieven.kwartalen]
    dagen = [[m.periode.van.toordinal() for m in rij] for rij in rijen]
    einden = [[m.periode.tot.toordinal() if m.periode.tot else OPEN for m in rij] for rij in rijen]
    return Kwartaalkolommen(
        van=np.array(dagen, np.int64),
        tot=np.array(einden, np.int64),
        loon=np.array([[float(m.loonfactor) for m in rij] for rij in rijen]),
        kost=np.array([[float(m.kostfactor) for m in rij] for rij in rijen]),
        plafond=np.array([[float(100 * m.plafond) for m in rij] for rij in rijen]),
        fijn=np.flatnonzero(np.array(tarieven.noemers(breuknoemer)) > GROOTSTE_NOEMER),
    )


def _centen(bedragen: Iterable[Decimal]) -> Bedragen:
    return np.array([float(bedrag * 100) for bedrag in bedragen], np.float64)
