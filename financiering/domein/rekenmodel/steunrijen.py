"""Courses of support as rows of days, whatever the quarters are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from financiering.domein.rekenmodel.afronding import Bedragen
from financiering.domein.rekenmodel.dagen import Getallen, dagnummer, getallen, kwartaal_later
from financiering.domein.rekenmodel.persoon import Advies
from werknemers.domein.begeleidingstelling import LAATSTE_BEGINKWARTAAL


@dataclass(frozen=True, slots=True)
class Rijen:
    """Something from the day `van` up to `tot`, in the row `verloop` of a table; day numbers."""

    verloop: Getallen
    van: Getallen
    tot: Getallen

    def cellen(self, eerste: Getallen) -> tuple[Getallen, tuple[Getallen, Getallen]]:
        """Where the first day of a quarter lies inside: of which row, and the place in a table."""
        rijen, plaatsen = np.nonzero((self.van[:, None] <= eerste) & (eerste < self.tot[:, None]))
        return rijen, (self.verloop[rijen], plaatsen)


@dataclass(frozen=True, slots=True)
class Steunrijen:
    """`schijven` are the steps of the wage premium, cut to their advice, each with its percentage
    over 100 in `procent`. `begeleiding` is when there is guidance, by row of the level
    `niveaus[niveau[row]]`. In rows of which `deel` is 0 the flat part of its premium is high, of 2
    low, and of 1 that hangs on whether a chain of advice counts or each advice for itself.
    `met_lde` are the rows with an LDE transition."""

    schijven: Rijen
    procent: Bedragen
    begeleiding: Rijen
    niveaus: tuple[str, ...]
    niveau: Getallen
    deel: Getallen
    met_lde: Getallen

    @classmethod
    def uit(cls, verlopen: Sequence[tuple[Advies, ...]]) -> "Steunrijen":
        """From courses, in the order of the rows of the tables."""
        paren = [(rij, a) for rij, steun in enumerate(verlopen) for a in steun if not a.lde]
        alle = Rijen(
            getallen(rij for rij, _ in paren),
            getallen(advies.periode.van.toordinal() for _, advies in paren),
            getallen(dagnummer(advies.periode.tot) for _, advies in paren),
        )
        stappen = [
            (nr, schijf.periode.van.toordinal(), dagnummer(schijf.periode.tot), schijf.percentage)
            for nr, (_, advies) in enumerate(paren)
            for schijf in advies.schijven
        ]
        nr, van, tot, procent = np.array(stappen, np.int64).reshape(-1, 4).T
        niveaus: dict[str, int] = {}
        niveau = [niveaus.setdefault(a.niveau, len(niveaus)) if a.niveau else -1 for _, a in paren]
        wie = np.flatnonzero(np.array(niveau, np.int64) >= 0)
        keten, zelf = (
            getallen(advies.telt_van(keten=telt).toordinal() for _, advies in paren)
            for telt in (True, False)
        )
        eerst, laatst = (
            np.clip(kwartaal_later(telt_van, LAATSTE_BEGINKWARTAAL), alle.van[wie], alle.tot[wie])
            for telt_van in (keten[wie], zelf[wie])
        )
        return cls(
            schijven=Rijen(
                alle.verloop[nr], np.maximum(van, alle.van[nr]), np.minimum(tot, alle.tot[nr])
            ),
            procent=procent / 100,
            begeleiding=Rijen(
                np.tile(alle.verloop[wie], 3),
                np.concatenate([alle.van[wie], eerst, laatst]),
                np.concatenate([eerst, laatst, alle.tot[wie]]),
            ),
            niveaus=tuple(niveaus),
            niveau=np.tile(np.array(niveau, np.int64)[wie], 3),
            deel=np.repeat((0, 1, 2), len(wie)),
            met_lde=_met_lde(verlopen, alle.verloop),
        )


def _met_lde(verlopen: Sequence[tuple[Advies, ...]], andere: Getallen) -> Getallen:
    """The rows with more advice than the other kinds: `andere` has the row of each of those."""
    if sum(map(len, verlopen)) == len(andere):
        return getallen(())
    aantal = np.bincount(andere, minlength=len(verlopen))
    return np.flatnonzero(getallen(map(len, verlopen)) > aantal)
