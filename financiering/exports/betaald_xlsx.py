"""What was paid beside what was foreseen, as a spreadsheet: the parts beside the difference."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from financiering.domein.betaalvergelijking import Kwartaalvergelijking
from financiering.exports.keuze import ALLE_DIENSTEN, waarmee_gemaakt
from financiering.keuzes import Verschilreden
from gedeeld.lijstblad import KEUZEKOPPEN
from gedeeld.rekenblad import Bladkolom, Werkmap

_WIE: Final = (
    Bladkolom("Personeelsnummer", 18),
    Bladkolom("Naam", 28),
    Bladkolom("Premie", 20),
)
_VERGELIJKING: Final = (
    *_WIE,
    *(Bladkolom(kop, 14, bedrag=True) for kop in ("Betaald", "Voorzien", "Verschil")),
    *(Bladkolom(str(reden.label).capitalize(), 18, bedrag=True) for reden in Verschilreden),
    Bladkolom("Toelichting", 60, omloop=True),
)
_LIJNEN: Final = (
    *_WIE,
    Bladkolom("Soort", 14),
    Bladkolom("Gemeld op", 12),
    Bladkolom("Bedrag", 14, bedrag=True),
    Bladkolom("Percentage", 12),
    Bladkolom("Breuk", 10),
    Bladkolom("Referteloon", 14, bedrag=True),
    Bladkolom("Plafond", 14, bedrag=True),
    Bladkolom("Ingevoerd", 16),
)


def schrijf_betaald(vergelijking: Kwartaalvergelijking, organisatie: str, op: date) -> bytes:
    """`op` is the day on which it is made."""
    werkmap = Werkmap(f"Betaald: {organisatie}, {vergelijking.kwartaal}")
    keuze = (*_keuze(vergelijking, organisatie), *waarmee_gemaakt(op))
    werkmap.blad("Keuze", KEUZEKOPPEN, keuze)
    regels = _regels(vergelijking)
    werkmap.blad("Vergelijking", _VERGELIJKING, regels, vaste_kolommen=2, filters=True)
    werkmap.blad("Afrekeningen", _LIJNEN, _lijnen(vergelijking), vaste_kolommen=2, filters=True)
    return werkmap.inhoud()


def _keuze(vergelijking: Kwartaalvergelijking, organisatie: str) -> Iterator[list[Any]]:
    yield ["Organisatie", organisatie]
    yield ["Kwartaal", str(vergelijking.kwartaal)]
    yield ["Dienst", vergelijking.dienst or ALLE_DIENSTEN]
    yield ["Voltijdse jobs", vergelijking.jobs]
    if vergelijking.ook_elders:
        yield ["Let op", vergelijking.ook_elders]


def _regels(vergelijking: Kwartaalvergelijking) -> Iterator[list[Any]]:
    for regel in vergelijking.regels:
        delen = {deel.reden: deel.bedrag for deel in regel.redenen}
        uitleg = "; ".join(deel.naam for deel in regel.redenen)
        bedragen = (regel.betaald, regel.voorzien, regel.verschil)
        redenen = (delen.get(reden) for reden in Verschilreden)
        yield [regel.nummer, regel.naam, regel.blad.label, *bedragen, *redenen, uitleg]


def _lijnen(vergelijking: Kwartaalvergelijking) -> Iterator[list[Any]]:
    for regel in vergelijking.regels:
        for lijn in regel.lijnen:
            yield [
                regel.nummer,
                regel.naam,
                regel.blad.label,
                lijn.get_soort_display(),
                lijn.gemeld_op,
                lijn.bedrag,
                lijn.percentage,
                lijn.breuk,
                lijn.referteloon,
                lijn.plafond,
                lijn.get_bron_display(),
            ]
