"""Courses of support as rows of days, whatever the quarters are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from financiering.domein.rekenmodel.afronding import Bedragen
from financiering.domein.rekenmodel.dagen import Getallen, dagnummer
from financiering.domein.rekenmodel.persoon import Advies
from werknemers.domein.begeleidingstelling import daalt_op

_Rij = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Rijen:
    """Something from the day `van` up to `tot`, in the row `verloop` of a table; day numbers."""

    verloop: Getallen
    van: Getallen
    tot: Getallen

    @classmethod
    def uit(cls, rijen: Sequence[_Rij]) -> "Rijen":
        return cls(*np.array(rijen, np.int64).reshape(-1, 3).T)

    def leg(self, tabel: Bedragen, eerste: Getallen, waarden: Bedragen) -> None:
        """Write `waarden` (for each row, or by quarter) where the first day of a quarter lies
        inside; the last one stays."""
        rijen, plaatsen = np.nonzero((self.van[:, None] <= eerste) & (eerste < self.tot[:, None]))
        breed = np.broadcast_to(waarden, (len(self.van), len(eerste)))
        tabel[self.verloop[rijen], plaatsen] = breed[rijen, plaatsen]


@dataclass(frozen=True, slots=True)
class Steunrijen:
    """`schijven` are the steps of the wage premium, cut to their advice, each with its percentage
    over 100 in `procent`. By level of guidance: when the flat part of its premium is high, when it
    is low, and when it is high only if each advice counts for itself (`tussen`)."""

    schijven: Rijen
    procent: Bedragen
    begin: Mapping[str, Rijen]
    tussen: Mapping[str, Rijen]
    later: Mapping[str, Rijen]

    @classmethod
    def uit(cls, verlopen: Iterable[Iterable[Advies]]) -> "Steunrijen":
        """From courses, in the order of the rows of the tables."""
        schijven: list[_Rij] = []
        procenten: list[int] = []
        begin: dict[str, list[_Rij]] = defaultdict(list)
        tussen: dict[str, list[_Rij]] = defaultdict(list)
        later: dict[str, list[_Rij]] = defaultdict(list)
        alle = ((rij, a) for rij, adviezen in enumerate(verlopen) for a in adviezen if not a.lde)
        for rij, advies in alle:
            van, tot = advies.periode.van.toordinal(), dagnummer(advies.periode.tot)
            for schijf in advies.schijven:
                einde = min(dagnummer(schijf.periode.tot), tot)
                schijven.append((rij, max(schijf.periode.van.toordinal(), van), einde))
                procenten.append(schijf.percentage)
            eerst, laatst = (
                max(van, daalt_op(advies.telt_van(keten=keten)).toordinal())
                for keten in (True, False)
            )
            begin[advies.niveau].append((rij, van, min(eerst, tot)))
            tussen[advies.niveau].append((rij, eerst, min(laatst, tot)))
            later[advies.niveau].append((rij, laatst, tot))
        return cls(
            Rijen.uit(schijven),
            np.array(procenten, np.float64)[:, None] / 100,
            *(
                {niveau: Rijen.uit(rijen) for niveau, rijen in groep.items()}
                for groep in (begin, tussen, later)
            ),
        )
