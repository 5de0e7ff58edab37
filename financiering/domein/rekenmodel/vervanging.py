"""Who comes in the place of who leaves: starter after starter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from financiering.domein.rekenmodel.dagen import OPEN, Getallen
from financiering.domein.rekenmodel.mensen import Contractkolommen, Mensen
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.persoon import Advies
from gedeeld.periode import plus_maanden


@dataclass(frozen=True, slots=True)
class Vervanging:
    """A place that comes free is filled `na_maanden` later by a starter with this package, for the
    same fraction of employment and the same wage; None: it stays open, as far as `per_persoon` does
    not say otherwise of whoever leaves, by key. Who starts leaves when the support ends, and is
    replaced in turn after as many months."""

    pakket: Pakket
    na_maanden: int | None
    per_persoon: Mapping[str, int | None] = field(default_factory=dict)

    def na(self, sleutel: str) -> int | None:
        """After how many months the place of this person is filled again; None: never."""
        return self.per_persoon.get(sleutel, self.na_maanden)


@dataclass
class _Starters:
    """Those who come, row by row, as long as they are being found."""

    vervanging: Vervanging
    tot: date
    sleutels: list[str] = field(default_factory=list)
    namen: list[str] = field(default_factory=list)
    plaatsen: list[int] = field(default_factory=list)
    perioden: list[tuple[int, int]] = field(default_factory=list)
    verloop: list[int] = field(default_factory=list)
    steun: dict[Advies, int] = field(default_factory=dict)
    _ketens: dict[tuple[int, int], list[tuple[int, int, int]]] = field(default_factory=dict)

    def vul(self, plaats: int, vrij: int, na: int, sleutel: str, naam: str) -> None:
        """The place of one contract, that comes free on a day and is filled `na` months later."""
        if (vrij, na) not in self._ketens:
            self._ketens[vrij, na] = self._keten(date.fromordinal(vrij), na)
        for nummer, (van, tot, verloop) in enumerate(self._ketens[vrij, na], start=1):
            self.sleutels.append(f"in-plaats-van-{sleutel}-{nummer}")
            self.namen.append(f"Nieuwe collega in de plaats van {naam}")
            self.plaatsen.append(plaats)
            self.perioden.append((van, tot))
            self.verloop.append(verloop)

    def _keten(self, vrij: date, na: int) -> list[tuple[int, int, int]]:
        """(first day, day after the last, course) of each who comes; many places come free on the
        same day."""
        keten = []
        while (begin := plus_maanden(vrij, na)) < self.tot:
            advies = self.vervanging.pakket.advies(begin)
            verloop = self.steun.setdefault(advies, len(self.steun))
            tot = advies.periode.tot
            keten.append((begin.toordinal(), OPEN if tot is None else tot.toordinal(), verloop))
            if tot is None:
                break
            vrij = tot
        return keten


def vervangers(mensen: Mensen, weg: Mapping[int, int], vervanging: Vervanging, tot: date) -> Mensen:
    """Up to the day `tot`, in each place that these rows leave: that of their last contracts.
    `weg` gives by row after how many months it is filled."""
    starters = _Starters(vervanging, tot)
    laatste = _laatste_contracten(mensen, weg)
    vorige, nummer = -1, 0
    for plaats, rij in zip(
        laatste.tolist(), mensen.contracten.persoon[laatste].tolist(), strict=True
    ):
        nummer = nummer + 1 if rij == vorige else 0
        vorige = rij
        vrij = int(mensen.contracten.tot[plaats])
        starters.vul(plaats, vrij, weg[rij], f"{mensen.sleutels[rij]}-{nummer}", mensen.namen[rij])
    van, einde = np.array(starters.perioden, np.int64).reshape(-1, 2).T
    oud, waar = mensen.contracten, np.array(starters.plaatsen, np.int64)
    return Mensen(
        sleutels=starters.sleutels,
        namen=starters.namen,
        diensten=mensen.diensten,
        dienst=mensen.dienst[waar],
        contracten=Contractkolommen(
            np.arange(len(waar)), van, einde, oud.breuk[waar], oud.bruto[waar]
        ),
        steun=tuple((advies,) for advies in starters.steun),
        verloop=np.array(starters.verloop, np.int64),
    )


def _laatste_contracten(mensen: Mensen, weg: Mapping[int, int]) -> Getallen:
    """The places of the contracts of these people that end last; those without end do not count."""
    alle = mensen.contracten
    eindigt = np.isin(alle.persoon, list(weg)) & (alle.tot < OPEN)
    einde = np.zeros(len(mensen), np.int64)
    np.maximum.at(einde, alle.persoon[eindigt], alle.tot[eindigt])
    return np.flatnonzero(eindigt & (alle.tot == einde[alle.persoon]))
