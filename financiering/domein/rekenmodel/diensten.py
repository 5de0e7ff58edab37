"""Which service an employee's amounts belong to (docs/regels.md#parts)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from financiering.domein.rekenmodel.afronding import GROOTSTE_GEWICHT, Centen, verdeel_tabel
from financiering.domein.rekenmodel.bijdragekolommen import Bijdragen
from financiering.domein.rekenmodel.dagen import Getallen, deze
from financiering.domein.rekenmodel.dekking import Rest
from financiering.domein.rekenmodel.klaverblad import PERSOONSBLADEN, Blad
from financiering.domein.rekenmodel.kolommen import Kwartaalkolommen
from financiering.domein.rekenmodel.kosten import DAGEENHEID
from financiering.domein.rekenmodel.lde import lde_contracten
from financiering.domein.rekenmodel.mensen import Contractkolommen, Mensen
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Tarieven

_NIEMAND: Final = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Persoonstabellen:
    """What comes and goes with employees: tables of the same rows, by quarter."""

    bladen: Mapping[Blad, Centen]
    loonkost: Centen
    vte: Getallen


@dataclass(frozen=True, slots=True)
class Verdeling:
    """`alleen[dienst]` holds the rows of who works in that service only, `gedeeld` those of the few
    others. Each of them and a service in which they work is a pair: `groep` says of whom in
    `gedeeld`, `waar` of which service by its number in `plaats`. `gewicht` (pairs × quarters) is
    what the amounts are split by; that of `vte` are the full-time jobs themselves."""

    alleen: Mapping[str, Getallen]
    gedeeld: Getallen
    groep: Getallen
    waar: Getallen
    plaats: Mapping[str, int]
    gewicht: Persoonstabellen

    def rijen(self, dienst: str) -> Getallen:
        """Who works in the service, now or later; those of `gedeeld` last."""
        eigen = self.alleen.get(dienst, _NIEMAND)
        return np.concatenate([eigen, self.gedeeld[self.groep[self._hier(dienst)]]])

    def splits(self, tabellen: Sequence[Centen], gewichten: Sequence[Getallen]) -> list[Centen]:
        """The part of each pair in these (persons × quarters) tables; the parts add up to the
        whole."""
        naast = np.hstack([tabel[self.gedeeld] for tabel in tabellen])
        delen = verdeel_tabel(naast, np.hstack(gewichten), self.groep)
        vorm = (len(self.groep), len(tabellen), tabellen[0].shape[1])
        return list(delen.reshape(vorm).swapaxes(0, 1))

    def deel(self, tabel: Centen, delen: Centen, dienst: str) -> Centen:
        """The part of a table that belongs to the service, for its `rijen`; `delen` are those of
        the pairs."""
        eigen = tabel[self.alleen.get(dienst, _NIEMAND)]
        return np.concatenate([eigen, delen[self._hier(dienst)]])

    def tel_op(self, tabellen: Sequence[Centen], delen: Sequence[Centen]) -> dict[str, Centen]:
        """By service where somebody works: its part of each of these tables, added up per quarter,
        (tables × quarters); `delen` are those of the pairs."""
        gedeeld = np.zeros((len(self.plaats), len(tabellen), tabellen[0].shape[1]), np.int64)
        np.add.at(gedeeld, self.waar, np.stack(delen, axis=1))
        sommen: dict[str, Centen] = {
            dienst: gedeeld[plaats] for dienst, plaats in self.plaats.items()
        }
        met_eigen = {dienst: rijen for dienst, rijen in self.alleen.items() if len(rijen)}
        if met_eigen:
            begin = np.cumsum([0, *map(len, met_eigen.values())])[:-1]
            orde = np.concatenate(list(met_eigen.values()))
            eigen = [np.add.reduceat(tabel.take(orde, axis=0), begin) for tabel in tabellen]
            for nummer, dienst in enumerate(met_eigen):
                sommen[dienst] = sommen[dienst] + [som[nummer] for som in eigen]
        return sommen

    def _hier(self, dienst: str) -> Getallen:
        return np.flatnonzero(self.waar == self.plaats.get(dienst, -1))


def verdeel(
    mensen: Mensen,
    tarieven: Tarieven,
    kwartalen: Kwartaalkolommen,
    bijdragen: Bijdragen,
    rest: Rest,
) -> Verdeling:
    """`bijdragen` and `rest` are those of all contracts of these people."""
    raakt = mensen.contracten.in_periode(tarieven.periode)
    contracten, dienst = mensen.contracten.kies(raakt), mensen.dienst[raakt]
    wie = contracten.persoon
    # The contracts of one person stand together: whose service is not that of the one before it?
    anders = (wie[1:] == wie[:-1]) & (dienst[1:] != dienst[:-1])
    in_meer = np.zeros(len(mensen), np.bool_)
    in_meer[wie[1:][anders]] = True
    meer, gedeeld = np.flatnonzero(in_meer), in_meer[wie]
    alleen = {
        naam: deze(wie[~gedeeld & (dienst == nummer)], len(mensen))
        for nummer, naam in enumerate(mensen.diensten)
    }
    # Of equal remainders the service whose name comes first gets the cent.
    plaats = {naam: nr for nr, naam in enumerate(sorted(mensen.diensten))}
    nummers = np.array([plaats[naam] for naam in mensen.diensten], np.int64)
    sleutels = wie[gedeeld] * max(len(plaats), 1) + nummers[dienst[gedeeld]]
    paren, paar = np.unique(sleutels, return_inverse=True)
    van_wie, waar = np.divmod(paren, max(len(plaats), 1))
    groep = np.asarray(np.searchsorted(meer, van_wie), np.int64)
    maal = bijdragen.per_maand(np.flatnonzero(raakt)[gedeeld], rest)
    gewicht = _gewichten(
        mensen, _Gedeeld(contracten.kies(gedeeld), maal), paar, len(paren), tarieven, kwartalen
    )
    return Verdeling(alleen, meer, groep, waar, plaats, gewicht)


@dataclass(frozen=True, slots=True)
class _Gedeeld:
    """The contracts of who works in more services than one; `maal` (contracts × quarters × 3) is
    what their wages are multiplied by for the contribution."""

    contracten: Contractkolommen
    maal: Getallen

    @property
    def lonen(self) -> Getallen:
        """With contribution, by quarter and month; in the smallest whole numbers that the rates
        allow."""
        deler = np.gcd.reduce(self.maal, axis=None, initial=0) or 1
        centen = np.rint(self.contracten.bruto).astype(np.int64)
        lonen: Getallen = centen[:, None, None] * (self.maal // deler)
        return lonen


def _gewichten(
    mensen: Mensen,
    werk: _Gedeeld,
    paar: Getallen,
    paren: int,
    tarieven: Tarieven,
    kwartalen: Kwartaalkolommen,
) -> Persoonstabellen:
    """The wage premium goes by the reference wage of each contract, wages by what each costs; the
    guidance premium by full-time jobs. Both leave out the days of an LDE transition; its
    compensation goes by the full-time jobs in those days."""
    if not paren:
        leeg = np.zeros((0, len(kwartalen)), np.int64)
        return Persoonstabellen(dict.fromkeys(PERSOONSBLADEN, leeg), leeg, leeg)
    loon, kost = _loonfactoren(tarieven)
    per_job = _per_job(kwartalen)
    contracten, lonen = werk.contracten, werk.lonen
    van_lde, in_lde = lde_contracten(mensen, contracten, tarieven.periode)
    alle = _Paren.van(contracten, kwartalen, paar, paren)
    overgang = _Paren.van(in_lde, kwartalen, paar[van_lde], paren)
    vte = alle.som(contracten.miljoensten[:, None, None], per_job)
    lde_vte = overgang.som(in_lde.miljoensten[:, None, None], per_job)
    van_loon, van_vte = alle.som(lonen, loon), vte
    if len(in_lde):
        van_loon = van_loon - overgang.som(lonen[van_lde], loon)
        van_vte = van_vte - lde_vte
    bladen = {
        Blad.LOONPREMIE: van_loon,
        Blad.BEGELEIDINGSPREMIE: van_vte,
        Blad.LDE_VERGOEDING: lde_vte,
    }
    return Persoonstabellen(bladen, alle.som(lonen, kost), vte)


@dataclass(frozen=True, slots=True)
class _Factoren:
    """By quarter and month, in whole numbers of any size; `meeste` is the most that the days of a
    quarter can come to."""

    getallen: NDArray[Any]
    meeste: int

    @classmethod
    def van(cls, rijen: Sequence[tuple[int, int, int]]) -> Self:
        return cls(np.array(rijen, object), max(sum(31 * deel for deel in rij) for rij in rijen))


@dataclass(frozen=True, slots=True)
class _Paren:
    """Which pair each contract belongs to, of how many; `dagen` are (contracts × quarters × 3
    months), `meeste` is how many contracts one person has at most."""

    paar: Getallen
    aantal: int
    dagen: Getallen
    meeste: int

    @classmethod
    def van(
        cls, contracten: Contractkolommen, kwartalen: Kwartaalkolommen, paar: Getallen, aantal: int
    ) -> Self:
        dagen = np.minimum(contracten.tot[:, None, None], kwartalen.tot)
        dagen -= np.maximum(contracten.van[:, None, None], kwartalen.van)
        meeste = int(np.bincount(contracten.persoon).max(initial=0))
        return cls(paar, aantal, np.maximum(dagen, 0), meeste)

    def som(self, waarde: Getallen, factoren: _Factoren) -> Getallen:
        """(pairs × quarters): a whole number of each contract, or of each in each month, times its
        days of the month, times the factor of the month."""
        soort = self._soort(waarde, factoren)
        keer: Getallen = factoren.getallen.astype(soort)
        dagen: Getallen = self.dagen.astype(soort, copy=False) * waarde.astype(soort, copy=False)
        per_contract = np.einsum("ckm,km->ck", dagen, keer)
        resultaat: Getallen = np.zeros((self.aantal, len(keer)), soort)
        np.add.at(resultaat, self.paar, per_contract)
        return resultaat

    def _soort(self, waarde: Getallen, factoren: _Factoren) -> type:
        """Whole numbers of 64 bits, unless those of one person would not fit."""
        grootste = int(waarde.max(initial=0)) * factoren.meeste * self.meeste
        return np.int64 if grootste.bit_length() <= GROOTSTE_GEWICHT else object


def _per_job(kwartalen: Kwartaalkolommen) -> _Factoren:
    """A day over the days of its month, in the unit of `kosten.VTE`."""
    return _Factoren(DAGEENHEID // (kwartalen.tot - kwartalen.van), 3 * DAGEENHEID)


@lru_cache(maxsize=32)
def _loonfactoren(tarieven: Tarieven) -> tuple[_Factoren, _Factoren]:
    """What a day of each month brings to the reference wage and to the wage cost of its quarter,
    for a wage with contribution, in the smallest whole numbers with the same proportions."""
    return (
        _Factoren.van([_heel(t, [m.index for m in t.maanden]) for t in tarieven.kwartalen]),
        _Factoren.van([_heel(t, [m.kostfactor for m in t.maanden]) for t in tarieven.kwartalen]),
    )


def _heel(tarief: Kwartaaltarief, factoren: list[Fraction]) -> tuple[int, int, int]:
    paren = zip(factoren, tarief.maanden, strict=True)
    per_dag = [factor / (maand.periode.dagen or 1) for factor, maand in paren]
    noemer = lcm(*(deel.denominator for deel in per_dag))
    een, twee, drie = (int(deel * noemer) for deel in per_dag)
    deler = gcd(een, twee, drie) or 1
    return een // deler, twee // deler, drie // deler
