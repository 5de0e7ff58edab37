"""The leaves of one service, its cost, and what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, Self

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen, euro, rond_af
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
    def samen(cls, delen: Sequence[Self], kwartalen: int) -> Self:
        """The sum of rounded amounts; zeros when there is nothing to add up."""
        nul = np.zeros(kwartalen, np.int64)
        return cls(
            {blad: sum((deel.bladen[blad] for deel in delen), nul) for blad in Blad},
            sum((deel.loonkost for deel in delen), nul),
            sum((deel.omkadering for deel in delen), nul),
            sum((deel.vte for deel in delen), nul),
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
        """The IMW premiums over the full-time jobs of the quarter, in euro; 0 without jobs."""
        premies = sum((self.bladen[blad] for blad in IMW_PREMIES), np.zeros_like(self.loonkost))
        return [_per_vte(int(p), int(v)) for p, v in zip(premies, self.vte, strict=True)]

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
    """Amounts of one service and one kind, added up per quarter in cents and rounded once.

    The amount in force on the first day of the quarter counts for all of it.
    """
    alle = tuple(bedragen)
    exact = [Fraction(0)] * len(tarieven)
    for plaats, tarief in enumerate(tarieven.kwartalen):
        dag = tarief.kwartaal.eerste_dag
        for bedrag in alle:
            if dag in bedrag.periode:
                maal = Fraction(int(vte[plaats]), VTE) if bedrag.per_vte else Fraction(1)
                groei = tarief.index if bedrag.geindexeerd else Fraction(1)
                exact[plaats] += Fraction(bedrag.bedrag) * maal * groei
    return np.array([rond_af(100 * bedrag) for bedrag in exact], np.int64)


def _per_vte(centen: int, vte: int) -> Decimal:
    if not vte:
        return euro(0)
    return (Decimal(centen) * VTE / vte / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
