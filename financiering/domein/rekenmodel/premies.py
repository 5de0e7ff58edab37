"""Both premiums and the wage cost of every employee in every quarter, to the cent.

Whole quarters go through the tables block by block, so that a block stays in the processor's
cache; quarters that a contract fills in part are few and are added after. The formulas are those
of `exact`, where each stands on its own; tests hold the two against each other.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from financiering.domein.rekenmodel.afronding import (
    DREMPEL,
    GROOTSTE_NOEMER,
    Bedragen,
    Centen,
    twijfelachtig,
)
from financiering.domein.rekenmodel.dekking import Cellen, Dekking, Rest, Vol
from financiering.domein.rekenmodel.kolommen import (
    Contractkolommen,
    Kwartaalkolommen,
    Steunkolommen,
)

# Rows at a time: with 40 quarters two buffers of this size fit the second-level cache.
_BLOK: Final = 512


@dataclass(frozen=True, slots=True)
class Premies:
    """Cents, (persons × quarters). `twijfel` lists the (person, quarter) cells that lie so near
    to a half cent that floats cannot tell; the caller computes those exactly."""

    loonpremie: Centen
    begeleidingspremie: Centen
    twijfel: list[tuple[int, int]]


def bereken_premies(
    contracten: Contractkolommen,
    steun: Steunkolommen,
    kwartalen: Kwartaalkolommen,
    dekking: Dekking,
) -> Premies:
    """Both premiums of everybody; `twijfel` is nearly always short."""
    vorm = (len(steun.verloop), len(kwartalen))
    loon, begeleiding = np.empty(vorm, np.int64), np.empty(vorm, np.int64)
    grof = kwartalen.noemer <= GROOTSTE_NOEMER
    factoren = kwartalen.loon.sum(axis=1), kwartalen.plafond.sum(axis=1)
    twijfel: list[tuple[int, int]] = []
    for begin in range(0, vorm[0], _BLOK):
        blok = slice(begin, min(begin + _BLOK, vorm[0]))
        bedragen = _volle_kwartalen(dekking.vol, steun, factoren, blok)
        for uit, bedrag in zip((loon, begeleiding), bedragen, strict=True):
            if not grof:
                twijfel += _cellen(twijfelachtig(bedrag), begin)
            uit[blok] = np.add(bedrag, DREMPEL, out=bedrag)
    twijfel += _tel_rest_bij(contracten, steun, kwartalen, dekking.rest, (loon, begeleiding))
    return Premies(loon, begeleiding, twijfel)


def _volle_kwartalen(
    vol: Vol, steun: Steunkolommen, factoren: tuple[Bedragen, Bedragen], blok: slice
) -> tuple[Bedragen, Bedragen]:
    """The premiums of the quarters that one contract fills, unrounded; 0 in all others."""
    loonfactor, plafond = factoren
    rij, nummers = steun.verloop[blok], np.arange(len(loonfactor))
    geldt = (vol.van[blok, None] <= nummers) & (nummers < vol.tot[blok, None])
    breuk = vol.breuk[blok, None]
    loon = vol.bruto[blok, None] * loonfactor
    np.minimum(loon, breuk * plafond, out=loon)
    loon *= steun.procent[rij]
    loon *= geldt
    begeleiding = steun.variabel[rij]
    begeleiding *= breuk
    begeleiding += steun.vast[rij]
    begeleiding *= geldt
    return loon, begeleiding


def _tel_rest_bij(
    contracten: Contractkolommen,
    steun: Steunkolommen,
    kwartalen: Kwartaalkolommen,
    rest: Rest,
    uit: tuple[Centen, Centen],
) -> list[tuple[int, int]]:
    """Fill in the cells that were left over, and name the doubtful ones."""
    if not len(rest):
        return []
    cellen = Cellen.van(contracten, rest, len(kwartalen))
    persoon, kwartaal = cellen.persoon, cellen.kwartaal
    rij = steun.verloop[persoon]
    breuk, bruto = contracten.breuk[rest.contract], contracten.bruto[rest.contract]
    referte = cellen.som(bruto * (rest.aandeel * kwartalen.loon[rest.kwartaal]).sum(axis=1))
    plafond = cellen.som(breuk * (rest.aandeel * kwartalen.plafond[rest.kwartaal]).sum(axis=1))
    loon = np.minimum(referte, plafond) * steun.procent[rij, kwartaal]
    vte = cellen.som(breuk * rest.aandeel.sum(axis=1)) / 3
    begeleiding = steun.vast[rij, kwartaal] + steun.variabel[rij, kwartaal] * vte
    for tabel, bedrag in zip(uit, (loon, begeleiding), strict=True):
        tabel[persoon, kwartaal] = bedrag + DREMPEL
    return cellen.namen(twijfelachtig(loon) | twijfelachtig(begeleiding))


def _cellen(waar: np.ndarray, begin: int) -> list[tuple[int, int]]:
    return [(begin + int(rij), int(kolom)) for rij, kolom in np.argwhere(waar)]
