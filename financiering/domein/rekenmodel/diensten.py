"""Which service an employee's amounts belong to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen
from financiering.domein.rekenmodel.mensen import Getallen, Mensen
from financiering.domein.rekenmodel.persoon import Persoon
from financiering.domein.rekenmodel.tarieven import Tarieven

_NIEMAND: Final = np.zeros(0, np.int64)

# The exact share of a service in the work of one person and quarter.
Gewicht = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Verdeling:
    """`alleen[dienst]` holds the rows of who works in that service only; `gedeeld` tells for the
    few others, per row and quarter, how much of the work is where."""

    alleen: Mapping[str, Getallen]
    gedeeld: Mapping[int, Sequence[Gewicht]]

    def rijen(self, dienst: str) -> Getallen:
        """Who works in the service, now or later; those of `gedeeld` last."""
        gedeeld = [rij for rij, g in self.gedeeld.items() if any(dienst in deel for deel in g)]
        return np.concatenate([self.alleen.get(dienst, _NIEMAND), np.array(gedeeld, np.int64)])

    def deel(self, tabel: Centen, dienst: str) -> Centen:
        """The part of a (persons × quarters) table that belongs to the service, for its `rijen`.

        Rounded amounts of who works in more services are split by their share of the work; what
        rounding leaves goes to the largest share, so that the parts add up to the whole.
        """
        rijen = self.rijen(dienst)
        resultaat: Centen = tabel[rijen]
        for plaats in range(len(self.alleen.get(dienst, ())), len(rijen)):
            for kwartaal, gewicht in enumerate(self.gedeeld[int(rijen[plaats])]):
                heel = int(resultaat[plaats, kwartaal])
                resultaat[plaats, kwartaal] = _deel(heel, gewicht, dienst)
        return resultaat

    def tel_op(self, tabel: Centen, dienst: str) -> Centen:
        """The sum of the part of one service, per quarter."""
        som: Centen = self.deel(tabel, dienst).sum(axis=0)
        return som


def verdeel(mensen: Mensen, tarieven: Tarieven) -> Verdeling:
    raakt = mensen.contracten.in_periode(tarieven.periode)
    wie, waar = mensen.contracten.persoon[raakt], mensen.dienst[raakt]
    # The contracts of one person stand together: whose service is not that of their first one?
    meer = np.unique(wie[waar != waar[np.searchsorted(wie, wie)]])
    eigen = ~np.isin(wie, meer)
    alleen = {
        naam: np.unique(wie[eigen & (waar == nummer)])
        for nummer, naam in enumerate(mensen.diensten)
    }
    gedeeld = {rij: list(_gewichten(mensen[rij], tarieven)) for rij in meer.tolist()}
    return Verdeling({dienst: rijen for dienst, rijen in alleen.items() if len(rijen)}, gedeeld)


def _gewichten(persoon: Persoon, tarieven: Tarieven) -> Iterator[Gewicht]:
    """Per quarter: millionths of a job times days, by service."""
    for tarief in tarieven.kwartalen:
        gewicht: dict[str, int] = {}
        for contract in persoon.contracten:
            deel = contract.periode.doorsnede(tarief.kwartaal.periode)
            if deel is not None:
                omvang = int(contract.breuk * 10**6) * (deel.dagen or 0)
                gewicht[contract.dienst] = gewicht.get(contract.dienst, 0) + omvang
        yield gewicht


def _deel(bedrag: int, gewicht: Gewicht, dienst: str) -> int:
    if dienst not in gewicht:
        return 0
    totaal = sum(gewicht.values())
    grootste = max(gewicht, key=lambda naam: (gewicht[naam], naam))
    if dienst != grootste:
        return bedrag * gewicht[dienst] // totaal
    return bedrag - sum(bedrag * g // totaal for naam, g in gewicht.items() if naam != grootste)
