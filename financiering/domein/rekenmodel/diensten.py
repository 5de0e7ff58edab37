"""Which service an employee's amounts belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen
from financiering.domein.rekenmodel.dagen import Getallen, deze
from financiering.domein.rekenmodel.mensen import Contractkolommen, Mensen
from financiering.domein.rekenmodel.tarieven import Tarieven

_NIEMAND: Final = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Verdeling:
    """`alleen[dienst]` holds the rows of who works in that service only, `gedeeld` those of the few
    others. `gewicht` (gedeeld × quarters × services) is how much of their work is where; `plaats`
    is where a service stands in it."""

    alleen: Mapping[str, Getallen]
    gedeeld: Getallen
    gewicht: Getallen
    plaats: Mapping[str, int]

    def rijen(self, dienst: str) -> Getallen:
        """Who works in the service, now or later; those of `gedeeld` last."""
        eigen = self.alleen.get(dienst, _NIEMAND)
        if dienst not in self.plaats:
            return eigen
        return np.concatenate([eigen, self.gedeeld[self._hier(dienst)]])

    def deel(self, tabel: Centen, dienst: str) -> Centen:
        """The part of a (persons × quarters) table that belongs to the service, for its `rijen`.

        Rounded amounts of who works in more services are split by their share of the work; what
        rounding leaves goes to the largest share, so that the parts add up to the whole.
        """
        eigen: Centen = tabel[self.alleen.get(dienst, _NIEMAND)]
        if dienst not in self.plaats or not len(self.gedeeld):
            return eigen
        hier = self._hier(dienst)
        delen = _splits(tabel[self.gedeeld[hier]], self.gewicht[hier])
        return np.concatenate([eigen, delen[:, :, self.plaats[dienst]]])

    def tel_op(self, tabellen: Sequence[Centen]) -> dict[str, Centen]:
        """By service where somebody works: its part of each of these tables, added up per quarter,
        (tables × quarters)."""
        verdeeld = _splits(np.stack([t[self.gedeeld] for t in tabellen]), self.gewicht).sum(axis=1)
        sommen = {dienst: verdeeld[:, :, plaats] for dienst, plaats in self.plaats.items()}
        met_eigen = {dienst: rijen for dienst, rijen in self.alleen.items() if len(rijen)}
        if met_eigen:
            begin = np.cumsum([0, *map(len, met_eigen.values())])[:-1]
            orde = np.concatenate(list(met_eigen.values()))
            eigen = [np.add.reduceat(tabel.take(orde, axis=0), begin) for tabel in tabellen]
            for nummer, dienst in enumerate(met_eigen):
                sommen[dienst] = sommen[dienst] + [som[nummer] for som in eigen]
        return sommen

    def _hier(self, dienst: str) -> Getallen:
        return np.flatnonzero(self.gewicht[:, :, self.plaats[dienst]].any(axis=1))


def _splits(tabel: Centen, gewicht: Getallen) -> Centen:
    """Each amount of (…, persons × quarters) over the services, which come last."""
    heel, totaal = tabel[..., None], np.maximum(gewicht.sum(axis=2, keepdims=True), 1)
    # As heel × gewicht // totaal, of which the product may be too large.
    delen: Centen = heel // totaal * gewicht + heel % totaal * gewicht // totaal
    if not delen.size:
        return delen
    rest = heel - delen.sum(axis=-1, keepdims=True)
    grootste = np.arange(gewicht.shape[2]) == gewicht.argmax(axis=2)[..., None]
    delen += np.where(grootste, rest, 0)
    delen *= gewicht > 0
    return delen


def verdeel(mensen: Mensen, tarieven: Tarieven) -> Verdeling:
    raakt = mensen.contracten.in_periode(tarieven.periode)
    contracten, waar = mensen.contracten.kies(raakt), mensen.dienst[raakt]
    wie = contracten.persoon
    # The contracts of one person stand together: whose service is not that of their first one?
    meer = deze(wie[waar != waar[np.searchsorted(wie, wie)]], len(mensen))
    gedeeld = np.isin(wie, meer)
    alleen = {
        dienst: deze(wie[~gedeeld & (waar == nummer)], len(mensen))
        for nummer, dienst in enumerate(mensen.diensten)
    }
    # Of two equal shares the one whose name comes last is the largest.
    plaats = {dienst: nr for nr, dienst in enumerate(sorted(mensen.diensten, reverse=True))}
    nummers = np.array([plaats[dienst] for dienst in mensen.diensten], np.int64)
    vorm = (len(meer), len(tarieven), len(plaats))
    gewicht = _gewichten(contracten.kies(gedeeld), nummers[waar[gedeeld]], tarieven, vorm)
    return Verdeling(alleen, meer, gewicht, plaats)


def _gewichten(
    contracten: Contractkolommen, waar: Getallen, tarieven: Tarieven, vorm: tuple[int, int, int]
) -> Getallen:
    """Millionths of a job times days."""
    kwartalen = [tarief.kwartaal.periode for tarief in tarieven.kwartalen]
    begin = np.array([kwartaal.van.toordinal() for kwartaal in kwartalen])
    lengte = np.array([kwartaal.dagen for kwartaal in kwartalen])
    dagen = np.minimum(contracten.tot[:, None], begin + lengte)
    dagen -= np.maximum(contracten.van[:, None], begin)
    rijen = np.unique(contracten.persoon, return_inverse=True)[1]
    gewicht = np.zeros(vorm, np.int64)
    omvang = contracten.miljoensten[:, None] * np.maximum(dagen, 0)
    for rij, dienst, deel in zip(rijen, waar, omvang, strict=True):
        gewicht[rij, :, dienst] += deel
    return gewicht
