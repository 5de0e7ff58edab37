"""What everybody costs, and how many full-time jobs that are, in every quarter."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import (
    DREMPEL,
    GROOTSTE_NOEMER,
    Bedragen,
    Centen,
    twijfelachtig,
)
from financiering.domein.rekenmodel.dekking import Cellen, Dekking, Rest
from financiering.domein.rekenmodel.kolommen import Contractkolommen, Kwartaalkolommen

# Days over days of a month are whole numbers in this unit: months have 28 to 31 days.
_DAGEENHEID: Final = 28 * 3 * 5 * 29 * 31
_MILJOENSTE: Final = 10**6
# One full-time job in one quarter, in the whole numbers of `Kosten.vte`.
VTE: Final = 3 * _DAGEENHEID * _MILJOENSTE


@dataclass(frozen=True, slots=True)
class Kosten:
    """(persons × quarters): `loonkost` in cents, `vte` in units of 1/`VTE` full-time job.

    `twijfel` as in `Premies`.
    """

    loonkost: Centen
    vte: NDArray[np.int64]
    twijfel: list[tuple[int, int]]


def bereken_kosten(
    contracten: Contractkolommen, kwartalen: Kwartaalkolommen, dekking: Dekking
) -> Kosten:
    vol, nummers = dekking.vol, np.arange(len(kwartalen))
    geldt = (vol.van[:, None] <= nummers) & (nummers < vol.tot[:, None])
    bedrag = vol.bruto[:, None] * kwartalen.kost.sum(axis=1) * geldt
    twijfel = [] if kwartalen.noemer <= GROOTSTE_NOEMER else _plaatsen(twijfelachtig(bedrag))
    loonkost = (bedrag + DREMPEL).astype(np.int64)
    vte = _miljoensten(vol.breuk)[:, None] * (VTE // _MILJOENSTE) * geldt
    if len(dekking.rest):
        twijfel += _tel_rest_bij(contracten, kwartalen, dekking.rest, (loonkost, vte))
    return Kosten(loonkost, vte, twijfel)


def _tel_rest_bij(
    contracten: Contractkolommen,
    kwartalen: Kwartaalkolommen,
    rest: Rest,
    uit: tuple[Centen, NDArray[np.int64]],
) -> list[tuple[int, int]]:
    loonkost, vte = uit
    cellen = Cellen.van(contracten, rest, len(kwartalen))
    bruto = contracten.bruto[rest.contract]
    kost = cellen.som(bruto * (rest.aandeel * kwartalen.kost[rest.kwartaal]).sum(axis=1))
    loonkost[cellen.persoon, cellen.kwartaal] = kost + DREMPEL
    np.add.at(vte, (contracten.persoon[rest.contract], rest.kwartaal), vte_van(contracten, rest))
    return cellen.namen(twijfelachtig(kost))


def vte_van(contracten: Contractkolommen, rest: Rest) -> NDArray[np.int64]:
    """What each pair of a contract and a quarter adds, in units of 1/`VTE`."""
    dagen = np.rint(rest.aandeel * _DAGEENHEID).astype(np.int64).sum(axis=1)
    resultaat: NDArray[np.int64] = _miljoensten(contracten.breuk[rest.contract]) * dagen
    return resultaat


def _miljoensten(breuken: Bedragen) -> NDArray[np.int64]:
    return np.rint(breuken * _MILJOENSTE).astype(np.int64)


def _plaatsen(waar: np.ndarray) -> list[tuple[int, int]]:
    return [(int(rij), int(kolom)) for rij, kolom in np.argwhere(waar)]
