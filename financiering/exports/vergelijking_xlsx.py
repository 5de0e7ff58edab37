"""Scenarios side by side as a spreadsheet: per year with the difference, and per quarter."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from financiering.domein.rekenmodel.band import Band
from financiering.domein.vergelijking import Saldi, Scenariovergelijking
from financiering.exports.keuze import ALLE_DIENSTEN
from gedeeld.lijstblad import schrijf_keuze
from gedeeld.rekenblad import Bladkolom, Werkmap

_BAND: Final = (
    Bladkolom("Kwartaal"),
    Bladkolom("In 1 van de 10 gevallen minder dan", 24, bedrag=True),
    Bladkolom("Even vaak meer als minder dan", 24, bedrag=True),
    Bladkolom("In 1 van de 10 gevallen meer dan", 24, bedrag=True),
)


def schrijf_vergelijking(
    vergelijking: Scenariovergelijking,
    band: Band | None,
    organisatie: str,
    op: date,
    keuzes: Iterable[tuple[str, Any]],
) -> bytes:
    """`op` is the day on which it is made; a difference is against the first scenario."""
    werkmap, namen = Werkmap(f"Scenario's vergelijken: {organisatie}"), vergelijking.namen
    saldi = [kolom for naam in namen for kolom in _kolommen(naam, "Saldo", "Voltijdse jobs")]
    verschil = [
        kolom for naam in namen[1:] for kolom in _kolommen(naam, "Verschil", "Verschil in jobs")
    ]
    jaren = [*vergelijking.per_jaar, vergelijking.totaal]
    rijen = ([*_cellen(regel), *_verschil(regel)] for regel in jaren)
    werkmap.blad("Per jaar", [Bladkolom("Jaar"), *saldi, *verschil], rijen)
    per_kwartaal = map(_cellen, vergelijking.per_kwartaal)
    werkmap.blad("Per kwartaal", [Bladkolom("Kwartaal"), *saldi], per_kwartaal)
    if band is not None:
        kwartalen = map(str, vergelijking.kwartalen)
        werkmap.blad("Band", _BAND, zip(kwartalen, band.p10, band.p50, band.p90, strict=True))
    schrijf_keuze(werkmap, organisatie, op, [*_scenarios(vergelijking), *keuzes])
    return werkmap.inhoud()


def _kolommen(naam: str, saldo: str, jobs: str) -> Iterable[Bladkolom]:
    return (
        Bladkolom(f"{saldo}: {naam}", 24, bedrag=True),
        Bladkolom(f"{jobs}: {naam}", 20),
    )


def _cellen(regel: Saldi) -> list[Any]:
    paren = zip(regel.saldi, regel.jobs, strict=True)
    return [regel.naam, *(waarde for paar in paren for waarde in paar)]


def _verschil(regel: Saldi) -> list[Any]:
    paren = zip(regel.verschil, regel.meer_jobs, strict=True)
    return [waarde for paar in paren for waarde in paar]


def _scenarios(vergelijking: Scenariovergelijking) -> Iterator[tuple[str, Any]]:
    for nummer, naam in enumerate(vergelijking.namen, start=1):
        yield f"Scenario {nummer}", naam
    if vergelijking.dienst is None:
        yield "Dienst", ALLE_DIENSTEN
