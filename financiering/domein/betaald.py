"""What was paid beside what was foreseen: of each employee in a quarter, and of whole quarters.

The forecast of a quarter that is over is counted again from the contracts, the advice and the
parameters as they are known now; so what is left as a difference is not what was typed late.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

import numpy as np

from financiering.domein.prognoses import Prognoseuitkomst, prognose_van
from financiering.domein.rekenmodel.afronding import Centen, euro
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.verschil import Opgave, Verschildeel, rest_van, tel_op, verklaar
from financiering.keuzes import Betaalblad, Scenariobasis, Verschilreden
from financiering.models import Betaling
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import getal
from regels.keuzes import Parametercode

_OPGAVE: Final = ("percentage", "breuk", "referteloon", "plafond")
# So many of the same are no coincidence.
_MINSTENS: Final = 3
_BLADEN: Final[dict[str, tuple[Blad, ...]]] = {
    Betaalblad.LOONPREMIE: (Blad.LOONPREMIE,),
    Betaalblad.BEGELEIDINGSPREMIE: (Blad.BEGELEIDINGSPREMIE,),
    Betaalblad.SAMEN: (Blad.LOONPREMIE, Blad.BEGELEIDINGSPREMIE),
}


@dataclass(frozen=True, slots=True)
class Redenregel:
    """One part of a difference, in euro."""

    reden: Verschilreden
    bedrag: Decimal
    uitleg: str = ""

    @property
    def naam(self) -> str:
        return f"{self.reden.label}: {self.uitleg}" if self.uitleg else str(self.reden.label)


@dataclass(frozen=True, slots=True)
class Betaalvergelijking:
    """One employee, or the whole quarter, and one premium; `lijnen` as they came in. `werknemer` is
    a key, None for the whole quarter. The parts add up to the difference, to the cent. `diensten`
    are those in which the employee works in the quarter."""

    werknemer: int | None
    naam: str
    nummer: str
    blad: Betaalblad
    lijnen: tuple[Betaling, ...]
    centen_betaald: int
    centen_voorzien: int
    delen: tuple[Verschildeel, ...]
    diensten: tuple[str, ...] = ()

    @property
    def betaald(self) -> Decimal:
        return euro(self.centen_betaald)

    @property
    def voorzien(self) -> Decimal:
        return euro(self.centen_voorzien)

    @property
    def verschil(self) -> Decimal:
        return euro(self.centen_betaald - self.centen_voorzien)

    @property
    def redenen(self) -> list[Redenregel]:
        return [Redenregel(deel.reden, euro(deel.centen), deel.uitleg) for deel in self.delen]


@dataclass(frozen=True)
class Kwartaalvergelijking:
    """Everybody of one quarter; largest difference first. `dienst`: only who works there."""

    kwartaal: Kwartaal
    regels: tuple[Betaalvergelijking, ...]
    dienst: str | None = None

    def van_dienst(self, dienst: str) -> "Kwartaalvergelijking":
        """Those who (also) work in a service; a sum for the whole quarter belongs to none."""
        regels = tuple(regel for regel in self.regels if dienst in regel.diensten)
        return replace(self, regels=regels, dienst=dienst)

    @cached_property
    def betaald(self) -> Decimal:
        return euro(sum(regel.centen_betaald for regel in self.regels))

    @cached_property
    def voorzien(self) -> Decimal:
        return euro(sum(regel.centen_voorzien for regel in self.regels))

    @property
    def verschil(self) -> Decimal:
        return self.betaald - self.voorzien

    @cached_property
    def redenen(self) -> list[Redenregel]:
        sommen = tel_op(regel.delen for regel in self.regels)
        return [Redenregel(reden, euro(som)) for reden, som in sommen.items()]

    @property
    def bladen(self) -> list[Betaalblad]:
        """The premiums that were paid."""
        return list(dict.fromkeys(regel.blad for regel in self.regels))

    @property
    def grootste_reden(self) -> Redenregel | None:
        return max(self.redenen, key=lambda regel: abs(regel.bedrag), default=None)


def vergelijk_kwartaal(gebruiker: Gebruiker, kwartaal: Kwartaal) -> Kwartaalvergelijking:
    """In a fixed number of queries."""
    return _vergelijk(gebruiker, Tarieftijdvak(kwartaal, 1))[0]


def vergelijk_kwartalen(gebruiker: Gebruiker, tijdvak: Tarieftijdvak) -> list[Kwartaalvergelijking]:
    """Those of which something was paid, the last one first; one forecast serves them all."""
    return [v for v in reversed(_vergelijk(gebruiker, tijdvak)) if v.regels]


def _vergelijk(gebruiker: Gebruiker, tijdvak: Tarieftijdvak) -> list[Kwartaalvergelijking]:
    begin, einde = tijdvak.van.eerste_dag, (tijdvak.van + tijdvak.aantal).eerste_dag
    betalingen = (
        Betaling.objects.zichtbaar_voor(gebruiker)
        .filter(kwartaal__gte=begin, kwartaal__lt=einde)
        .select_related("werknemer")
        .defer("werknemer__insz")
    )
    per_kwartaal = defaultdict(list)
    for betaling in betalingen:
        per_kwartaal[Kwartaal.van(betaling.kwartaal)].append(betaling)
    if not per_kwartaal or gebruiker.organisatie_id is None:
        return [Kwartaalvergelijking(kwartaal, ()) for kwartaal in tijdvak]
    niets_doen = Toekomst(Scenariobasis.NIETS_DOEN.label, Scenariobasis.NIETS_DOEN)
    uitkomst = prognose_van(gebruiker.organisatie_id, niets_doen, tijdvak, begin)
    return [
        Kwartaalvergelijking(kwartaal, _regels(uitkomst, plaats, per_kwartaal[kwartaal]))
        for plaats, kwartaal in enumerate(tijdvak)
    ]


def _regels(
    uitkomst: Prognoseuitkomst, plaats: int, betalingen: Sequence[Betaling]
) -> tuple[Betaalvergelijking, ...]:
    bladen = list(dict.fromkeys(betaling.blad for betaling in betalingen))
    regels = [
        regel
        for blad in bladen
        for regel in _van_blad(uitkomst, plaats, blad, [b for b in betalingen if b.blad == blad])
    ]
    return tuple(sorted(regels, key=lambda r: (-abs(r.verschil), r.naam, r.blad)))


def _van_blad(
    uitkomst: Prognoseuitkomst, plaats: int, blad: str, betalingen: Sequence[Betaling]
) -> list[Betaalvergelijking]:
    """As one sum when it was paid so, else everybody who was paid or for whom it was foreseen."""
    kolommen = [uitkomst.prognose.bladen[deel][:, plaats] for deel in _BLADEN[blad]]
    voorzien: Centen = np.sum(kolommen, axis=0)
    if all(betaling.werknemer_id is None for betaling in betalingen):
        return [_als_som(blad, betalingen, int(voorzien.sum()))]
    van_wie = defaultdict(list)
    for betaling in betalingen:
        van_wie[str(betaling.werknemer_id)].append(betaling)
    rij_van = uitkomst.prognose.personen.rij_van
    verwacht = [sleutel for sleutel, rij in rij_van.items() if voorzien[rij]]
    bron = _Bladbron(uitkomst, plaats, Betaalblad(blad), voorzien, _plafonds(uitkomst))
    wie = dict.fromkeys([*van_wie, *verwacht])
    return met_index([bron.vergelijk(sleutel, tuple(van_wie.get(sleutel, ()))) for sleutel in wie])


@dataclass(frozen=True, slots=True)
class _Bladbron:
    """What the lines of one premium in one quarter are laid beside."""

    uitkomst: Prognoseuitkomst
    plaats: int
    blad: Betaalblad
    voorzien: Centen
    plafonds: Sequence[Fraction]

    def vergelijk(self, sleutel: str, lijnen: tuple[Betaling, ...]) -> Betaalvergelijking:
        rij = self.uitkomst.prognose.personen.rij_van.get(sleutel)
        betaald, voorzien = _som(lijnen), 0 if rij is None else int(self.voorzien[rij])
        return Betaalvergelijking(
            werknemer=int(sleutel),
            naam=_naam(self.uitkomst, rij, lijnen),
            nummer=_nummer(self.uitkomst, sleutel, lijnen),
            blad=self.blad,
            lijnen=lijnen,
            centen_betaald=betaald,
            centen_voorzien=voorzien,
            delen=() if betaald == voorzien else self._delen(rij, lijnen, betaald),
            diensten=() if rij is None else tuple(self._diensten(rij)),
        )

    def _diensten(self, rij: int) -> Iterator[str]:
        aandelen = self.uitkomst.prognose.aandelen
        for dienst in aandelen.diensten_van(rij):
            if aandelen.in_dienst(rij, dienst).vte[self.plaats]:
                yield dienst

    def _delen(
        self, rij: int | None, lijnen: Sequence[Betaling], betaald: int
    ) -> tuple[Verschildeel, ...]:
        if rij is None:
            return (rest_van(betaald),)
        rekening = self.uitkomst.prognose.rekening(rij, self.plaats)
        return tuple(verklaar(rekening, self.blad, _opgave(lijnen), betaald, self.plafonds))


def met_index(regels: list[Betaalvergelijking]) -> list[Betaalvergelijking]:
    """The amounts of the guidance premium that we know are not indexed: when at least three, and
    half of all, were paid in the same proportion more and nothing else says why, that is it."""
    maten = {nr: maat for nr, regel in enumerate(regels) if (maat := _verhouding(regel))}
    if not maten:
        return regels
    maat, aantal = Counter(maten.values()).most_common(1)[0]
    if aantal < _MINSTENS or 2 * aantal < len(regels):
        return regels
    uitleg = f"maal {getal(maat, 3)} bij {aantal} van de {len(regels)}"
    return [
        replace(regel, delen=_als_index(regel.delen, uitleg)) if maten.get(nr) == maat else regel
        for nr, regel in enumerate(regels)
    ]


def _verhouding(regel: Betaalvergelijking) -> Decimal | None:
    """How much more was paid for guidance, to a thousandth; None when something else says why."""
    begeleiding = regel.blad is Betaalblad.BEGELEIDINGSPREMIE and regel.centen_voorzien > 0
    onbekend = [deel.reden for deel in regel.delen] == [Verschilreden.ONBEKEND]
    if not (begeleiding and onbekend and regel.centen_betaald > regel.centen_voorzien):
        return None
    return round(Decimal(regel.centen_betaald) / regel.centen_voorzien, 3)


def _als_index(delen: Iterable[Verschildeel], uitleg: str) -> tuple[Verschildeel, ...]:
    return tuple(replace(deel, reden=Verschilreden.INDEX, uitleg=uitleg) for deel in delen)


def _opgave(lijnen: Iterable[Betaling]) -> Opgave:
    """What the last statement says counts: a correction may say something else than before."""
    zegt: dict[str, Any] = {}
    for lijn in sorted(lijnen, key=lambda lijn: (lijn.gemeld_op, lijn.pk)):
        velden = {veld: getattr(lijn, veld) for veld in _OPGAVE}
        zegt |= {veld: waarde for veld, waarde in velden.items() if waarde is not None}
    return Opgave(**zegt)


def _als_som(blad: str, lijnen: Sequence[Betaling], voorzien: int) -> Betaalvergelijking:
    """Nobody is named, so nothing explains the difference."""
    betaald = _som(lijnen)
    rest = rest_van(betaald - voorzien)
    return Betaalvergelijking(
        werknemer=None,
        naam="Het hele kwartaal",
        nummer="",
        blad=Betaalblad(blad),
        lijnen=tuple(lijnen),
        centen_betaald=betaald,
        centen_voorzien=voorzien,
        delen=(rest,) if rest.centen else (),
    )


def _plafonds(uitkomst: Prognoseuitkomst) -> list[Fraction]:
    """The cap of a full-time quarter with each minimum wage that we know."""
    factor = uitkomst.prognose.tarieven.kwartalen[0].maanden[0].plafondfactor
    rijen = uitkomst.gegevens.verloop.rijen
    lonen = {rij.waarde for rij in rijen if rij.code == Parametercode.GGMMI and rij.waarde}
    return [3 * Fraction(factor) * Fraction(loon) for loon in lonen]


def _naam(uitkomst: Prognoseuitkomst, rij: int | None, lijnen: Sequence[Betaling]) -> str:
    if rij is not None:
        return uitkomst.prognose.personen.namen[rij]
    wie = lijnen[0].werknemer
    return "" if wie is None else wie.naam


def _nummer(uitkomst: Prognoseuitkomst, sleutel: str, lijnen: Sequence[Betaling]) -> str:
    wie = lijnen[0].werknemer if lijnen else None
    return wie.personeelsnummer if wie else uitkomst.gegevens.personeelsnummer(sleutel)


def _som(lijnen: Iterable[Betaling]) -> int:
    return sum(int(lijn.bedrag.scaleb(2)) for lijn in lijnen)
