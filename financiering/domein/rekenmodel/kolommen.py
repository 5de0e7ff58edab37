"""The people of a forecast as columns of numbers, which is how whole tables are computed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import (
    GROOTSTE_NOEMER,
    MILJOEN,
    Bedragen,
    twijfelachtig,
)
from financiering.domein.rekenmodel.bijdrage import Regime
from financiering.domein.rekenmodel.dagen import Getallen, dagnummer
from financiering.domein.rekenmodel.mensen import Mensen
from financiering.domein.rekenmodel.persoon import Advies, Persoon
from financiering.domein.rekenmodel.steunrijen import Steunrijen
from financiering.domein.rekenmodel.tarieven import Noemers, Tarieven


@dataclass(frozen=True, slots=True)
class Steunkolommen:
    """How support runs over the quarters. Most people share their course with others, so it
    stands once: `verloop[persoon]` is a row of the three tables (courses × quarters), in
    percent/100 and in cents for a full-time job; `adviezen` are the courses themselves, `met_lde`
    those with an LDE transition."""

    adviezen: tuple[tuple[Advies, ...], ...]
    verloop: Getallen
    procent: Bedragen
    vast: Bedragen
    variabel: Bedragen
    met_lde: Getallen


@dataclass(frozen=True, slots=True)
class Fijnheid:
    """How fine an amount can be by quarter: the largest denominator of what goes along with a wage,
    still times that of its rate of contribution, and of what goes along with a fraction of
    employment, still times the denominator of that fraction. `in_delen` is what days of the months
    add to both. In the quarters `fijn` floats may not tell a half cent for the finest of all."""

    van_loon: Bedragen
    per_breuk: Bedragen
    in_delen: Bedragen
    fijn: Getallen

    def voor(self, breuknoemer: int, bijdragenoemer: int) -> "Fijnheid":
        """With fractions of employment and rates that are multiples of one over these."""
        noemers = np.maximum(bijdragenoemer * self.van_loon, breuknoemer * self.per_breuk)
        return replace(self, fijn=np.flatnonzero(noemers > GROOTSTE_NOEMER))

    def twijfel(
        self, bedragen: Bedragen, breuk: Bedragen, noemer: Getallen, begin: int = 0
    ) -> list[tuple[int, int]]:
        """Which cells of a table of cents must be computed exactly, as (person, quarter).

        `breuk` is the fraction of employment of each row, `noemer` the denominator of its rates,
        `begin` the number of the first one. Many amounts are a half cent; floats tell that from
        nearly one, unless the denominator is large.
        """
        if not len(self.fijn):
            return []
        alle = len(self.fijn) == bedragen.shape[1]
        rijen, nummers = np.nonzero(twijfelachtig(bedragen if alle else bedragen[:, self.fijn]))
        plaatsen = self.fijn[nummers]
        miljoensten = np.rint(breuk[rijen] * MILJOEN).astype(np.int64)
        echt = self.is_fijn(plaatsen, miljoensten, noemer[rijen])
        return list(zip((rijen[echt] + begin).tolist(), plaatsen[echt].tolist(), strict=True))

    def is_fijn(
        self,
        plaatsen: Getallen,
        miljoensten: Getallen,
        noemer: Getallen,
        *,
        in_delen: bool = False,
    ) -> NDArray[np.bool_]:
        """Where floats may not tell a half cent: in these quarters, when fractions of employment
        are multiples of so many millionths, and rates of one over `noemer`; `in_delen` when days of
        the months are counted."""
        per_breuk = MILJOEN // np.gcd(miljoensten, MILJOEN) * self.per_breuk[plaatsen]
        fijnst = np.maximum(noemer * self.van_loon[plaatsen], per_breuk)
        if in_delen:
            fijnst = fijnst * self.in_delen[plaatsen]
        fijn: NDArray[np.bool_] = fijnst > GROOTSTE_NOEMER
        return fijn


@dataclass(frozen=True)
class Kwartaalkolommen:
    """The rates per quarter and month. Day numbers are (quarters × 3). `groei` and `kost` multiply
    a monthly wage with its contribution, which follows from `regimes[regime]`; `plafond` is the
    full-time cap in cents. In cents per quarter: `vast` has the flat guidance premium of each
    `Steunrijen.deel`, and `variabel` the other part by level. `fijn_loon`, `fijn_begeleiding` and
    `fijn_kost` are about the two premiums and the wage cost.
    """

    van: Getallen
    tot: Getallen
    groei: Bedragen
    kost: Bedragen
    regimes: tuple[Regime, ...]
    regime: Getallen
    plafond: Bedragen
    vast: Bedragen
    variabel: Mapping[str, Bedragen]
    fijn_loon: Fijnheid
    fijn_begeleiding: Fijnheid
    fijn_kost: Fijnheid

    def __len__(self) -> int:
        return len(self.van)

    @cached_property
    def plafond_per_kwartaal(self) -> Bedragen:
        """For the three months together."""
        som: Bedragen = self.plafond.sum(axis=1)
        return som

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


def steunkolommen(personen: Sequence[Persoon], kwartalen: Kwartaalkolommen) -> Steunkolommen:
    mensen = Mensen.van(personen)
    vorm = (max(len(mensen.steun), 1), len(kwartalen))
    rijen, nul = mensen.steunrijen, np.zeros(vorm)
    leeg = Steunkolommen(mensen.steun, mensen.verloop, nul, nul, nul, rijen.met_lde)
    return _met(leeg, rijen, kwartalen)


def met_adviezen(
    steun: Steunkolommen, adviezen: Sequence[tuple[Advies, ...]], kwartalen: Kwartaalkolommen
) -> Steunkolommen:
    """The tables with more advice laid over them, for each course in their order."""
    return _met(steun, Steunrijen.uit(adviezen), kwartalen)


def _met(steun: Steunkolommen, rijen: Steunrijen, kwartalen: Kwartaalkolommen) -> Steunkolommen:
    procent, vast, variabel = (t.copy() for t in (steun.procent, steun.vast, steun.variabel))
    eerste = kwartalen.van[:, 0]
    schijf, waar = rijen.schijven.cellen(eerste)
    procent[waar] = rijen.procent[schijf]
    if rijen.niveaus:
        rij, waar = rijen.begeleiding.cellen(eerste)
        lijnen = np.array([kwartalen.variabel[niveau] for niveau in rijen.niveaus])
        vast[waar] = kwartalen.vast[rijen.deel[rij], waar[1]]
        variabel[waar] = lijnen[rijen.niveau[rij], waar[1]]
    return replace(steun, procent=procent, vast=vast, variabel=variabel)


def met_fijnheid(
    kolommen: Kwartaalkolommen, breuknoemer: int, bijdragenoemer: int
) -> Kwartaalkolommen:
    """Fractions of employment are multiples of 1/`breuknoemer`, rates of contribution of
    1/`bijdragenoemer`."""
    return replace(
        kolommen,
        fijn_loon=kolommen.fijn_loon.voor(breuknoemer, bijdragenoemer),
        fijn_begeleiding=kolommen.fijn_begeleiding.voor(breuknoemer, 1),
        fijn_kost=kolommen.fijn_kost.voor(1, bijdragenoemer),
    )


@lru_cache(maxsize=32)
def kwartaalkolommen(tarieven: Tarieven) -> Kwartaalkolommen:
    """The forecasts of one page share their rates, and fractions are slow."""
    kwartalen = tarieven.kwartalen
    rijen = [tarief.maanden for tarief in kwartalen]
    hoog = _centen(tarief.vast_begin for tarief in kwartalen)
    laag = _centen(tarief.vast_later for tarief in kwartalen)
    telt_keten = [tarief.telt_keten for tarief in kwartalen]
    perioden = [[maand.periode for maand in rij] for rij in rijen]
    van = np.array([[dagnummer(p.van) for p in rij] for rij in perioden], np.int64)
    tot = np.array([[dagnummer(p.tot) for p in rij] for rij in perioden], np.int64)
    regimes: dict[Regime, int] = {}
    regime = [[regimes.setdefault(m.regime, len(regimes)) for m in rij] for rij in rijen]
    loon, begeleiding, kost = _fijnheden(tarieven.noemers, tot - van)
    return Kwartaalkolommen(
        van=van,
        tot=tot,
        groei=np.array([[float(m.index) for m in rij] for rij in rijen]),
        kost=np.array([[float(m.kostfactor) for m in rij] for rij in rijen]),
        regimes=tuple(regimes),
        regime=np.array(regime, np.int64),
        plafond=np.array([[float(100 * m.plafond) for m in rij] for rij in rijen]),
        vast=np.array([hoog, np.where(telt_keten, laag, hoog), laag]),
        variabel={
            niveau: _centen(tarief.variabel[niveau] for tarief in kwartalen)
            for niveau in kwartalen[0].variabel
        },
        fijn_loon=loon,
        fijn_begeleiding=begeleiding,
        fijn_kost=kost,
    )


def _fijnheden(noemers: Sequence[Noemers], dagen: Getallen) -> tuple[Fijnheid, Fijnheid, Fijnheid]:
    """Of the wage premium, the guidance premium and the wage cost."""
    # Over the days of each month, and for full-time jobs over three months.
    in_delen = 3.0 * np.lcm.reduce(dagen, axis=1)
    geen = np.zeros(0, np.int64)
    loon, kost, plafond, begeleiding = np.array(
        [[n.loon, n.kost, n.plafond, n.begeleiding] for n in noemers], np.float64
    ).T
    een = np.ones_like(kost)
    return (
        Fijnheid(loon, plafond, in_delen, geen),
        Fijnheid(een, begeleiding, in_delen, geen),
        Fijnheid(kost, een, in_delen, geen),
    )


def _centen(bedragen: Iterable[Decimal]) -> Bedragen:
    return np.array([float(bedrag * 100) for bedrag in bedragen], np.float64)
