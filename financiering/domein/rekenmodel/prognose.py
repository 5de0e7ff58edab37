"""From people and rates to the forecast of each employee, each service and the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from financiering.domein.rekenmodel.afronding import Centen
from financiering.domein.rekenmodel.dekking import bepaal_dekking
from financiering.domein.rekenmodel.diensten import Verdeling, verdeel
from financiering.domein.rekenmodel.exact import Kwartaalrekening, centen, reken_uit
from financiering.domein.rekenmodel.klaverblad import (
    DIENSTBLADEN,
    OMKADERING,
    PERSOONSBLADEN,
    Blad,
    Klaverblad,
    dienstbedrag,
)
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
    with a contract somewhere in the period."""

    stand: Stand
    tarieven: Tarieven
    personen: tuple[Persoon, ...]
    bladen: Mapping[Blad, Centen]
    loonkost: Centen
    vte: Centen

    @cached_property
    def diensten(self) -> dict[str, Klaverblad]:
        verdeling = verdeel(self.personen, self.tarieven)
        return {dienst: self._dienst(dienst, verdeling) for dienst in self.stand.diensten}

    @cached_property
    def totaal(self) -> Klaverblad:
        return Klaverblad.samen(list(self.diensten.values()), len(self.tarieven))

    def persoon(self, rij: int) -> Klaverblad:
        """One employee, without the amounts that come with a service."""
        nul = np.zeros(len(self.tarieven), np.int64)
        bladen = {blad: self.bladen[blad][rij] if blad in self.bladen else nul for blad in Blad}
        return Klaverblad(bladen, self.loonkost[rij], nul, self.vte[rij])

    def rekening(self, rij: int, plaats: int) -> Kwartaalrekening:
        """Everything behind the amounts of one employee in one quarter."""
        return reken_uit(self.personen[rij], self.tarieven.kwartalen[plaats])

    def _dienst(self, dienst: str, verdeling: Verdeling) -> Klaverblad:
        vte = verdeling.tel_op(self.vte, dienst)
        bladen = {blad: verdeling.tel_op(self.bladen[blad], dienst) for blad in PERSOONSBLADEN}
        bladen |= {blad: self._bedrag(dienst, blad, vte) for blad in DIENSTBLADEN}
        loonkost = verdeling.tel_op(self.loonkost, dienst)
        return Klaverblad(bladen, loonkost, self._bedrag(dienst, OMKADERING, vte), vte)

    def _bedrag(self, dienst: str, soort: str, vte: Centen) -> Centen:
        eigen = (b for b in self.stand.bedragen if b.dienst == dienst and b.soort == soort)
        return dienstbedrag(eigen, vte, self.tarieven)


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
    return Prognose(stand, tarieven, personen, bladen, kosten.loonkost, kosten.vte)


def _lde(personen: Sequence[Persoon], tarieven: Tarieven) -> Centen:
    """The transition's compensation; few have it, so each cell is computed exactly."""
    tabel = np.zeros((len(personen), len(tarieven)), np.int64)
    for rij, persoon in enumerate(personen):
        for advies in persoon.adviezen:
            if advies.lde and advies.periode.overlapt(tarieven.periode):
                for plaats, tarief in enumerate(tarieven.kwartalen):
                    tabel[rij, plaats] = centen(reken_uit(persoon, tarief).lde_vergoeding)
    return tabel
