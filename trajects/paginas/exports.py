"""The employees who are found, and the figures of outflow, each as a spreadsheet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gedeeld.lijstblad import schrijf_keuze
from gedeeld.rekenblad import Bladkolom, Werkmap
from trajects.kader.caseload import CaseloadQuerySet
from trajects.kader.horizon import horizon_van, laatste_dag_van
from trajects.keuzes import Fase, Horizon
from trajects.paginas.uitstroomcijfers import FASEKOPPEN, Cijferrij, Uitstroomcijfers
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
    organisatie: str,
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
    uitleg = _toelichting(cijfers, resultaten, keuze, organisatie)
    werkmap.blad("Toelichting", _koppen("Wat", "Betekenis"), uitleg)
    return werkmap.inhoud()


def _koppen(*koppen: str) -> list[Bladkolom]:
    return [Bladkolom(kop) for kop in koppen]


def _getallen(rij: Cijferrij) -> list[str | int]:
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
    cijfers: Uitstroomcijfers,
    resultaten: Uitstroomresultaten,
    keuze: list[str],
    organisatie: str,
) -> Iterable[list[Any]]:
    yield ["peildatum", cijfers.op]
    yield ["keuze", ", ".join(keuze) or "iedereen"]
    yield ["organisatie", organisatie]
    yield from (list(regel) for regel in _DEFINITIES)
    yield from ([stap.label, _zin(uitleg)] for stap, uitleg in KLAAR_BETEKENT.items())
    yield from ([wat, _zin(uitleg)] for wat, uitleg in resultaten.definities.items())


def _zin(uitleg: str) -> str:
    return f"{uitleg[0].upper()}{uitleg[1:]}."


@dataclass(frozen=True, slots=True)
class Lijstkolom:
    kop: str
    breedte: int
    waarde: Callable[[Any, date], str | date | None]


_KOLOMMEN: Final = (
    Lijstkolom("Personeelsnummer", 18, lambda rij, op: rij.personeelsnummer),
    Lijstkolom("Familienaam", 22, lambda rij, op: rij.familienaam),
    Lijstkolom("Voornaam", 18, lambda rij, op: rij.voornaam),
    Lijstkolom("Dienst", 24, lambda rij, op: ", ".join(rij.diensten)),
    Lijstkolom("Begeleider", 22, lambda rij, op: rij.begeleider_naam),
    Lijstkolom("Einde ondersteuning", 20, lambda rij, op: laatste_dag_van(rij.steun_tot)),
    Lijstkolom("Wanneer", 20, lambda rij, op: horizon_van(rij.steun, rij.steun_tot, op).label),
)
_KOLOMMEN_PLAN: Final = (
    Lijstkolom("Fase", 14, lambda rij, op: Fase(rij.fase).label if rij.fase else ""),
    Lijstkolom("Jobdoelwit", 36, lambda rij, op: rij.jobdoelwit or ""),
    Lijstkolom("Beoogde uitstroom", 18, lambda rij, op: rij.beoogde_uitstroom),
)


def schrijf_werknemers(
    mensen: CaseloadQuerySet,
    op: date,
    *,
    met_plan: bool,
    organisatie: str,
    gemaakt_op: date,
    keuzes: list[str],
) -> bytes:
    """The workbook with one row per employee, as they are on `op`; phase and goal only for who may
    see the plan. `keuzes` are the filters in words."""
    kolommen = _KOLOMMEN + (_KOLOMMEN_PLAN if met_plan else ())
    koppen = [Bladkolom(kolom.kop, kolom.breedte) for kolom in kolommen]
    werkmap = Werkmap("Werknemers")
    rijen = _rijen(mensen, op, kolommen)
    werkmap.blad("Werknemers", koppen, rijen, vaste_kolommen=0, filters=True)
    filters = [("Peildatum", op), *(("Filters", zin) for zin in keuzes)]
    schrijf_keuze(werkmap, organisatie, gemaakt_op, filters)
    return werkmap.inhoud()


def _rijen(
    mensen: CaseloadQuerySet, op: date, kolommen: tuple[Lijstkolom, ...]
) -> Iterator[list[str | date | None]]:
    for rij in mensen.iterator(chunk_size=1000):
        yield [kolom.waarde(rij, op) for kolom in kolommen]
