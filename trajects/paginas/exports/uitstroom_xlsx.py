"""The outflow dashboard as a spreadsheet: the same figures, dates as dates, no formulas."""

from collections.abc import Iterable
from typing import Any, Final

from gedeeld.rekenblad import Kolom, Werkmap
from trajects.keuzes import Horizon
from trajects.paginas.uitstroomcijfers import FASEKOPPEN, Rij, Uitstroomcijfers
from trajects.paginas.uitstroomresultaten import KLAAR_BETEKENT, Klaarheid, Uitstroomresultaten

_DEFINITIES: Final = (
    ("in dienst", "Met een contract op de peildatum."),
    ("verlopen", "De ondersteuning stopte voor de peildatum."),
    ("binnen 3 maanden", "De laatste dag valt op de peildatum of in de drie maanden erna."),
    ("nog niet gestart", "Het eerste advies begint na de peildatum."),
    ("geen advies", "Er is geen advies ingevuld."),
    ("dienst", "Wie in twee diensten werkt, telt in elk mee en één keer in het totaal."),
)


def schrijf_uitstroom(
    cijfers: Uitstroomcijfers,
    resultaten: Uitstroomresultaten,
    klaarheid: Klaarheid,
    keuze: list[str],
) -> bytes:
    """The workbook; `keuze` says in words which part of the organisation was chosen."""
    werkmap = Werkmap("Uitstroom")
    horizons = [horizon.label for horizon in Horizon]
    rijen = [_getallen(rij) for rij in (*cijfers.horizons, cijfers.totaal)]
    werkmap.blad("Einde ondersteuning", _koppen("Dienst", *horizons, "samen"), rijen)
    namen = [rij.naam for rij in cijfers.eindes]
    kwartaalkoppen = _koppen("Kwartaal", "Van", "Tot en met", *namen, "mensen")
    werkmap.blad("Per kwartaal", kwartaalkoppen, _eindes(cijfers))
    fasen = [_getallen(rij) for rij in cijfers.fasen]
    werkmap.blad("Fase", _koppen("Fase", *FASEKOPPEN), fasen)
    werkmap.blad("Klaar voor vertrek", _koppen("Wat", "Aantal"), _klaarheid(klaarheid))
    werkmap.blad(f"Uitgestroomd {resultaten.jaar}", _koppen("Wat", "Aantal"), _uit(resultaten))
    uitleg = _toelichting(cijfers, resultaten, keuze)
    werkmap.blad("Toelichting", _koppen("Wat", "Betekenis"), uitleg)
    return werkmap.inhoud()


def _koppen(*koppen: str) -> list[Kolom]:
    return [Kolom(kop) for kop in koppen]


def _getallen(rij: Rij) -> list[str | int]:
    return [rij.naam, *(getal.aantal for getal in rij.getallen), rij.totaal.aantal]


def _eindes(cijfers: Uitstroomcijfers) -> Iterable[list[Any]]:
    """Every quarter of the chart, also those in which nobody's support ends."""
    rijen = (*cijfers.eindes, cijfers.eindes_totaal)
    for plaats, vak in enumerate(cijfers.tijdvakken):
        grenzen = [vak.kwartalen[0].eerste_dag, vak.kwartalen[-1].laatste_dag]
        yield [vak.naam, *grenzen, *(rij.getallen[plaats].aantal for rij in rijen)]


def _klaarheid(klaarheid: Klaarheid) -> Iterable[list[Any]]:
    yield ["stopt binnen 6 maanden", klaarheid.samen.aantal]
    yield from ([figuur.naam, figuur.getal.aantal] for figuur in klaarheid.stappen)


def _uit(resultaten: Uitstroomresultaten) -> Iterable[list[Any]]:
    yield ["uitgestroomd", resultaten.samen.aantal]
    for figuur in resultaten.bestemmingen:
        yield [f"naar {figuur.naam}", figuur.getal.aantal]
    if resultaten.weken is not None:
        yield [f"gemeten na {resultaten.weken} weken", resultaten.gemeten.aantal]
        yield ["waarvan nog aan het werk (duurzaam)", resultaten.aan_het_werk.aantal]


def _toelichting(
    cijfers: Uitstroomcijfers, resultaten: Uitstroomresultaten, keuze: list[str]
) -> Iterable[list[Any]]:
    yield ["peildatum", cijfers.op]
    yield ["keuze", ", ".join(keuze) or "iedereen"]
    yield from (list(regel) for regel in _DEFINITIES)
    yield from ([stap.label, _zin(uitleg)] for stap, uitleg in KLAAR_BETEKENT.items())
    yield from ([wat, _zin(uitleg)] for wat, uitleg in resultaten.definities.items())


def _zin(uitleg: str) -> str:
    return f"{uitleg[0].upper()}{uitleg[1:]}."
