"""The leaves of one service, its cost, and what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, Self

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen, euro
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.rekenmodel.stand import Dienstbedrag
from financiering.domein.rekenmodel.tarieven import Tarieven


class Blad(StrEnum):
    """Where the money of a service comes from."""

    LOONPREMIE = "loonpremie"
    BEGELEIDINGSPREMIE = "begeleidingspremie"
    LDE_VERGOEDING = "lde_vergoeding"
    LOKALE_VERGOEDING = "lokale_vergoeding"
    VLAAMSE_VERGOEDING = "vlaamse_vergoeding"
    ALD_VERGOEDING = "ald_vergoeding"
    EIGEN_OPBRENGST = "eigen_opbrengst"


# What comes with an employee; the other leaves come with the service.
PERSOONSBLADEN: Final = (Blad.LOONPREMIE, Blad.BEGELEIDINGSPREMIE, Blad.LDE_VERGOEDING)
DIENSTBLADEN: Final = tuple(blad for blad in Blad if blad not in PERSOONSBLADEN)
# The two leaves that "average premium per full-time job" is about.
IMW_PREMIES: Final = (Blad.LOONPREMIE, Blad.BEGELEIDINGSPREMIE)
OMKADERING: Final = "omkadering"


@dataclass(frozen=True, slots=True)
class Klaverblad:
    """Income and cost per quarter, in cents; `vte` in units of 1/`VTE` full-time job."""

    bladen: Mapping[Blad, Centen]
    loonkost: Centen
    omkadering: Centen
    vte: Centen

    @classmethod
    def van_mensen(cls, bladen: Mapping[Blad, Centen], loonkost: Centen, vte: Centen) -> Self:
        """What comes with employees only; a leaf that is not there is zero."""
        nul = np.zeros_like(loonkost)
        return cls({blad: bladen.get(blad, nul) for blad in Blad}, loonkost, nul, vte)

    @classmethod
    def samen(cls, delen: Sequence[Self], kwartalen: int) -> Self:
        """The sum of rounded amounts; zeros when there is nothing to add up."""
        nul = np.zeros(kwartalen, np.int64)
        return cls(
            {blad: sum((deel.bladen[blad] for deel in delen), nul) for blad in Blad},
            sum((deel.loonkost for deel in delen), nul),
            sum((deel.omkadering for deel in delen), nul),
            sum((deel.vte for deel in delen), nul),
        )

    def met_dienst(self, bedragen: Iterable[Dienstbedrag], tarieven: Tarieven) -> Self:
        """The people of a service, with the amounts that come with the service itself."""
        soorten: dict[str, list[Dienstbedrag]] = {}
        for bedrag in bedragen:
            soorten.setdefault(bedrag.soort, []).append(bedrag)
        nul = np.zeros_like(self.loonkost)
        lijnen = {soort: dienstbedrag(b, self.vte, tarieven) for soort, b in soorten.items()}
        bladen = dict(self.bladen) | {blad: lijnen.get(blad, nul) for blad in DIENSTBLADEN}
        return replace(self, bladen=bladen, omkadering=lijnen.get(OMKADERING, nul))

    @property
    def ontvangen(self) -> Self:
        """By quarter of receipt, without the first quarter: what comes with an employee is paid in
        the quarter after (docs/regels.md#payment); what comes with a service, and the cost, at
        once."""
        return type(self)(
            {
                blad: centen[:-1] if blad in PERSOONSBLADEN else centen[1:]
                for blad, centen in self.bladen.items()
            },
            self.loonkost[1:],
            self.omkadering[1:],
            self.vte[1:],
        )

    @property
    def inkomsten(self) -> Centen:
        return sum(self.bladen.values(), np.zeros_like(self.loonkost))

    @property
    def kosten(self) -> Centen:
        return self.loonkost + self.omkadering

    @property
    def saldo(self) -> Centen:
        return self.inkomsten - self.kosten

    @property
    def gemiddelde_premie(self) -> list[Decimal]:
        return [self.gemiddelde_premie_in(plaats) for plaats in range(len(self.vte))]

    def gemiddelde_premie_in(self, plaats: int) -> Decimal:
        """The IMW premiums over the full-time jobs of the quarter, in euro; 0 without jobs."""
        premies = sum(int(self.bladen[blad][plaats]) for blad in IMW_PREMIES)
        return _per_vte(premies, int(self.vte[plaats]))

    def vte_in_jobs(self, plaats: int) -> Decimal:
        """Full-time jobs in a quarter, with two decimals."""
        jobs = Decimal(int(self.vte[plaats])) / VTE
        return jobs.quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def eerste_tekort(self) -> int | None:
        """The place of the first quarter in which the cost is higher; None when there is none."""
        onder = np.flatnonzero(self.saldo < 0)
        return int(onder[0]) if len(onder) else None

    @property
    def blijvend_tekort(self) -> int | None:
        """The first quarter of the shortage that lasts to the end; None when it ends in order."""
        boven = np.flatnonzero(self.saldo >= 0)
        eerste = int(boven[-1]) + 1 if len(boven) else 0
        return eerste if eerste < len(self.saldo) else None


def dienstbedrag(bedragen: Iterable[Dienstbedrag], vte: Centen, tarieven: Tarieven) -> Centen:
    """Amounts of one service and one kind, added up per quarter in cents and rounded once."""
    som = _optelling(bedragen, tarieven)
    if not (som[0, 1].any() or som[1].any()):
        centen: Centen = som[0, 0]
        return centen
    (vast, groeit), (per_job, per_job_groeit) = som.tolist()
    regels = zip(
        vast, groeit, per_job, per_job_groeit, _indexen(tarieven), vte.tolist(), strict=True
    )
    return np.array(
        [_rond(v * d + vg * t, m * d + mg * t, d, n) for v, vg, m, mg, (t, d), n in regels],
        np.int64,
    )


def _rond(vast: int, per_job: int, deler: int, vte: int) -> int:
    """In cents; a half goes up. Whole numbers, because fractions are slow: both over `deler`."""
    noemer = deler * VTE
    return (2 * (vast * VTE + per_job * vte) + noemer) // (2 * noemer)


def _optelling(bedragen: Iterable[Dienstbedrag], tarieven: Tarieven) -> Centen:
    """Added up in cents, as if nothing grew: (for each full-time job or not × indexed or not ×
    quarters)."""
    som = np.zeros((2, 2, len(tarieven)), np.int64)
    for bedrag in bedragen:
        waar = int(bedrag.per_vte), int(bedrag.geindexeerd), tarieven.plaatsen(bedrag.periode)
        som[waar] += int(100 * bedrag.bedrag)
    return som


@lru_cache(maxsize=32)
def _indexen(tarieven: Tarieven) -> tuple[tuple[int, int], ...]:
    """By quarter. All services of a forecast grow along with the same ones."""
    return tuple(tarief.index.as_integer_ratio() for tarief in tarieven.kwartalen)


def _per_vte(centen: int, vte: int) -> Decimal:
    if not vte:
        return euro(0)
    return (Decimal(centen) * VTE / vte / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
