"""From people and rates to the forecast of each employee, each service and the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from financiering.domein.rekenmodel.afronding import Bedragen, Centen
from financiering.domein.rekenmodel.dekking import bepaal_dekking
from financiering.domein.rekenmodel.diensten import Verdeling, verdeel
from financiering.domein.rekenmodel.exact import Kwartaalrekening, centen, reken_uit
from financiering.domein.rekenmodel.klaverblad import DIENSTBLADEN, Blad, Klaverblad
from financiering.domein.rekenmodel.kolommen import (
    contractkolommen,
    kwartaalkolommen,
    steunkolommen,
)
from financiering.domein.rekenmodel.kosten import bereken_kosten
from financiering.domein.rekenmodel.premies import bereken_premies
from financiering.domein.rekenmodel.stand import Persoon, Stand, in_dienst
from financiering.domein.rekenmodel.tarieven import Tarieven


@dataclass(frozen=True)
class Prognose:
    """Tables of cents, (persons × quarters), and their sums. `personen` are the rows: everybody
    with a contract somewhere in the period. `procent` is the step of the wage premium, over 100."""

    stand: Stand
    tarieven: Tarieven
    personen: tuple[Persoon, ...]
    bladen: Mapping[Blad, Centen]
    loonkost: Centen
    vte: Centen
    procent: Bedragen

    @cached_property
    def verdeling(self) -> Verdeling:
        return verdeel(self.personen, self.tarieven)

    @cached_property
    def diensten(self) -> dict[str, Klaverblad]:
        bedragen = self.stand.bedragen_van
        return {
            dienst: self.mensen(dienst).met_dienst(bedragen(dienst), self.tarieven)
            for dienst in self.stand.diensten
        }

    @cached_property
    def totaal(self) -> Klaverblad:
        return Klaverblad.samen(list(self.diensten.values()), len(self.tarieven))

    def met_aandeel(self, rij: int, dienst: str) -> Klaverblad:
        """One employee with a share, by full-time jobs, in what comes and goes with the service.

        Shares are rounded each for themselves: together they may differ some cents from the whole.
        """
        geheel, eigen = self.diensten[dienst], self.persoon(rij)
        deel = np.divide(
            eigen.vte, geheel.vte, out=np.zeros(len(self.tarieven)), where=geheel.vte > 0
        )
        bladen = dict(eigen.bladen) | {
            blad: np.rint(geheel.bladen[blad] * deel).astype(np.int64) for blad in DIENSTBLADEN
        }
        omkadering = np.rint(geheel.omkadering * deel).astype(np.int64)
        return Klaverblad(bladen, eigen.loonkost, omkadering, eigen.vte)

    def dalingen(self, plaats: int) -> list[tuple[int, int, int]]:
        """Whose percentage falls in this quarter, while at work: (person, from, to)."""
        nu = np.rint(self.procent[:, plaats] * 100).astype(int)
        vorig = self._procent_ervoor if plaats == 0 else np.rint(self.procent[:, plaats - 1] * 100)
        rijen = np.flatnonzero((nu < vorig) & (self.vte[:, plaats] > 0))
        return [(int(rij), int(vorig[rij]), int(nu[rij])) for rij in rijen]

    @cached_property
    def _procent_ervoor(self) -> Bedragen:
        """The percentages in the quarter before the first."""
        kwartaal = self.tarieven.van + -1
        adviezen = [persoon.advies_in(kwartaal) for persoon in self.personen]
        return np.array([a.percentage(kwartaal) if a else 0 for a in adviezen], np.float64)

    def persoon(self, rij: int) -> Klaverblad:
        """One employee, without the amounts that come with a service."""
        bladen = {blad: tabel[rij] for blad, tabel in self.bladen.items()}
        return Klaverblad.van_mensen(bladen, self.loonkost[rij], self.vte[rij])

    def mensen(self, dienst: str) -> Klaverblad:
        """The employees of a service, without the amounts that come with it."""
        return Klaverblad.van_mensen(
            {blad: self.verdeling.tel_op(tabel, dienst) for blad, tabel in self.bladen.items()},
            self.verdeling.tel_op(self.loonkost, dienst),
            self.verdeling.tel_op(self.vte, dienst),
        )

    def rekening(self, rij: int, plaats: int) -> Kwartaalrekening:
        """Everything behind the amounts of one employee in one quarter."""
        return reken_uit(self.personen[rij], self.tarieven.kwartalen[plaats])


def maak_prognose(stand: Stand, tarieven: Tarieven) -> Prognose:
    """The whole forecast; time and memory grow with persons × quarters."""
    personen = tuple(in_dienst(stand.personen, tarieven.periode))
    contracten = contractkolommen([(nr, c) for nr, p in enumerate(personen) for c in p.contracten])
    kwartalen = kwartaalkolommen(tarieven)
    dekking = bepaal_dekking(contracten, kwartalen, len(personen))
    steun = steunkolommen(personen, tarieven)
    premies = bereken_premies(contracten, steun, kwartalen, dekking)
    kosten = bereken_kosten(contracten, kwartalen, dekking)
    bladen = {
        Blad.LOONPREMIE: premies.loonpremie,
        Blad.BEGELEIDINGSPREMIE: premies.begeleidingspremie,
        Blad.LDE_VERGOEDING: _lde(personen, tarieven),
    }
    for rij, plaats in {*premies.twijfel, *kosten.twijfel}:
        exact = reken_uit(personen[rij], tarieven.kwartalen[plaats])
        bladen[Blad.LOONPREMIE][rij, plaats] = centen(exact.loonpremie)
        bladen[Blad.BEGELEIDINGSPREMIE][rij, plaats] = centen(exact.begeleidingspremie)
        kosten.loonkost[rij, plaats] = centen(exact.loonkost)
    procent = steun.procent[steun.verloop]
    return Prognose(stand, tarieven, personen, bladen, kosten.loonkost, kosten.vte, procent)


def _lde(personen: Sequence[Persoon], tarieven: Tarieven) -> Centen:
    """The transition's compensation; few have it, so each cell is computed exactly."""
    tabel = np.zeros((len(personen), len(tarieven)), np.int64)
    for rij, persoon in enumerate(personen):
        for advies in persoon.adviezen:
            if advies.lde and advies.periode.overlapt(tarieven.periode):
                for plaats, tarief in enumerate(tarieven.kwartalen):
                    tabel[rij, plaats] = centen(reken_uit(persoon, tarief).lde_vergoeding)
    return tabel
