"""Which quarters a contract fills from the first to the last day, and what is left over."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from financiering.domein.rekenmodel.afronding import Bedragen, twijfelachtig
from financiering.domein.rekenmodel.dagen import Getallen
from financiering.domein.rekenmodel.kolommen import Fijnheid, Kwartaalkolommen
from financiering.domein.rekenmodel.mensen import Contractkolommen

# Rows at a time: with 40 quarters the tables of a block fit the second-level cache.
_BLOK: Final = 512


@dataclass(frozen=True, slots=True)
class Vol:
    """Per person: the quarters that each of their contracts fills, and what these add up to.

    Most people share these quarters with others, so they stand once: `geldt[rij[person]]` is 1 in
    full quarters and 0 in the others. `van` up to `tot` are the same quarters; `van` is not before
    `tot` for who has none.
    """

    van: Getallen
    tot: Getallen
    rij: Getallen
    geldt: Bedragen
    breuk: Bedragen
    bruto: Bedragen

    def blokken(self) -> Iterator[tuple[slice, Bedragen]]:
        """All rows a block at a time, each with its 1 in full quarters and 0 in the others."""
        for begin in range(0, len(self.rij), _BLOK):
            blok = slice(begin, min(begin + _BLOK, len(self.rij)))
            yield blok, self.geldt.take(self.rij[blok], axis=0)


@dataclass(frozen=True, slots=True)
class Rest:
    """Pairs of a contract and a quarter in which it runs, outside the full quarters of its person.

    `aandeel` is (pairs × 3 months): the days of the contract over those of the month. The cells
    (`persoon`, `kwartaal`) of these pairs stand once each; `cel[pair]` is the place of its cell.
    """

    contract: Getallen
    paarkwartaal: Getallen
    aandeel: Bedragen
    cel: Getallen
    persoon: Getallen
    kwartaal: Getallen

    def __len__(self) -> int:
        return len(self.contract)

    def van_maanden(self, per_maand: Bedragen, maal: Bedragen | float = 1.0) -> Bedragen:
        """What each pair has of something that is known by quarter and month, `maal` a number of
        each pair and month."""
        maanden = per_maand.take(self.paarkwartaal, axis=0) * maal
        resultaat: Bedragen = np.einsum("pm,pm->p", self.aandeel, maanden)
        return resultaat

    def som(self, bedragen: Bedragen) -> Bedragen:
        """Add up the contracts of each cell."""
        return _tel_op(self.cel, bedragen, len(self.persoon))

    def twijfel(
        self,
        contracten: Contractkolommen,
        fijnheid: Fijnheid,
        bedragen: Bedragen,
        noemer: Getallen,
    ) -> list[tuple[int, int]]:
        """As `Fijnheid.twijfel`, for amounts of these cells; `noemer` by person."""
        waar = twijfelachtig(bedragen)
        if not waar.any():
            return []
        stap = np.zeros(len(self.persoon), np.int64)
        np.gcd.at(stap, self.cel, contracten.miljoensten[self.contract])
        waar &= fijnheid.is_fijn(self.kwartaal, stap, noemer[self.persoon], in_delen=True)
        return list(zip(self.persoon[waar].tolist(), self.kwartaal[waar].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Dekking:
    vol: Vol
    rest: Rest


def bepaal_dekking(
    contracten: Contractkolommen, kwartalen: Kwartaalkolommen, personen: int
) -> Dekking:
    """Split what the contracts cover into whole quarters and the rest."""
    vol = _vol(contracten, kwartalen, personen)
    eerste = kwartalen.voorbij(contracten.van)
    laatste = kwartalen.begonnen(contracten.tot - 1)
    # Before the first full quarter of the person, and after the last.
    knip = np.where(vol.van < vol.tot, vol.van, len(kwartalen))[contracten.persoon]
    hervat = np.maximum(vol.tot[contracten.persoon], knip)
    voor = _paren(eerste, np.minimum(knip, laatste))
    na = _paren(np.maximum(hervat, eerste), laatste)
    contract, kwartaal = (np.concatenate(delen) for delen in zip(voor, na, strict=True))
    return Dekking(vol, _rest(contracten, kwartalen, contract, kwartaal))


def _vol(contracten: Contractkolommen, kwartalen: Kwartaalkolommen, personen: int) -> Vol:
    wie = contracten.persoon
    begin, einde = kwartalen.begonnen(contracten.van - 1), kwartalen.voorbij(contracten.tot)
    van, tot = np.zeros(personen, np.int64), np.zeros(personen, np.int64)
    van[wie], tot[wie] = begin, einde
    if len(wie) > np.count_nonzero(np.diff(wie)) + 1:  # somebody has more contracts than one
        np.maximum.at(van, wie, begin)
        np.minimum.at(tot, wie, einde)
    breuk = _tel_op(wie, contracten.breuk, personen)
    bruto = _tel_op(wie, contracten.bruto, personen)
    rij = van * (len(kwartalen) + 1) + tot
    return Vol(van, tot, rij, kwartalen.van_tot, breuk, bruto)


def _tel_op(plaatsen: Getallen, bedragen: Bedragen, aantal: int) -> Bedragen:
    """The sum of the amounts that belong to each of so many places."""
    return np.asarray(np.bincount(plaatsen, bedragen, aantal), np.float64)


def _paren(van: Getallen, tot: Getallen) -> tuple[Getallen, Getallen]:
    """Every (row, number) with number from `van` up to `tot` of the row."""
    rijen = np.flatnonzero(van < tot)
    lengte = (tot - van)[rijen]
    einde = np.cumsum(lengte)
    tel = np.arange(einde[-1] if len(einde) else 0)
    return np.repeat(rijen, lengte), tel + np.repeat(tot[rijen] - einde, lengte)


def _rest(
    contracten: Contractkolommen,
    kwartalen: Kwartaalkolommen,
    contract: Getallen,
    kwartaal: Getallen,
) -> Rest:
    begin, einde = (dag.take(kwartaal, axis=0) for dag in (kwartalen.van, kwartalen.tot))
    dagen = np.minimum(contracten.tot.take(contract)[:, None], einde)
    dagen -= np.maximum(contracten.van.take(contract)[:, None], begin)
    aandeel = np.maximum(dagen, 0) / (einde - begin)
    sleutel = contracten.persoon[contract] * len(kwartalen) + kwartaal
    cellen, cel = np.unique(sleutel, return_inverse=True)
    return Rest(contract, kwartaal, aandeel, cel, *np.divmod(cellen, len(kwartalen)))


def hoogste_breuk(
    contracten: Contractkolommen, kwartalen: Kwartaalkolommen, rest: Rest, paren: Getallen
) -> Getallen:
    """The most millionths of a job that the contracts of a cell are together on one day of each
    month: (pairs × 3). `paren` are all those of some cells."""
    een, ander = _samen_in_cel(rest.cel[paren])
    contract, maanden = rest.contract[paren], rest.paarkwartaal[paren]
    van, tot = contracten.van[contract][:, None], contracten.tot[contract][:, None]
    # The first day of each in the month, and whether there is one.
    dag = np.maximum(van, kwartalen.van[maanden])
    loopt = dag < np.minimum(tot, kwartalen.tot[maanden])
    tegelijk = loopt[een] & (van[ander] <= dag[een]) & (dag[een] < tot[ander])
    breuk = contracten.miljoensten[contract][ander][:, None] * tegelijk
    op_begin = np.zeros((len(paren), 3), np.int64)
    np.add.at(op_begin, een, breuk)
    hoogste = np.zeros_like(op_begin)
    np.maximum.at(hoogste, een, op_begin[ander])
    return hoogste


def _samen_in_cel(cel: Getallen) -> tuple[Getallen, Getallen]:
    """Every two places with the same cell, each with itself as well."""
    orde = np.argsort(cel, kind="stable")
    _, begin, aantal = np.unique(cel[orde], return_index=True, return_counts=True)
    lengte = np.repeat(aantal, aantal)
    een = np.repeat(orde, lengte)
    einde = np.cumsum(lengte)
    tel = np.arange(einde[-1]) - np.repeat(einde - lengte, lengte)
    ander = orde[np.repeat(np.repeat(begin, aantal), lengte) + tel]
    return een, ander
