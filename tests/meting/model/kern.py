"""The yardstick: the least that any program must do for both premiums, a forecast and a band.

No dates, no parts of a month, no courses to look up: dense arrays in, cents out.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_BLOK: Final = 512
# Half-up, and over the edge when a float lies just below a half cent.
_DREMPEL: Final = 0.5 + 1e-8


@dataclass(frozen=True, slots=True)
class Dicht:
    """Per employee `breuk`, and `met`: cents a month with the employer's contribution, for each set
    of rates; per quarter how often each counts (in the reference wage, and in its cost) and the
    full-time cap in cents; the rest (employees × quarters): percent, and cents."""

    met: NDArray[np.float64]
    breuk: NDArray[np.float64]
    loon: NDArray[np.float64]
    kost: NDArray[np.float64]
    plafond: NDArray[np.float64]
    procent: NDArray[np.float64]
    vast: NDArray[np.float64]
    variabel: NDArray[np.float64]


def premies(dicht: Dicht) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Wage premium and guidance premium in cents, in blocks that stay in the cache."""
    vorm = dicht.procent.shape
    loon, begeleiding = np.empty(vorm, np.int64), np.empty(vorm, np.int64)
    a, b = np.empty((_BLOK, vorm[1])), np.empty((_BLOK, vorm[1]))
    for begin in range(0, vorm[0], _BLOK):
        blok = slice(begin, min(begin + _BLOK, vorm[0]))
        x, y = a[: blok.stop - begin], b[: blok.stop - begin]
        breuk = dicht.breuk[blok, None]
        np.dot(dicht.met[blok], dicht.loon, out=x)
        np.multiply(breuk, dicht.plafond, out=y)
        np.minimum(x, y, out=x)
        np.multiply(x, dicht.procent[blok], out=x)
        x *= 0.01
        x += _DREMPEL
        loon[blok] = x
        np.multiply(breuk, dicht.variabel[blok], out=y)
        y += dicht.vast[blok]
        y += _DREMPEL
        begeleiding[blok] = y
    return loon, begeleiding


def prognose(
    dicht: Dicht, dienst: NDArray[np.int64], vast: NDArray[np.float64], per_vte: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """All lines of each service (`dienst` of each employee) in each quarter, and of the whole, in
    cents: both premiums, wages, full-time jobs, and the amounts that come with a service, either
    as they are or for each full-time job; (amounts × services × quarters)."""
    loon, begeleiding = premies(dicht)
    kost = np.rint(np.dot(dicht.met, dicht.kost))
    vte = np.broadcast_to(dicht.breuk[:, None], kost.shape)
    in_dienst = (dienst == np.arange(dienst.max() + 1)[:, None]).astype(float)
    sommen = np.stack([in_dienst @ tabel for tabel in (loon, begeleiding, kost, vte)])
    diensten = np.concatenate([sommen, vast, np.rint(per_vte * sommen[3])])
    return diensten, diensten.sum(axis=1)


def band(
    netto: NDArray[np.float64], kans: float, trekkingen: int, zaad: int
) -> NDArray[np.float64]:
    """p10, p50 and p90 per quarter of the sum of `netto` (employees × quarters) over who is still
    there, when everybody may leave in every quarter."""
    toeval = np.random.default_rng(zaad)
    lot = toeval.random((trekkingen, len(netto)), dtype=np.float32)
    blijft = np.power(1 - kans, np.arange(1, netto.shape[1] + 1)).astype(np.float32)
    som = np.empty((netto.shape[1], trekkingen))
    lijnen = netto.T.copy()
    er_nog = np.empty((250, len(netto)))
    for begin in range(0, trekkingen, 250):
        deel = lot[begin : begin + 250]
        for kwartaal, lijn in enumerate(lijnen):
            er_nog[: len(deel)] = deel < blijft[kwartaal]
            np.dot(er_nog[: len(deel)], lijn, out=som[kwartaal, begin : begin + len(deel)])
    return np.percentile(som, (10, 50, 90), axis=1)
