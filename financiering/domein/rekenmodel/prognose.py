"""From people and rates to the forecast of each employee, each service and the whole."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.aandelen import Aandelen
from financiering.domein.rekenmodel.afronding import MILJOEN, Centen
from financiering.domein.rekenmodel.bijdragekolommen import Bijdragen, bereken_bijdragen
from financiering.domein.rekenmodel.dagen import Getallen, getallen
from financiering.domein.rekenmodel.dekking import Dekking, bepaal_dekking
from financiering.domein.rekenmodel.diensten import Persoonstabellen, Verdeling, verdeel
from financiering.domein.rekenmodel.exact import Kwartaalrekening, centen, reken_uit
from financiering.domein.rekenmodel.klaverblad import Blad, Klaverblad
from financiering.domein.rekenmodel.kolommen import (
    Kwartaalkolommen,
    Steunkolommen,
    kwartaalkolommen,
    met_adviezen,
    met_fijnheid,
    steunkolommen,
)
from financiering.domein.rekenmodel.kosten import bereken_kosten
from financiering.domein.rekenmodel.lde import lde_naast_imw, lde_vergoedingen
from financiering.domein.rekenmodel.mensen import Contractkolommen, Mensen
from financiering.domein.rekenmodel.persoon import Advies, Persoon, advies_in
from financiering.domein.rekenmodel.premies import bereken_premies
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.tarieven import Tarieven


@dataclass(frozen=True, slots=True)
class Kolommen:
    """What the tables of a forecast are made from."""

    contracten: Contractkolommen
    kwartalen: Kwartaalkolommen
    steun: Steunkolommen
    dekking: Dekking
    bijdragen: Bijdragen


@dataclass(frozen=True, slots=True)
class Werkdeel:
    """What one employee brings in and costs in one service, in cents per quarter; `rij` is that of
    the employee in the forecast."""

    rij: int
    dienst: str
    bladen: Mapping[Blad, Centen]
    loonkost: Centen


@dataclass(frozen=True)
class Prognose:
    """Tables of cents, (persons × quarters), and their sums. `personen` are the rows: everybody
    with a contract somewhere in the period, and `kolommen` what the tables were made from."""

    stand: Stand
    tarieven: Tarieven
    personen: Mensen
    bladen: Mapping[Blad, Centen]
    loonkost: Centen
    vte: Centen
    kolommen: Kolommen

    @cached_property
    def verdeling(self) -> Verdeling:
        alle = self.kolommen
        return verdeel(
            self.personen, self.tarieven, alle.kwartalen, alle.bijdragen, alle.dekking.rest
        )

    @cached_property
    def delen(self) -> Persoonstabellen:
        """The parts of who works in more services than one; the rows are those of `verdeling`."""
        gewicht = self.verdeling.gewicht
        *bladen, loonkost = self.verdeling.splits(
            [*self.bladen.values(), self.loonkost],
            [*(gewicht.bladen[blad] for blad in self.bladen), gewicht.loonkost],
        )
        return Persoonstabellen(dict(zip(self.bladen, bladen, strict=True)), loonkost, gewicht.vte)

    @cached_property
    def diensten(self) -> dict[str, Klaverblad]:
        bedragen, mensen = self.stand.bedragen_van, self.mensen
        return {
            dienst: mensen(dienst).met_dienst(bedragen(dienst), self.tarieven)
            for dienst in self.stand.diensten
        }

    @cached_property
    def totaal(self) -> Klaverblad:
        return Klaverblad.samen(list(self.diensten.values()), len(self.tarieven))

    def in_dienst(self, dienst: str) -> Persoonstabellen:
        """What the employees of a service bring in and cost there; the rows are those of
        `verdeling.rijen`."""
        deel, delen = self.verdeling.deel, self.delen
        return Persoonstabellen(
            {blad: deel(t, delen.bladen[blad], dienst) for blad, t in self.bladen.items()},
            deel(self.loonkost, delen.loonkost, dienst),
            deel(self.vte, delen.vte, dienst),
        )

    @cached_property
    def aandelen(self) -> Aandelen:
        return Aandelen(self.diensten, self.verdeling, self.in_dienst)

    def dalingen(self, plaats: int) -> list[tuple[int, int, int]]:
        """Whose percentage falls in this quarter, while at work: (person, from, to)."""
        return [
            self._daling(rij, plaats) for rij in np.flatnonzero(self._daalt[:, plaats]).tolist()
        ]

    def dalingen_van(self, rij: int) -> list[tuple[int, int, int]]:
        """When the percentage of one employee falls: (quarter, from, to)."""
        plaatsen = np.flatnonzero(self._daalt[rij]).tolist()
        return [(plaats, *self._daling(rij, plaats)[1:]) for plaats in plaatsen]

    def _daling(self, rij: int, plaats: int) -> tuple[int, int, int]:
        van, naar = self._procenten[rij, plaats : plaats + 2].tolist()
        return rij, van, naar

    @cached_property
    def _daalt(self) -> NDArray[np.bool_]:
        procenten = self._procenten
        daalt: NDArray[np.bool_] = (procenten[:, 1:] < procenten[:, :-1]) & (self.vte > 0)
        return daalt

    @cached_property
    def _procenten(self) -> Getallen:
        """Whole percentages, with the quarter before the first in front."""
        steun, kwartaal = self.kolommen.steun, self.tarieven.van + -1
        adviezen = [advies_in(verloop, kwartaal) for verloop in self.personen.steun]
        ervoor = [a.percentage(kwartaal) if a else 0 for a in adviezen] or [0]
        nu = np.rint(steun.procent * 100).astype(np.int64)
        return np.column_stack([getallen(ervoor), nu])[steun.verloop]

    def persoon(self, rij: int) -> Klaverblad:
        """One employee, without the amounts that come with a service."""
        bladen = {blad: tabel[rij] for blad, tabel in self.bladen.items()}
        return Klaverblad.van_mensen(bladen, self.loonkost[rij], self.vte[rij])

    def mensen(self, dienst: str) -> Klaverblad:
        """The employees of a service, without the amounts that come with it."""
        sommen = self._sommen.get(dienst)
        if sommen is None:
            sommen = np.zeros((len(self.bladen) + 2, len(self.tarieven)), np.int64)
        *bladen, loonkost, vte = sommen
        return Klaverblad.van_mensen(dict(zip(self.bladen, bladen, strict=True)), loonkost, vte)

    @cached_property
    def _sommen(self) -> dict[str, Centen]:
        """The leaves, the wages and the full-time jobs of the employees of each service."""
        delen = self.delen
        return self.verdeling.tel_op(
            [*self.bladen.values(), self.loonkost, self.vte],
            [*(delen.bladen[blad] for blad in self.bladen), delen.loonkost, delen.vte],
        )

    def werkdelen(self) -> Iterator[Werkdeel]:
        """Everybody in each service where they work, person by person: those of one service add up
        to its people, those of one person to that person."""
        tabellen = {dienst: self.in_dienst(dienst) for dienst in self.diensten}
        plaatsen = sorted(
            (rij, nummer, nr)
            for nummer, dienst in enumerate(tabellen)
            for nr, rij in enumerate(self.verdeling.rijen(dienst).tolist())
        )
        diensten = list(tabellen.items())
        for rij, nummer, nr in plaatsen:
            dienst, eigen = diensten[nummer]
            bladen = {blad: tabel[nr] for blad, tabel in eigen.bladen.items()}
            yield Werkdeel(rij, dienst, bladen, eigen.loonkost[nr])

    def rekening(self, rij: int, plaats: int) -> Kwartaalrekening:
        """Everything behind the amounts of one employee in one quarter."""
        return reken_uit(self.personen[rij], self.tarieven.kwartalen[plaats])


def maak_prognose(stand: Stand, tarieven: Tarieven) -> Prognose:
    """The whole forecast; time and memory grow with persons × quarters."""
    personen = stand.mensen.kies(stand.mensen.rijen_in_dienst(tarieven.periode))
    contracten = personen.contracten
    ruw = kwartaalkolommen(tarieven)
    dekking = bepaal_dekking(contracten, ruw, len(personen))
    bijdragen = bereken_bijdragen(contracten, personen.opgaven, ruw, dekking)
    fijnste = int(bijdragen.noemer.max(initial=1))
    kwartalen = met_fijnheid(ruw, _breuknoemer(contracten), fijnste)
    steun = steunkolommen(personen, kwartalen)
    kolommen = Kolommen(contracten, kwartalen, steun, dekking, bijdragen)
    kosten = bereken_kosten(contracten, kwartalen, dekking, bijdragen)
    for rij, plaats in kosten.twijfel:
        exact = reken_uit(personen[rij], tarieven.kwartalen[plaats])
        kosten.loonkost[rij, plaats] = centen(exact.loonkost)
    bladen = _premies(personen.__getitem__, tarieven, kolommen)
    bladen[Blad.LDE_VERGOEDING] = lde_vergoedingen(personen, tarieven, kwartalen)
    return Prognose(stand, tarieven, personen, bladen, kosten.loonkost, kosten.vte, kolommen)


def premies_met(
    prognose: Prognose, erbij: Callable[[tuple[Advies, ...]], tuple[Advies, ...]]
) -> dict[Blad, Centen]:
    """The two premiums if everybody had more advice than they have, and all else is the same."""
    oud = prognose.kolommen.steun
    adviezen = [erbij(verloop) for verloop in oud.adviezen]
    steun = met_adviezen(oud, adviezen, prognose.kolommen.kwartalen)

    def persoon(rij: int) -> Persoon:
        wie = prognose.personen[rij]
        return replace(wie, adviezen=(*wie.adviezen, *adviezen[oud.verloop[rij]]))

    return _premies(persoon, prognose.tarieven, replace(prognose.kolommen, steun=steun))


def _premies(
    persoon: Callable[[int], Persoon], tarieven: Tarieven, kolommen: Kolommen
) -> dict[Blad, Centen]:
    """With the doubtful cells computed exactly, and those in which days of a transition do not
    count; `persoon` gives who stands in a row."""
    premies = bereken_premies(
        kolommen.contracten, kolommen.steun, kolommen.kwartalen, kolommen.dekking,
        kolommen.bijdragen,
    )  # fmt: skip
    for rij, plaats in (*premies.twijfel, *lde_naast_imw(kolommen.steun, tarieven)):
        exact = reken_uit(persoon(rij), tarieven.kwartalen[plaats])
        premies.loonpremie[rij, plaats] = centen(exact.loonpremie)
        premies.begeleidingspremie[rij, plaats] = centen(exact.begeleidingspremie)
    return {
        Blad.LOONPREMIE: premies.loonpremie,
        Blad.BEGELEIDINGSPREMIE: premies.begeleidingspremie,
    }


def _breuknoemer(contracten: Contractkolommen) -> int:
    """Every fraction of employment, and every sum of them, is a multiple of one over this."""
    return MILJOEN // int(np.gcd.reduce(contracten.miljoensten, initial=MILJOEN))
