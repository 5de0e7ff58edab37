"""How far reality may stray from a forecast: drawn futures of who leaves and who is extended.

What everybody brings in and costs stays as the forecast has it; a draw only decides until when it
counts. So the tables are computed once, and once more for extended support.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log1p
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.aandelen import verdeel_rijen
from financiering.domein.rekenmodel.afronding import Bedragen, euro
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.rekenmodel.persoon import Advies
from financiering.domein.rekenmodel.prognose import Prognose, premies_met
from financiering.domein.rekenmodel.scenario import zoals_ze_eindigt

TREKKINGEN: Final = 1000
ZAAD: Final = 20260701
_DELEN: Final = (0.1, 0.5, 0.9)
# Cells of draws × people at a time: a block stays in the processor's cache, and memory does not
# grow with the number of draws times people.
_BLOK: Final = 150_000
_GROF: Final = 4096


@dataclass(frozen=True, slots=True)
class Kansen:
    """Between 0 and 1. `uitstroom_per_kwartaal`: that somebody is gone from the start of a quarter
    on, in each quarter in service. `verlenging`: that the support goes on at its last step."""

    uitstroom_per_kwartaal: float
    verlenging: float

    def __post_init__(self) -> None:
        """Raise ValueError for what is no chance."""
        if not (0 <= self.uitstroom_per_kwartaal <= 1 and 0 <= self.verlenging <= 1):
            raise ValueError("Een kans ligt tussen 0 en 100 %.")


@dataclass(frozen=True, slots=True)
class Band:
    """The balance per quarter in euro: one drawn future in ten lies below `p10`, half below `p50`,
    and one in ten above `p90`."""

    p10: list[Decimal]
    p50: list[Decimal]
    p90: list[Decimal]

    @classmethod
    def van(cls, saldi: Bedragen) -> Self:
        """From cents, (quarters × draws)."""
        op_volgorde = np.rint(np.sort(saldi, axis=1)).astype(np.int64)
        plaatsen = (round(deel * (saldi.shape[1] - 1)) for deel in _DELEN)
        return cls(*([euro(centen) for centen in op_volgorde[:, nr].tolist()] for nr in plaatsen))


@dataclass(frozen=True, slots=True)
class Inzet:
    """What hangs on people, in whole cents per quarter. The rows of `netto` are `mensen` people: it
    is gone when they are. The rows after that come with an extension, of the first people in the
    same order. `vanaf` is the first quarter in service of each person."""

    netto: Bedragen
    mensen: int
    vanaf: NDArray[np.float32]


def trek_band(
    prognose: Prognose,
    kansen: Kansen,
    *,
    dienst: str | None = None,
    trekkingen: int = TREKKINGEN,
    zaad: int = ZAAD,
) -> Band:
    """The balance of the organisation, or of one service, over drawn futures; the same seed gives
    the same band. Nobody is replaced. Leaves per full-time job and the omkadering go along with
    people, fixed leaves do not."""
    diensten = prognose.stand.diensten if dienst is None else (dienst,)
    inzet = _inzet(prognose, diensten, met_verlenging=kansen.verlenging > 0)
    leeg = [_zonder_mensen(prognose, naam) for naam in diensten]
    vast = Klaverblad.samen(leeg, len(prognose.tarieven)).saldo
    return Band.van(vast[:, None] + trek(inzet, kansen, trekkingen, zaad))


def trek(inzet: Inzet, kansen: Kansen, trekkingen: int, zaad: int) -> Bedragen:
    """What hangs on people, added up in each drawn future: (quarters × draws)."""
    toeval = np.random.default_rng(zaad)
    kwartalen = inzet.netto.shape[1]
    lijnen = _grof_en_fijn(inzet.netto.T)
    # Rows that bring nothing yet stand last, and need not be looked at.
    telt = [int(np.flatnonzero(lijn).max(initial=-1)) + 1 for lijn in inzet.netto.T]
    resultaat = np.empty((kwartalen, trekkingen))
    stap = max(1, _BLOK // max(1, len(inzet.netto)))
    for begin in range(0, trekkingen, stap):
        blok = slice(begin, min(begin + stap, trekkingen))
        tot = _tot(toeval, inzet, kansen, blok.stop - blok.start)
        er_nog = np.empty(tot.shape, np.float32)
        for kwartaal, rijen in enumerate(telt):
            er_nog[:, :rijen] = tot[:, :rijen] > kwartaal
            delen = er_nog[:, :rijen] @ lijnen[kwartaal, :rijen]
            delen.sum(axis=1, dtype=np.float64, out=resultaat[kwartaal, blok])
    return resultaat


def _grof_en_fijn(bedragen: Bedragen) -> NDArray[np.float32]:
    """Each amount as two numbers that single precision, which is twice as fast, adds up without
    losing a cent: a multiple of `_GROF`, and what is left."""
    grof = np.rint(bedragen / _GROF) * _GROF
    return np.stack([grof, bedragen - grof], axis=-1).astype(np.float32)


def _tot(
    toeval: np.random.Generator, inzet: Inzet, kansen: Kansen, aantal: int
) -> NDArray[np.int16]:
    """By draw and row: the quarter from which it no longer counts. An extension leaves with the
    person when it is granted, and never counts when it is not."""
    mensen, kwartalen = inzet.mensen, inzet.netto.shape[1]
    tot = np.empty((aantal, len(inzet.netto)), np.int16)
    tot[:, :mensen] = kwartalen
    if kansen.uitstroom_per_kwartaal > 0:
        lot = toeval.standard_exponential((aantal, mensen), dtype=np.float32)
        lot *= np.float32(_gemiddeld(kansen.uitstroom_per_kwartaal))
        lot += inzet.vanaf
        np.minimum(lot, kwartalen, out=tot[:, :mensen], casting="unsafe")
    met = len(inzet.netto) - mensen
    if met:
        toegekend = toeval.random((aantal, met), dtype=np.float32) < np.float32(kansen.verlenging)
        np.multiply(tot[:, :met], toegekend, out=tot[:, mensen:])
    return tot


def _gemiddeld(kans: float) -> float:
    """The mean of the exponential time whose whole quarters are those that somebody stays, when
    they leave with this chance in each quarter."""
    return 0.0 if kans == 1 else -1 / log1p(-kans)


def _inzet(prognose: Prognose, diensten: Sequence[str], *, met_verlenging: bool) -> Inzet:
    rijen = sorted({rij for dienst in diensten for rij in prognose.verdeling.rijen(dienst)})
    netto = _van_mensen(prognose, diensten)[rijen]
    vanaf = (prognose.vte[rijen] > 0).argmax(axis=1).astype(np.float32)
    if not met_verlenging:
        return Inzet(netto, len(rijen), vanaf)
    extra = _meer_premie(prognose, diensten)[rijen]
    begint = np.where(extra.any(axis=1), (extra != 0).argmax(axis=1), len(prognose.tarieven))
    orde = np.argsort(begint, kind="stable")
    met = orde[: np.count_nonzero(begint < len(prognose.tarieven))]
    return Inzet(np.concatenate([netto[orde], extra[met]]), len(rijen), vanaf[orde])


def _van_mensen(prognose: Prognose, diensten: Iterable[str]) -> Bedragen:
    """What everybody brings in and costs in these services, with a share in what goes along with
    full-time jobs: whole cents that add up to the balance of who is there."""
    resultaat = np.zeros(prognose.vte.shape)
    for dienst in diensten:
        hier, rijen = prognose.in_dienst(dienst), prognose.verdeling.rijen(dienst)
        per_vte = prognose.diensten[dienst].saldo - prognose.mensen(dienst).saldo
        per_vte -= _zonder_mensen(prognose, dienst).saldo
        geld = sum(hier.bladen.values()) - hier.loonkost
        resultaat[rijen] += geld + verdeel_rijen(per_vte, hier.vte, rijen)
    return resultaat


def _zonder_mensen(prognose: Prognose, dienst: str) -> Klaverblad:
    """A service when nobody works there: its fixed leaves."""
    nul = np.zeros(len(prognose.tarieven), np.int64)
    leeg = Klaverblad.van_mensen({}, nul, nul)
    return leeg.met_dienst(prognose.stand.bedragen_van(dienst), prognose.tarieven)


def _meer_premie(prognose: Prognose, diensten: Iterable[str]) -> Bedragen:
    """What the premiums would be more in these services, if everybody's support went on."""
    verdeling, resultaat = prognose.verdeling, np.zeros(prognose.vte.shape)
    begin = prognose.tarieven.van.eerste_dag

    def erbij(adviezen: Iterable[Advies]) -> tuple[Advies, ...]:
        return zoals_ze_eindigt(adviezen, begin)

    for blad, tabel in premies_met(prognose, erbij).items():
        (delen,) = verdeling.splits([tabel], [verdeling.gewicht.bladen[blad]])
        meer, meer_delen = tabel - prognose.bladen[blad], delen - prognose.delen.bladen[blad]
        for dienst in diensten:
            resultaat[verdeling.rijen(dienst)] += verdeling.deel(meer, meer_delen, dienst)
    return resultaat
