"""How far reality may stray from a forecast: drawn futures of who leaves and who is extended.

What everybody brings in and costs stays as the forecast has it; a draw only decides until when it
counts. So the tables are computed once, and once more for extended support.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import Bedragen, Centen, euro
from financiering.domein.rekenmodel.klaverblad import (
    DIENSTBLADEN,
    IMW_PREMIES,
    OMKADERING,
    tarieflijn,
)
from financiering.domein.rekenmodel.kolommen import Getallen
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.scenario import verleng_aan_laatste_stap
from financiering.domein.rekenmodel.stand import Stand

TREKKINGEN: Final = 1000
ZAAD: Final = 20260701
_PERCENTIELEN: Final = (10, 50, 90)
# Cells of draws × people at a time: a block stays in the processor's cache, and memory does not
# grow with the number of draws times people.
_BLOK: Final = 75_000
# No draw is as high: who is not extended brings nothing extra in any quarter.
_NOOIT: Final = np.float32(2)

Loten = NDArray[np.float32]


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
        lijnen = np.percentile(saldi, _PERCENTIELEN, axis=1)
        return cls(*([euro(round(float(centen))) for centen in lijn] for lijn in lijnen))


@dataclass(frozen=True, slots=True)
class Inzet:
    """What hangs on people, in cents per quarter: `netto` (people × quarters) is gone when they
    are, and `extra` comes with an extension of the people `wie`. `eerste` is their first quarter
    in service."""

    netto: Bedragen
    eerste: Getallen
    wie: Getallen
    extra: Bedragen


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
    saldo = (prognose.totaal if dienst is None else prognose.diensten[dienst]).saldo
    vast = saldo - inzet.netto.sum(axis=0)
    return Band.van(vast[:, None] + trek(inzet, kansen, trekkingen, zaad))


def trek(inzet: Inzet, kansen: Kansen, trekkingen: int, zaad: int) -> Bedragen:
    """What hangs on people, added up in each drawn future: (quarters × draws)."""
    toeval = np.random.default_rng(zaad)
    lijnen = np.concatenate([inzet.netto, inzet.extra]).T.copy()
    blijft = _blijft(inzet, kansen.uitstroom_per_kwartaal)
    resultaat = np.empty((len(lijnen), trekkingen))
    stap = max(1, _BLOK // max(1, lijnen.shape[1]))
    for begin in range(0, trekkingen, stap):
        aantal = min(stap, trekkingen - begin)
        lot = _loten(toeval, inzet, kansen.verlenging, aantal)
        er_nog = np.empty(lot.shape)
        for kwartaal, lijn in enumerate(lijnen):
            er_nog[...] = lot < blijft[kwartaal]
            np.dot(er_nog, lijn, out=resultaat[kwartaal, begin : begin + aantal])
    return resultaat


def _blijft(inzet: Inzet, kans: float) -> Loten:
    """The chance to be there still in each quarter, (quarters × rows)."""
    eerste = np.concatenate([inzet.eerste, inzet.eerste[inzet.wie]])
    nummers = np.arange(inzet.netto.shape[1])[:, None] - eerste + 1
    resultaat: Loten = np.power(1 - kans, np.maximum(nummers, 0)).astype(np.float32)
    return resultaat


def _loten(toeval: np.random.Generator, inzet: Inzet, kans: float, aantal: int) -> Loten:
    """One number per draw and row. An extension is a row of its own, which leaves with the person
    when it is granted and never counts when it is not."""
    vertrek = toeval.random((aantal, len(inzet.netto)), dtype=np.float32)
    if not len(inzet.wie):
        return vertrek
    toegekend = toeval.random((aantal, len(inzet.wie)), dtype=np.float32) < np.float32(kans)
    return np.concatenate([vertrek, np.where(toegekend, vertrek[:, inzet.wie], _NOOIT)], axis=1)


def _inzet(prognose: Prognose, diensten: Sequence[str], *, met_verlenging: bool) -> Inzet:
    rijen = sorted({rij for dienst in diensten for rij in prognose.verdeling.rijen(dienst)})
    geld = sum(prognose.bladen.values()) - prognose.loonkost
    netto = _van_diensten(prognose, geld, diensten)[rijen]
    netto += _per_vte(prognose, diensten)[rijen]
    extra = np.zeros_like(netto)
    if met_verlenging:
        extra = _van_diensten(prognose, _meer_premie(prognose), diensten)[rijen]
    wie = np.flatnonzero(extra.any(axis=1))
    return Inzet(netto, (prognose.vte[rijen] > 0).argmax(axis=1), wie, extra[wie])


def _van_diensten(prognose: Prognose, tabel: Centen, diensten: Iterable[str]) -> Bedragen:
    """The part of a table that belongs to these services, for everybody."""
    resultaat = np.zeros(tabel.shape)
    for dienst in diensten:
        resultaat[prognose.verdeling.rijen(dienst)] += prognose.verdeling.deel(tabel, dienst)
    return resultaat


def _per_vte(prognose: Prognose, diensten: Iterable[str]) -> Bedragen:
    """The leaves that go along with full-time jobs, less the omkadering."""
    resultaat = np.zeros(prognose.vte.shape)
    for dienst in diensten:
        eigen = [b for b in prognose.stand.bedragen_van(dienst) if b.per_vte]
        erbij = tarieflijn((b for b in eigen if b.soort in DIENSTBLADEN), prognose.tarieven)
        eraf = tarieflijn((b for b in eigen if b.soort == OMKADERING), prognose.tarieven)
        per_job = [
            100 * float(meer - minder) / VTE for meer, minder in zip(erbij, eraf, strict=True)
        ]
        vte = prognose.verdeling.deel(prognose.vte, dienst)
        resultaat[prognose.verdeling.rijen(dienst)] += vte * np.array(per_job)
    return resultaat


def _meer_premie(prognose: Prognose) -> Centen:
    """What the premiums would be more, if everybody's support went on."""
    personen = tuple(verleng_aan_laatste_stap(persoon) for persoon in prognose.personen)
    verlengd = maak_prognose(Stand(prognose.stand.diensten, personen), prognose.tarieven)
    return sum(
        (verlengd.bladen[blad] - prognose.bladen[blad] for blad in IMW_PREMIES),
        np.zeros_like(prognose.vte),
    )
