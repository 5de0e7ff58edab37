"""A list as a spreadsheet: the rows of the page, and a sheet that says of whom, when and which."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from gedeeld.rekenblad import Bladkolom, Werkmap

KEUZEKOPPEN: Final = (Bladkolom("Wat", 26), Bladkolom("Keuze", 60, omloop=True))
# What a spreadsheet takes as the name of a sheet.
_LANGSTE_NAAM: Final = 31


@dataclass(frozen=True, slots=True)
class Rijkolom:
    """A column, and what stands in it for one row of the list."""

    kolom: Bladkolom
    waarde: Callable[[Any], Any]


def rijkolom(kop: str, breedte: int, waarde: Callable[[Any], Any], **vorm: Any) -> Rijkolom:
    return Rijkolom(Bladkolom(kop, breedte, **vorm), waarde)


@dataclass(frozen=True, slots=True)
class Lijstblad:
    """`titel` is what the list is called; `keuzes` are its filters in words, each with its label;
    none means all. `op` is the day on which it is made."""

    titel: str
    organisatie: str
    op: date
    kolommen: Sequence[Rijkolom]
    rijen: Iterable[Any]
    keuzes: Iterable[tuple[str, Any]] = field(default=())
    vaste_kolommen: int = 2


def schrijf_lijst(lijst: Lijstblad) -> bytes:
    """The workbook: the list first, then what it is of."""
    werkmap = Werkmap(f"{lijst.titel}: {lijst.organisatie}")
    werkmap.blad(
        lijst.titel[:_LANGSTE_NAAM],
        [kolom.kolom for kolom in lijst.kolommen],
        ([kolom.waarde(rij) for kolom in lijst.kolommen] for rij in lijst.rijen),
        vaste_kolommen=lijst.vaste_kolommen,
        filters=True,
    )
    schrijf_keuze(werkmap, lijst.organisatie, lijst.op, lijst.keuzes)
    return werkmap.inhoud()


def schrijf_keuze(
    werkmap: Werkmap, organisatie: str, op: date, keuzes: Iterable[tuple[str, Any]]
) -> None:
    """The sheet that says what was asked, so that a workbook that is passed on still says it."""
    werkmap.blad("Keuze", KEUZEKOPPEN, _keuze(organisatie, op, list(keuzes)))


def _keuze(organisatie: str, op: date, keuzes: list[tuple[str, Any]]) -> Iterator[list[Any]]:
    yield ["Organisatie", organisatie]
    yield ["Gemaakt op", op]
    yield from ([label, waarde] for label, waarde in keuzes or [("Filters", "geen: alles")])
