"""Dates as Excel keeps them and as people type them."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import schoon, weiger_cel

_VROEGST: Final = 1900
_LAATST: Final = 2100
# Excel counts days; its day 1 is 1 January 1900, with a 29 February 1900 that never was.
_EXCEL_NUL: Final = date(1899, 12, 30).toordinal()
_EXCEL_BETROUWBAAR: Final = 61

_UUR: Final = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_DAG_EERST: Final = re.compile(rf"(\d{{1,2}}) ?([./-]) ?(\d{{1,2}}) ?\2 ?(\d{{4}}|\d{{2}}){_UUR}")
_JAAR_EERST: Final = re.compile(rf"(\d{{4}})([./-])(\d{{1,2}})\2(\d{{1,2}}){_UUR}")
_VOLUIT: Final = re.compile(r"(\d{1,2})[ .-]*([a-z]{3,9})[ .-]*(\d{4}|'?\d{2})")

_MAANDEN: Final = (
    ("januari", "jan"),
    ("februari", "feb", "febr"),
    ("maart", "mrt", "maa", "mar"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augustus", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
_MAANDNUMMER: Final = {naam: i for i, namen in enumerate(_MAANDEN, start=1) for naam in namen}


def lees_datum(cel: Cel) -> date:
    """A date cell, Excel's day number, or text such as 31/12/2026, 2026-12-31 and 3 juli 2023.

    Raises Onleesbaar; two figures for the year are never guessed.
    """
    if isinstance(cel, datetime):
        return _eis_jaar(cel.date())
    if isinstance(cel, date):
        return _eis_jaar(cel)
    if isinstance(cel, int | float) and not isinstance(cel, bool):
        return _van_dagnummer(cel)
    if isinstance(cel, str):
        return _van_tekst(schoon(cel))
    raise weiger_cel(cel, "een datum")


def _van_dagnummer(getal: float) -> date:
    if _EXCEL_BETROUWBAAR <= getal < date(_LAATST + 1, 1, 1).toordinal() - _EXCEL_NUL:
        return date.fromordinal(_EXCEL_NUL + int(getal))
    raise _onleesbaar(f"{getal:.15g}")


@lru_cache(maxsize=10_000)
def _van_tekst(tekst: str) -> date:
    if vorm := _DAG_EERST.fullmatch(tekst):
        dag, maand, jaar = vorm[1], int(vorm[3]), vorm[4]
    elif vorm := _JAAR_EERST.fullmatch(tekst):
        dag, maand, jaar = vorm[4], int(vorm[3]), vorm[1]
    elif (vorm := _VOLUIT.fullmatch(tekst.lower())) and vorm[2] in _MAANDNUMMER:
        dag, maand, jaar = vorm[1], _MAANDNUMMER[vorm[2]], vorm[3]
    else:
        raise _onleesbaar(tekst)
    if len(jaar) != 4:
        raise Onleesbaar(
            "datum_jaartal_kort",
            f"In “{tekst}” telt het jaartal twee cijfers. Schrijf het voluit: 31/12/2026.",
        )
    try:
        return _eis_jaar(date(int(jaar), maand, int(dag)))
    except ValueError as fout:
        if isinstance(fout, Onleesbaar):
            raise
        raise Onleesbaar(
            "datum_onbestaand", f"De datum {tekst} bestaat niet. Kijk de dag en de maand na."
        ) from None


def _eis_jaar(datum: date) -> date:
    if not _VROEGST <= datum.year <= _LAATST:
        raise Onleesbaar(
            "datum_jaartal", f"Het jaartal in {datum:%d/%m/%Y} kan niet kloppen. Kijk het na."
        )
    return datum


def _onleesbaar(tekst: str) -> Onleesbaar:
    return Onleesbaar(
        "datum_onleesbaar", f"“{tekst}” is geen datum. Schrijf de datum zo: 31/12/2026."
    )
