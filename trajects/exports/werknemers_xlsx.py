"""The list of employees as a spreadsheet: exactly those who are found, in the same order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from doorstroom.gedeeld.periode import dag_ervoor
from trajects.domein.caseload import CaseloadQuerySet
from trajects.domein.horizon import horizon_van
from trajects.keuzes import Fase

SOORT_BESTAND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The same list gives the same bytes whenever it is made.
_GEMAAKT: Final = datetime(2026, 1, 1)  # noqa: DTZ001
_OPTIES: Final = {
    "in_memory": True,
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "dd/mm/yyyy",
}


@dataclass(frozen=True, slots=True)
class Kolom:
    kop: str
    breedte: int
    waarde: Callable[[Any, date], str | date | None]


_KOLOMMEN: Final = (
    Kolom("Personeelsnummer", 18, lambda rij, op: rij.personeelsnummer),
    Kolom("Familienaam", 22, lambda rij, op: rij.familienaam),
    Kolom("Voornaam", 18, lambda rij, op: rij.voornaam),
    Kolom("Dienst", 24, lambda rij, op: ", ".join(rij.diensten)),
    Kolom("Begeleider", 22, lambda rij, op: rij.begeleider_naam),
    Kolom("Einde ondersteuning", 20, lambda rij, op: _laatste_dag(rij)),
    Kolom("Wanneer", 20, lambda rij, op: horizon_van(rij.steun, rij.steun_tot, op).label),
)
_KOLOMMEN_PLAN: Final = (
    Kolom("Fase", 14, lambda rij, op: Fase(rij.fase).label if rij.fase else ""),
    Kolom("Jobdoelwit", 36, lambda rij, op: rij.jobdoelwit or ""),
    Kolom("Beoogde uitstroom", 18, lambda rij, op: rij.beoogde_uitstroom),
)


def schrijf_werknemers(mensen: CaseloadQuerySet, op: date, *, met_plan: bool) -> bytes:
    """The workbook with one row per employee; phase and goal only for who may see the plan."""
    uit = BytesIO()
    with xlsxwriter.Workbook(uit, _OPTIES) as boek:
        boek.set_properties({"created": _GEMAAKT, "title": "Werknemers"})
        blad = boek.add_worksheet("Werknemers")
        kop = boek.add_format({"bold": True, "bottom": 1})
        datum = boek.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        kolommen = _KOLOMMEN + (_KOLOMMEN_PLAN if met_plan else ())
        for nummer, kolom in enumerate(kolommen):
            blad.set_column(nummer, nummer, kolom.breedte)
            blad.write_string(0, nummer, kolom.kop, kop)
        blad.freeze_panes(1, 0)
        aantal = 0
        for aantal, rij in enumerate(mensen.iterator(chunk_size=1000), start=1):
            for nummer, kolom in enumerate(kolommen):
                _schrijf(blad, aantal, nummer, kolom.waarde(rij, op), datum)
        blad.autofilter(0, 0, aantal, len(kolommen) - 1)
    return uit.getvalue()


def _laatste_dag(rij: Any) -> date | None:
    return dag_ervoor(rij.steun_tot) if rij.steun_tot else None


def _schrijf(blad: Any, rij: int, kolom: int, waarde: str | date | None, datum: Any) -> None:
    """Text always as text, also when it looks like a formula or a number."""
    if isinstance(waarde, date):
        blad.write_datetime(rij, kolom, datetime(waarde.year, waarde.month, waarde.day), datum)  # noqa: DTZ001
    elif waarde:
        blad.write_string(rij, kolom, waarde)
