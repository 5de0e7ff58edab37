"""What was paid beside what was foreseen: of each employee in a quarter, and of whole quarters.

The forecast of a quarter that is over is counted again from the contracts, the advice and the
parameters as they are known now; so what is left as a difference is not what was typed late.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

import numpy as np

from financiering.domein.betaalindex import met_index
from financiering.domein.betaalvergelijking import Betaalvergelijking, Kwartaalvergelijking
from financiering.domein.prognoses import Prognoseuitkomst, prognose_van
from financiering.domein.rekenmodel.afronding import Centen
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.verschil import Opgave, Verschildeel, afrondingscenten, rest_van, verklaar
from financiering.keuzes import Betaalblad, Scenariobasis, Verschilreden
from financiering.models import Betaling
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from regels.keuzes import Parametercode

_NIET_VERMELD: Final = "staat niet op de afrekening"
_GEEN_CONTRACT: Final = "geen contract in dit kwartaal"
_OPGAVE: Final = ("percentage", "breuk", "referteloon", "plafond")
_BLADEN: Final[dict[str, tuple[Blad, ...]]] = {
    Betaalblad.LOONPREMIE: (Blad.LOONPREMIE,),
    Betaalblad.BEGELEIDINGSPREMIE: (Blad.BEGELEIDINGSPREMIE,),
    Betaalblad.SAMEN: (Blad.LOONPREMIE, Blad.BEGELEIDINGSPREMIE),
}


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
        _kwartaal(uitkomst, plaats, kwartaal, per_kwartaal[kwartaal])
        for plaats, kwartaal in enumerate(tijdvak)
    ]


def _kwartaal(
    uitkomst: Prognoseuitkomst, plaats: int, kwartaal: Kwartaal, betalingen: Sequence[Betaling]
) -> Kwartaalvergelijking:
    diensten = uitkomst.prognose.diensten
    return Kwartaalvergelijking(
        kwartaal,
        _regels(uitkomst, plaats, betalingen),
        jobs=uitkomst.prognose.totaal.vte_in_jobs(plaats),
        jobs_per_dienst={naam: blad.vte_in_jobs(plaats) for naam, blad in diensten.items()},
    )


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
    afronding = _afronding(uitkomst, plaats, Betaalblad(blad))
    if all(betaling.werknemer_id is None for betaling in betalingen):
        return [_als_som(blad, betalingen, int(voorzien.sum()), afronding)]
    van_wie = defaultdict(list)
    for betaling in betalingen:
        van_wie[str(betaling.werknemer_id)].append(betaling)
    rij_van = uitkomst.prognose.personen.rij_van
    verwacht = [sleutel for sleutel, rij in rij_van.items() if voorzien[rij]]
    bron = _Bladbron(uitkomst, plaats, Betaalblad(blad), voorzien, _plafonds(uitkomst), afronding)
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
    afronding: int

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
            return (_met_uitleg(rest_van(betaald, self.afronding), _GEEN_CONTRACT),)
        rekening = self.uitkomst.prognose.rekening(rij, self.plaats)
        opgave = _opgave(lijnen)
        delen = verklaar(rekening, self.blad, opgave, betaald, self.plafonds, self.afronding)
        return tuple(delen) if lijnen else tuple(_met_uitleg(d, _NIET_VERMELD) for d in delen)


def _met_uitleg(deel: Verschildeel, zin: str) -> Verschildeel:
    """What is plain to see of a part that nothing explains."""
    return replace(deel, uitleg=zin) if deel.reden is Verschilreden.ONBEKEND else deel


def _opgave(lijnen: Iterable[Betaling]) -> Opgave:
    """What the last statement says counts: a correction may say something else than before."""
    zegt: dict[str, Any] = {}
    for lijn in sorted(lijnen, key=lambda lijn: (lijn.gemeld_op, lijn.pk)):
        velden = {veld: getattr(lijn, veld) for veld in _OPGAVE}
        zegt |= {veld: waarde for veld, waarde in velden.items() if waarde is not None}
    return Opgave(**zegt)


def _als_som(
    blad: str, lijnen: Sequence[Betaling], voorzien: int, afronding: int
) -> Betaalvergelijking:
    """Nobody is named, so nothing explains the difference."""
    betaald = _som(lijnen)
    rest = rest_van(betaald - voorzien, afronding)
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


def _afronding(uitkomst: Prognoseuitkomst, plaats: int, blad: Betaalblad) -> int:
    """In cents; 0 when it is not known how often the payer rounds."""
    dag = (uitkomst.tijdvak.van + plaats).eerste_dag
    maanden = uitkomst.gegevens.verloop.op(dag).waarde(Parametercode.AFRONDING)
    return 0 if maanden is None else afrondingscenten(blad, int(maanden))


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
