"""Everybody of a forecast as columns, which is how they are read and computed.

A `Persoon` is made of a row only for who is asked for: one that is explained, or shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final, Self, overload

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import MILJOEN, Bedragen
from financiering.domein.rekenmodel.bijdrage import Loonbijdrage
from financiering.domein.rekenmodel.dagen import OPEN, Getallen, dagnummer, deze, getallen
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.steunrijen import Steunrijen
from gedeeld.periode import Periode

Steun = tuple[Advies, ...]


@dataclass(frozen=True, slots=True)
class Contractkolommen:
    """One row per contract, those of one person together; `van` and `tot` are day numbers,
    `breuk` a fraction, `bruto` cents a month."""

    persoon: Getallen
    van: Getallen
    tot: Getallen
    breuk: Bedragen
    bruto: Bedragen

    def __len__(self) -> int:
        return len(self.persoon)

    @property
    def miljoensten(self) -> Getallen:
        """The fractions as whole numbers."""
        return np.rint(self.breuk * MILJOEN).astype(np.int64)

    def in_periode(self, periode: Periode) -> NDArray[np.bool_]:
        """Which have a day in the period."""
        return (self.van < dagnummer(periode.tot)) & (self.tot > periode.van.toordinal())

    def kies(self, rijen: NDArray[np.int64] | NDArray[np.bool_]) -> "Contractkolommen":
        return Contractkolommen(
            self.persoon[rijen], self.van[rijen], self.tot[rijen], self.breuk[rijen],
            self.bruto[rijen],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opgavekolommen:
    """What follows from the records of the payroll office, one row each: those of one person
    together and in order. `van` is the number of the first day, `deel` whole millionths."""

    persoon: Getallen
    van: Getallen
    deel: Getallen

    @classmethod
    def uit(cls, opgaven: Iterable[tuple[int, Loonbijdrage]]) -> "Opgavekolommen":
        """From the row of each person, with what follows."""
        rijen = [(nr, o.van.toordinal(), int(o.deel * MILJOEN)) for nr, o in opgaven]
        return cls(*np.array(rijen, np.int64).reshape(-1, 3).T)

    def __len__(self) -> int:
        return len(self.persoon)

    def van_persoon(self, rij: int) -> tuple[Loonbijdrage, ...]:
        begin, einde = np.searchsorted(self.persoon, (rij, rij + 1)).tolist()
        paren = zip(self.van[begin:einde].tolist(), self.deel[begin:einde].tolist(), strict=True)
        return tuple(Loonbijdrage(date.fromordinal(v), Fraction(d, MILJOEN)) for v, d in paren)

    def kies(self, nieuw: Getallen) -> "Opgavekolommen":
        """With the new number of each person; those of -1 drop out."""
        persoon = nieuw[self.persoon]
        blijft = persoon >= 0
        return Opgavekolommen(persoon[blijft], self.van[blijft], self.deel[blijft])


_GEEN_OPGAVEN: Final = Opgavekolommen.uit(())


@dataclass(frozen=True, eq=False)
class Mensen(Sequence[Persoon]):
    """`sleutels` and `namen` by person. `dienst[contract]` is a place in `diensten`. Most people
    share the course of their support with others: `steun[verloop[person]]` is that of a person."""

    sleutels: Sequence[str]
    namen: Sequence[str]
    diensten: tuple[str, ...]
    contracten: Contractkolommen
    dienst: Getallen
    steun: tuple[Steun, ...]
    verloop: Getallen
    opgaven: Opgavekolommen = _GEEN_OPGAVEN
    gemaakt: dict[int, Persoon] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def van(cls, personen: Sequence[Persoon]) -> Self:
        """The same people; those that are columns already stay what they are."""
        if isinstance(personen, cls):
            return personen
        paren = [(nr, c) for nr, persoon in enumerate(personen) for c in persoon.contracten]
        diensten: dict[str, int] = {}
        steun: dict[Steun, int] = {}
        return cls(
            sleutels=[persoon.sleutel for persoon in personen],
            namen=[persoon.naam for persoon in personen],
            dienst=getallen(diensten.setdefault(c.dienst, len(diensten)) for _, c in paren),
            diensten=tuple(diensten),
            contracten=Contractkolommen(
                persoon=getallen(nr for nr, _ in paren),
                van=getallen(c.periode.van.toordinal() for _, c in paren),
                tot=getallen(dagnummer(c.periode.tot) for _, c in paren),
                breuk=np.array([float(c.breuk) for _, c in paren], np.float64),
                bruto=np.array([float(c.bruto * 100) for _, c in paren], np.float64),
            ),
            verloop=getallen(steun.setdefault(p.adviezen, len(steun)) for p in personen),
            steun=tuple(steun),
            opgaven=Opgavekolommen.uit((nr, o) for nr, p in enumerate(personen) for o in p.opgaven),
            gemaakt=dict(enumerate(personen)),
        )

    def __len__(self) -> int:
        return len(self.sleutels)

    @overload
    def __getitem__(self, plaats: int) -> Persoon: ...
    @overload
    def __getitem__(self, plaats: slice) -> Sequence[Persoon]: ...
    def __getitem__(self, plaats: int | slice) -> Persoon | Sequence[Persoon]:
        if isinstance(plaats, slice):
            return [self[rij] for rij in range(len(self))[plaats]]
        rij = range(len(self))[plaats]
        if rij not in self.gemaakt:
            self.gemaakt[rij] = self._persoon(rij)
        return self.gemaakt[rij]

    def __iter__(self) -> Iterator[Persoon]:
        return (self[rij] for rij in range(len(self)))

    @cached_property
    def rij_van(self) -> Mapping[str, int]:
        """The row of each key."""
        return {sleutel: rij for rij, sleutel in enumerate(self.sleutels)}

    @cached_property
    def steunrijen(self) -> Steunrijen:
        return Steunrijen.uit(self.steun)

    def met_sleutel(self, sleutel: str) -> Persoon | None:
        rij = self.rij_van.get(sleutel)
        return None if rij is None else self[rij]

    def rijen_in_dienst(self, periode: Periode) -> Getallen:
        """Those with a contract in (a part of) the period."""
        return deze(self.contracten.persoon[self.contracten.in_periode(periode)], len(self))

    def kies(self, rijen: Getallen) -> "Mensen":
        """These people only, with all their contracts; `rijen` in order, each once."""
        if len(rijen) == len(self):
            return self
        nieuw = np.full(len(self), -1)
        nieuw[rijen] = np.arange(len(rijen))
        blijft = nieuw[self.contracten.persoon] >= 0
        contracten = self.contracten.kies(blijft)
        lijst = rijen.tolist()
        return replace(
            self,
            sleutels=[self.sleutels[rij] for rij in lijst],
            namen=[self.namen[rij] for rij in lijst],
            contracten=replace(contracten, persoon=nieuw[contracten.persoon]),
            dienst=self.dienst[blijft],
            verloop=self.verloop[rijen],
            opgaven=self.opgaven.kies(nieuw),
            gemaakt={nr: self.gemaakt[r] for nr, r in enumerate(lijst) if r in self.gemaakt},
        )

    def _persoon(self, rij: int) -> Persoon:
        begin, einde = np.searchsorted(self.contracten.persoon, (rij, rij + 1)).tolist()
        return Persoon(
            sleutel=self.sleutels[rij],
            naam=self.namen[rij],
            contracten=tuple(self._contract(plaats) for plaats in range(begin, einde)),
            adviezen=self.steun[self.verloop[rij]],
            opgaven=self.opgaven.van_persoon(rij),
        )

    def _contract(self, plaats: int) -> Contract:
        alle, tot = self.contracten, int(self.contracten.tot[plaats])
        begin, einde = date.fromordinal(int(alle.van[plaats])), date.fromordinal(tot)
        return Contract(
            dienst=self.diensten[self.dienst[plaats]],
            periode=Periode(begin, None if tot == OPEN else einde),
            breuk=Decimal(round(float(alle.breuk[plaats]) * MILJOEN)) / MILJOEN,
            bruto=Decimal(int(alle.bruto[plaats])) / 100,
        )


def samen(delen: Sequence[Mensen]) -> Mensen:
    """Those of the first part, then those of the next ones; their keys differ."""
    alle = [deel for deel in delen if len(deel)]
    if len(alle) < 2:
        return alle[0] if alle else delen[0]
    diensten: dict[str, int] = {}
    nummers = [
        getallen(diensten.setdefault(naam, len(diensten)) for naam in deel.diensten)[deel.dienst]
        for deel in alle
    ]
    begin = np.cumsum([0, *(len(deel) for deel in alle)]).tolist()
    steun = np.cumsum([0, *(len(deel.steun) for deel in alle)]).tolist()
    kolommen = [deel.contracten for deel in alle]
    return Mensen(
        sleutels=[sleutel for deel in alle for sleutel in deel.sleutels],
        namen=[naam for deel in alle for naam in deel.namen],
        diensten=tuple(diensten),
        dienst=np.concatenate(nummers),
        contracten=Contractkolommen(
            persoon=np.concatenate(
                [k.persoon + erbij for k, erbij in zip(kolommen, begin, strict=False)]
            ),
            van=np.concatenate([k.van for k in kolommen]),
            tot=np.concatenate([k.tot for k in kolommen]),
            breuk=np.concatenate([k.breuk for k in kolommen]),
            bruto=np.concatenate([k.bruto for k in kolommen]),
        ),
        verloop=np.concatenate(
            [deel.verloop + erbij for deel, erbij in zip(alle, steun, strict=False)]
        ),
        steun=tuple(verloop for deel in alle for verloop in deel.steun),
        opgaven=Opgavekolommen(
            np.concatenate(
                [d.opgaven.persoon + erbij for d, erbij in zip(alle, begin, strict=False)]
            ),
            np.concatenate([deel.opgaven.van for deel in alle]),
            np.concatenate([deel.opgaven.deel for deel in alle]),
        ),
        gemaakt={
            begin[nr] + rij: wie
            for nr, deel in enumerate(alle)
            for rij, wie in deel.gemaakt.items()
        },
    )
