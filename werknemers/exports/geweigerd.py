"""Refused rows as a spreadsheet that can be mended and brought in again."""

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.herstel import GeweigerdeRij
from werknemers.domein.invoer.kolommen import REDEN, Kolom

# The same rows give the same bytes whenever the workbook is made.
_GEMAAKT: Final = datetime(2026, 1, 1)  # noqa: DTZ001
_OPTIES: Final = {
    "constant_memory": True,
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def schrijf_geweigerd(rijen: Iterable[GeweigerdeRij]) -> bytes:
    """A workbook with the known columns and, first, why each row was refused.

    Cells are what they were: dates stay dates, numbers numbers, and text is never a formula.
    """
    uit = BytesIO()
    boek = xlsxwriter.Workbook(uit, _OPTIES)
    boek.set_properties({"created": _GEMAAKT, "title": "Geweigerde rijen"})
    kop = boek.add_format({"bold": True, "bottom": 1})
    reden = boek.add_format({"text_wrap": True, "valign": "top"})
    datum = boek.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    blad = boek.add_worksheet("Geweigerd")
    blad.set_column(0, 0, 60)
    blad.set_column(1, len(Kolom), 18)
    blad.freeze_panes(1, 1)
    for plaats, titel in enumerate((REDEN, *Kolom)):
        blad.write_string(0, plaats, str(titel), kop)
    for nummer, geweigerd in enumerate(rijen, start=1):
        blad.write_string(nummer, 0, _redenen(geweigerd), reden)
        for plaats, kolom in enumerate(Kolom, start=1):
            if (cel := geweigerd.rij.cellen.get(kolom)) is not None:
                _schrijf(blad, nummer, plaats, cel, datum)
    boek.close()
    return uit.getvalue()


def _redenen(geweigerd: GeweigerdeRij) -> str:
    delen = (f"{kolom}: {zin}" if kolom else zin for kolom, zin in geweigerd.redenen)
    return f"Rij {geweigerd.rij.rijnummer}. {' '.join(delen)}"


def _schrijf(blad: Any, rij: int, kolom: int, cel: Cel, datumopmaak: Any) -> None:
    if isinstance(cel, date):
        moment = datetime(cel.year, cel.month, cel.day)  # noqa: DTZ001
        blad.write_datetime(rij, kolom, moment, datumopmaak)
    elif isinstance(cel, bool):
        blad.write_boolean(rij, kolom, cel)
    elif isinstance(cel, int | float):
        blad.write_number(rij, kolom, cel)
    else:
        blad.write_string(rij, kolom, str(cel))
