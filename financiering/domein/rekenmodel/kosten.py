"""What everybody costs, and how many full-time jobs that are, in every quarter."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import (
    DREMPEL,
    MILJOEN,
    Centen,
)
from financiering.domein.rekenmodel.bijdragekolommen import Bijdragen
from financiering.domein.rekenmodel.dekking import Dekking, Rest
from financiering.domein.rekenmodel.kolommen import Kwartaalkolommen
from financiering.domein.rekenmodel.mensen import Contractkolommen

# Days over days of a month are whole numbers in this unit: months have 28 to 31 days.
DAGEENHEID: Final = 28 * 3 * 5 * 29 * 31
# One full-time job in one quarter, in the whole numbers of `Kosten.vte`.
VTE: Final = 3 * DAGEENHEID * MILJOEN


@dataclass(frozen=True, slots=True)
class Kosten:
    """(persons × quarters): `loonkost` in cents, `vte` in units of 1/`VTE` full-time job.

    `twijfel` as in `Premies`.
    """

    loonkost: Centen
    vte: NDArray[np.int64]
    twijfel: list[tuple[int, int]]


def bereken_kosten(
    contracten: Contractkolommen,
    kwartalen: Kwartaalkolommen,
    dekking: Dekking,
    bijdragen: Bijdragen,
) -> Kosten:
    vol, rest = dekking.vol, dekking.rest
    loonkost = np.empty((len(vol.rij), len(kwartalen)), np.int64)
    twijfel: list[tuple[int, int]] = []
    for blok, geldt in vol.blokken():
        bedrag = np.dot(bijdragen.met[blok], bijdragen.kost)
        bedrag *= geldt
        twijfel += kwartalen.fijn_kost.twijfel(
            bedrag, vol.breuk[blok], bijdragen.noemer[blok], blok.start
        )
        bedrag += DREMPEL
        loonkost[blok] = bedrag
    if len(rest):
        kost = rest.som(rest.van_maanden(kwartalen.kost, bijdragen.rest))
        loonkost[rest.persoon, rest.kwartaal] = kost + DREMPEL
        twijfel += rest.twijfel(contracten, kwartalen.fijn_kost, kost, bijdragen.noemer)
    return Kosten(loonkost, bereken_vte(contracten, dekking), twijfel)


def bereken_vte(contracten: Contractkolommen, dekking: Dekking) -> NDArray[np.int64]:
    """(persons × quarters), in units of 1/`VTE` full-time job; exact."""
    vol, rest = dekking.vol, dekking.rest
    heel = np.rint(vol.breuk * MILJOEN) * (VTE // MILJOEN)
    vte = np.empty((len(vol.rij), vol.geldt.shape[1]), np.int64)
    for blok, geldt in vol.blokken():
        vte[blok] = geldt * heel[blok, None]
    if len(rest):
        paren = contracten.persoon[rest.contract], rest.paarkwartaal
        np.add.at(vte, paren, _vte_van(contracten, rest))
    return vte


def _vte_van(contracten: Contractkolommen, rest: Rest) -> NDArray[np.int64]:
    """What each pair of a contract and a quarter adds, in units of 1/`VTE`."""
    per_maand = np.rint(rest.aandeel * DAGEENHEID).astype(np.int64)
    dagen = np.einsum("pm->p", per_maand)
    resultaat: NDArray[np.int64] = contracten.miljoensten[rest.contract] * dagen
    return resultaat
