"""What one employee brings in and costs, with a share in what comes and goes with each service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen, verdeel_tabel
from financiering.domein.rekenmodel.dagen import Getallen
from financiering.domein.rekenmodel.diensten import Persoonstabellen, Verdeling
from financiering.domein.rekenmodel.klaverblad import DIENSTBLADEN, OMKADERING, Klaverblad


@dataclass(frozen=True, slots=True)
class _Dienst:
    """The employees of one service, with their shares; `gedeeld` has a table for each leaf that
    comes with the service, and for the omkadering."""

    plaats: Mapping[int, int]
    tabellen: Persoonstabellen
    gedeeld: Mapping[str, Centen]

    def van(self, rij: int) -> Klaverblad:
        nr, eigen = self.plaats[rij], self.tabellen
        bladen = {blad: tabel[nr] for blad, tabel in eigen.bladen.items()}
        bladen |= {blad: self.gedeeld[blad][nr] for blad in DIENSTBLADEN}
        omkadering = self.gedeeld[OMKADERING][nr]
        return Klaverblad(bladen, eigen.loonkost[nr], omkadering, eigen.vte[nr])


@dataclass(frozen=True)
class Aandelen:
    """Shares go by full-time jobs in the service; those of one service add up to its amount in each
    quarter in which somebody works there (docs/regels.md#parts). `eigen` gives what employees bring
    in and cost in a service."""

    diensten: Mapping[str, Klaverblad]
    verdeling: Verdeling
    eigen: Callable[[str], Persoonstabellen]
    _per_dienst: dict[str, _Dienst] = field(default_factory=dict)

    def in_dienst(self, rij: int, dienst: str) -> Klaverblad:
        """The part of one employee in a service where they work, now or later."""
        if dienst not in self._per_dienst:
            self._per_dienst[dienst] = self._deel(dienst)
        return self._per_dienst[dienst].van(rij)

    def van(self, rij: int) -> Klaverblad:
        """One employee in all services."""
        delen = [self.in_dienst(rij, dienst) for dienst in self.diensten_van(rij)]
        kwartalen = len(next(iter(self.diensten.values())).loonkost)
        return Klaverblad.samen(delen, kwartalen)

    def diensten_van(self, rij: int) -> list[str]:
        """Where somebody works, now or later."""
        return [dienst for dienst in self.diensten if rij in self.verdeling.rijen(dienst)]

    def _deel(self, dienst: str) -> _Dienst:
        geheel, rijen, tabellen = (
            self.diensten[dienst], self.verdeling.rijen(dienst), self.eigen(dienst)
        )  # fmt: skip
        lijnen = {blad: geheel.bladen[blad] for blad in DIENSTBLADEN} | {
            OMKADERING: geheel.omkadering
        }
        gedeeld = {naam: verdeel_rijen(lijn, tabellen.vte, rijen) for naam, lijn in lijnen.items()}
        return _Dienst({rij: nr for nr, rij in enumerate(rijen.tolist())}, tabellen, gedeeld)


def verdeel_rijen(lijn: Centen, vte: Getallen, rijen: Getallen) -> Centen:
    """A line of a service over these rows, by full-time jobs. Of equal remainders who stands first
    among the employees gets the cent."""
    delen = np.zeros(vte.shape, np.int64)
    if lijn.any() and len(rijen):
        orde = np.argsort(rijen)
        delen[orde] = verdeel_tabel(lijn[None], vte[orde], np.zeros(len(vte), np.int64))
    return delen
