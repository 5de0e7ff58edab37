"""How many starters a year a service needs to make ends meet: found by trying, on the model."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count

import numpy as np

from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.dagen import Getallen
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.rekenmodel.pakket import Pakket
from financiering.domein.rekenmodel.persoon import Contract, Persoon
from financiering.domein.rekenmodel.prognose import Prognose, maak_prognose
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.tarieven import Tarieven
from gedeeld.periode import Periode, plus_maanden


@dataclass(frozen=True, slots=True)
class Instroomvraag:
    """Starters in one service, all alike: `breuk` and `bruto` as in a Contract. At most so many a
    year are tried."""

    dienst: str
    pakket: Pakket
    breuk: Decimal
    bruto: Decimal
    vanaf: date
    hoogstens: int = 40


@dataclass(frozen=True, slots=True)
class Poging:
    """So many starters a year, with the lowest balance of the service in a quarter from `vanaf` on,
    in euro, and the full-time jobs of that quarter."""

    aantal: int
    saldo: Decimal
    jobs: Decimal


@dataclass(frozen=True, slots=True)
class Instroomantwoord:
    """`aantal` starters a year, None when no number suffices. `geprobeerd` holds each number that
    was tried, the last one is the answer."""

    aantal: int | None
    geprobeerd: tuple[Poging, ...]

    @property
    def dichtste(self) -> Poging:
        """The one that came nearest, the smallest of those."""
        return max(self.geprobeerd, key=lambda poging: (poging.saldo, -poging.aantal))


def kleinste_instroom(stand: Stand, tarieven: Tarieven, vraag: Instroomvraag) -> Instroomantwoord:
    """Try 0, 1, 2, … starters a year until no quarter that begins on `vanaf` or later ends with a
    shortage. More is not always better (a starter may cost more than they bring in), so no number
    is skipped. Raises ValueError when no quarter of the rates begins on `vanaf` or later.
    """
    begin = tarieven.vanaf(vraag.vanaf)
    if begin == len(tarieven):
        raise ValueError("De eerste instroom ligt na het laatste kwartaal van de prognose.")
    nu, starters = maak_prognose(stand, tarieven).mensen(vraag.dienst), _starters(vraag, tarieven)
    bedragen = stand.bedragen_van(vraag.dienst)
    geprobeerd = []
    for aantal in range(vraag.hoogstens + 1):
        mensen = Klaverblad.samen([nu, _zoveel(starters, aantal)], len(tarieven))
        blad = mensen.met_dienst(bedragen, tarieven)
        slechtste = begin + int(blad.saldo[begin:].argmin())
        laagste = int(blad.saldo[slechtste])
        geprobeerd.append(Poging(aantal, euro(laagste), blad.vte_in_jobs(slechtste)))
        if laagste >= 0:
            return Instroomantwoord(aantal, tuple(geprobeerd))
    return Instroomantwoord(None, tuple(geprobeerd))


def _starters(vraag: Instroomvraag, tarieven: Tarieven) -> Prognose:
    """One starter in each month; however many there are, they start in one of these months."""
    personen = []
    for maand in range(_maanden(vraag, tarieven)):
        dag = plus_maanden(vraag.vanaf, maand)
        advies = vraag.pakket.advies(dag)
        werk = Contract(vraag.dienst, Periode(dag, advies.periode.tot), vraag.breuk, vraag.bruto)
        personen.append(Persoon(str(maand), f"Nieuwe collega {maand + 1}", (werk,), (advies,)))
    return maak_prognose(Stand((vraag.dienst,), tuple(personen)), tarieven)


def _maanden(vraag: Instroomvraag, tarieven: Tarieven) -> int:
    """How many months after `vanaf`, that month included, begin before the end of the rates."""
    tot = tarieven.periode.tot or date.max
    return next(nr for nr in count() if plus_maanden(vraag.vanaf, nr) >= tot)


def _zoveel(starters: Prognose, aantal: int) -> Klaverblad:
    """What so many starters a year bring in and cost, evenly spread over each year."""
    maanden = [int(persoon.sleutel) for persoon in starters.personen]
    maal = _per_maand(aantal, max(maanden) + 1)[maanden]
    return Klaverblad.van_mensen(
        {blad: maal @ tabel for blad, tabel in starters.bladen.items()},
        maal @ starters.loonkost,
        maal @ starters.vte,
    )


def _per_maand(aantal: int, maanden: int) -> Getallen:
    """How many start in each month: number i of them after i × 12/`aantal` months."""
    nummers = np.arange(aantal * maanden // 12 + 1 if aantal else 0)
    na = nummers * 12 // max(aantal, 1)
    return np.bincount(na[na < maanden], minlength=maanden)
