"""Spreadsheets to download: text is never a formula, and the same rows give the same bytes.

A formula is a `Formule`, which only `Werkmap.rekenvel` writes; whatever people typed stays text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from gedeeld.weergeven import met_gewone_spaties

# Not the moment of writing, or two downloads of the same list would differ.
_GEMAAKT: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
_GETAL: Final = (int, float, Decimal)
_OPTIES: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
# Of every spreadsheet program, counted from 0.
_LAATSTE_RIJ: Final = 1_048_575


@dataclass(frozen=True, slots=True)
class Bladkolom:
    """The head of a column; `breedte` in characters, `omloop` lets long text go on below,
    `bedrag` shows two decimals. What is typed under it later is a date (`datum`), stays as it is
    typed (`tekst`), or is chosen from a list that allows something else, too (`keuzes`)."""

    kop: str
    breedte: int = 18
    omloop: bool = False
    bedrag: bool = False
    datum: bool = False
    tekst: bool = False
    keuzes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Formule:
    """What a spreadsheet computes itself, "=…" in English notation, never made of what people
    typed; `waarde` is shown until it does. An amount has two decimals, a count (`heel`) none.

    Each has a format of its own: without one LibreOffice takes what is computed with dates for a
    date."""

    tekst: str
    waarde: float
    bedrag: bool = False
    heel: bool = False


def cel(rij: int, kolom: int, blad: str = "") -> str:
    """The address of a cell that stays the same when a formula is copied; counted from 0."""
    adres: str = xl_rowcol_to_cell(rij, kolom, row_abs=True, col_abs=True)
    return f"{blad}!{adres}" if blad else adres


def _keuzelijst(keuzes: Iterable[str]) -> dict[str, Any]:
    """Beside a list, other words stay possible: what is typed is read with more patience."""
    return {"validate": "list", "source": list(keuzes), "show_error": False}


class Werkmap:
    """A workbook that is written from top to bottom; `inhoud` closes it."""

    def __init__(self, titel: str) -> None:
        self._uit = BytesIO()
        self._boek = xlsxwriter.Workbook(self._uit, _OPTIES)
        self._boek.set_properties({"created": _GEMAAKT, "title": titel})
        self._kop = self._boek.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._datum = self._boek.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        self._omloop = self._boek.add_format({"text_wrap": True, "valign": "top"})
        self._bedrag = self._boek.add_format({"num_format": "#,##0.00"})
        self._heel = self._boek.add_format({"num_format": "0"})
        self._getal = self._boek.add_format({"num_format": "0.0#####"})
        self._tekst = self._boek.add_format({"num_format": "@"})

    def blad(
        self,
        naam: str,
        kolommen: Iterable[Bladkolom],
        rijen: Iterable[Iterable[Any]],
        *,
        vaste_kolommen: int = 1,
        filters: bool = False,
    ) -> None:
        """Add a sheet; the head and the first `vaste_kolommen` stay in sight while scrolling."""
        blad, koppen, laatste = self._boek.add_worksheet(naam), list(kolommen), 0
        for plaats, kolom in enumerate(koppen):
            blad.set_column(plaats, plaats, kolom.breedte, self._leeg(kolom))
            blad.write_string(0, plaats, kolom.kop, self._kop)
            if kolom.keuzes:
                blad.data_validation(1, plaats, _LAATSTE_RIJ, plaats, _keuzelijst(kolom.keuzes))
        blad.freeze_panes(1, vaste_kolommen)
        opmaken = [self._opmaak(kolom) for kolom in koppen]
        for laatste, rij in enumerate(rijen, start=1):
            for plaats, (opmaak, waarde) in enumerate(zip(opmaken, rij, strict=True)):
                self._schrijf(blad, (laatste, plaats), waarde, opmaak)
        if filters:
            blad.autofilter(0, 0, laatste, len(koppen) - 1)

    def rekenvel(
        self, naam: str, breedtes: Iterable[int], rijen: Iterable[Iterable[Any]], koppen: set[int]
    ) -> None:
        """Add a sheet of cells among which may be a `Formule`; `koppen` are the rows in bold."""
        blad = self._boek.add_worksheet(naam)
        for plaats, breedte in enumerate(breedtes):
            blad.set_column(plaats, plaats, breedte)
        for nummer, rij in enumerate(rijen):
            opmaak = self._kop if nummer in koppen else None
            for plaats, waarde in enumerate(rij):
                if isinstance(waarde, Formule):
                    vorm = self._vorm(waarde)
                    blad.write_formula(nummer, plaats, waarde.tekst, vorm, waarde.waarde)
                else:
                    self._schrijf(blad, (nummer, plaats), waarde, opmaak)

    def inhoud(self) -> bytes:
        self._boek.close()
        return self._uit.getvalue()

    def _vorm(self, formule: Formule) -> Any:
        if formule.bedrag:
            return self._bedrag
        return self._heel if formule.heel else self._getal

    def _opmaak(self, kolom: Bladkolom) -> Any:
        if kolom.bedrag:
            return self._bedrag
        if kolom.tekst:
            return self._tekst
        return self._omloop if kolom.omloop else None

    def _leeg(self, kolom: Bladkolom) -> Any:
        """How cells look in which nothing is written yet."""
        if kolom.datum:
            return self._datum
        return self._tekst if kolom.tekst else None

    def _schrijf(self, blad: Any, plaats: tuple[int, int], waarde: Any, opmaak: Any) -> None:
        """Dates as dates, numbers as numbers, nothing as nothing, and all else as text in which a
        program finds an amount."""
        if waarde is None or waarde == "":
            return
        if isinstance(waarde, str):  # most of them
            blad.write_string(*plaats, met_gewone_spaties(waarde), opmaak)
        elif isinstance(waarde, date):
            moment = datetime(waarde.year, waarde.month, waarde.day)  # noqa: DTZ001
            blad.write_datetime(*plaats, moment, self._datum)
        elif isinstance(waarde, bool):
            blad.write_boolean(*plaats, waarde)
        elif isinstance(waarde, _GETAL):
            blad.write_number(*plaats, float(waarde), opmaak)
        else:
            blad.write_string(*plaats, str(waarde), opmaak)
