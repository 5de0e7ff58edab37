"""Which quarters a contract fills from the first to the last day, and what is left over."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from financiering.domein.rekenmodel.afronding import Bedragen
from financiering.domein.rekenmodel.kolommen import (
    Contractkolommen,
    Getallen,
    Kwartaalkolommen,
)


@dataclass(frozen=True, slots=True)
class Vol:
    """Per person: the one contract that fills the quarters `van` up to `tot`.

    Who has more contracts than one has no full quarters here: all of theirs are left over.
    """

    van: Getallen
    tot: Getallen
    breuk: Bedragen
    bruto: Bedragen


@dataclass(frozen=True, slots=True)
class Rest:
    """Pairs of a contract and a quarter that it fills in part, or shares with another contract.

    `aandeel` is (pairs × 3 months): the days of the contract over those of the month.
    """

    contract: Getallen
    kwartaal: Getallen
    aandeel: Bedragen

    def __len__(self) -> int:
        return len(self.contract)


@dataclass(frozen=True, slots=True)
class Cellen:
    """The (person, quarter) cells of a Rest, each once; `plaats[pair]` is its cell."""

    persoon: Getallen
    kwartaal: Getallen
    plaats: Getallen

    @classmethod
    def van(cls, contracten: Contractkolommen, rest: Rest, kwartalen: int) -> Self:
        sleutel = contracten.persoon[rest.contract] * kwartalen + rest.kwartaal
        cel, plaats = np.unique(sleutel, return_inverse=True)
        return cls(*np.divmod(cel, kwartalen), plaats)

    def som(self, bedragen: Bedragen) -> Bedragen:
        """Add up the contracts of each cell."""
        som: Bedragen = np.bincount(self.plaats, bedragen, len(self.persoon)).astype(np.float64)
        return som

    def namen(self, waar: np.ndarray) -> list[tuple[int, int]]:
        """The cells where this is true, as (person, quarter)."""
        plaatsen = zip(self.persoon[waar], self.kwartaal[waar], strict=True)
        return [(int(persoon), int(kwartaal)) for persoon, kwartaal in plaatsen]


@dataclass(frozen=True, slots=True)
class Dekking:
    vol: Vol
    rest: Rest


def bepaal_dekking(
    contracten: Contractkolommen, kwartalen: Kwartaalkolommen, personen: int
) -> Dekking:
    """Split what the contracts cover into whole quarters and the rest."""
    aantal = np.bincount(contracten.persoon, minlength=personen)
    alleen = aantal[contracten.persoon] == 1
    eerste = np.searchsorted(kwartalen.einde, contracten.van, "right")
    laatste = np.searchsorted(kwartalen.begin, contracten.tot, "left")
    vol_van = np.searchsorted(kwartalen.begin, contracten.van, "left")
    vol_tot = np.searchsorted(kwartalen.einde, contracten.tot, "right")
    vol_van = np.where(alleen, vol_van, laatste)
    vol_tot = np.where(alleen, vol_tot, laatste)
    rest = _rest(contracten, kwartalen, (eerste, laatste), (vol_van, vol_tot))
    return Dekking(_vol(contracten, alleen, (vol_van, vol_tot), personen), rest)


def _vol(
    contracten: Contractkolommen,
    alleen: np.ndarray,
    vol: tuple[Getallen, Getallen],
    personen: int,
) -> Vol:
    """Lay the single contracts in the places of their persons; nothing for the others."""
    wie = contracten.persoon[alleen]
    van, tot = np.zeros(personen, np.int64), np.zeros(personen, np.int64)
    breuk, bruto = np.zeros(personen), np.zeros(personen)
    van[wie], tot[wie] = vol[0][alleen], vol[1][alleen]
    breuk[wie], bruto[wie] = contracten.breuk[alleen], contracten.bruto[alleen]
    return Vol(van, tot, breuk, bruto)


def _rest(
    contracten: Contractkolommen,
    kwartalen: Kwartaalkolommen,
    loopt: tuple[Getallen, Getallen],
    vol: tuple[Getallen, Getallen],
) -> Rest:
    """The quarters before the first full one, and those after the last."""
    (eerste, laatste), (vol_van, vol_tot) = loopt, vol
    voor = _paren(eerste, np.minimum(vol_van, laatste))
    na = _paren(np.maximum(np.maximum(vol_tot, vol_van), eerste), laatste)
    contract, kwartaal = (np.concatenate(delen) for delen in zip(voor, na, strict=True))
    einde = np.minimum(contracten.tot[contract, None], kwartalen.tot[kwartaal])
    begin = np.maximum(contracten.van[contract, None], kwartalen.van[kwartaal])
    lengte = kwartalen.tot[kwartaal] - kwartalen.van[kwartaal]
    return Rest(contract, kwartaal, np.maximum(einde - begin, 0) / lengte)


def _paren(van: Getallen, tot: Getallen) -> tuple[Getallen, Getallen]:
    """Every (row, number) with number from `van` up to `tot` of the row."""
    lengte = np.maximum(tot - van, 0)
    rij = np.repeat(np.arange(len(van)), lengte)
    begin = np.repeat(np.cumsum(lengte) - lengte, lengte)
    return rij, np.arange(len(rij)) - begin + np.repeat(van, lengte)
