"""Dates as Excel keeps them and as people type them."""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import schoon, sleutel, weiger_cel

_VROEGST: Final = 1900
_LAATST: Final = 2100
# A number that is a year cannot be told from a day in 1905; nobody of 1905 works here.
_JAARTALLEN: Final = range(_VROEGST, _LAATST + 1)
# The oldest day that is worth guessing from a mere number: 1 January 1920.
_EXCEL_VROEGST: Final = date(1920, 1, 1).toordinal() - date(1899, 12, 30).toordinal()
# Excel counts days; its day 1 is 1 January 1900, with a 29 February 1900 that never was.
_EXCEL_NUL: Final = date(1899, 12, 30).toordinal()

_UUR: Final = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
DAG_EERST: Final = re.compile(rf"(\d{{1,2}}) ?([./-]) ?(\d{{1,2}}) ?\2 ?(\d{{4}}|\d{{2}}){_UUR}")
_JAAR_EERST: Final = re.compile(rf"(\d{{4}})([./-])(\d{{1,2}})\2(\d{{1,2}}){_UUR}")
_JAAR: Final = re.compile(r"(?:19|20)\d\d")
_MAAND: Final = re.compile(r"\d{1,2} ?[./-] ?\d{4}|\d{4}[./-]\d{1,2}")
WEEKDAG: Final = re.compile(
    r"^(ma(andag)?|di(nsdag)?|wo(ensdag)?|do(nderdag)?|vr(ijdag)?|za(terdag)?|zo(ndag)?)\.?,? ",
    re.IGNORECASE,
)
VOLUIT: Final = re.compile(r"(\d{1,2})[ .-]*([a-z]{3,9})[ .-]*(\d{4}|'?\d{2})")

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
# What people write where a contract has no end.
_OPEN: Final = frozenset(
    {
        "onbepaald", "onbepaaldeduur", "onbep", "onb", "od", "cod", "heden", "totheden", "nu",
        "lopend", "lopende", "loopt", "looptnog", "geen", "geeneinde", "geeneinddatum", "open",
        "zondereinde", "vast", "vastcontract", "indienst", "nogindienst", "actief",
    }
)  # fmt: skip
MAANDNUMMER: Final = {naam: i for i, namen in enumerate(_MAANDEN, start=1) for naam in namen}


def lees_datum(cel: Cel) -> date:
    """A date cell, Excel's day number, or text such as 31/12/2026, 2026-12-31 and 3 juli 2023.

    Raises Onleesbaar; two figures for the year are never guessed.
    """
    if isinstance(cel, date):
        return _eis_geen_jaartal(_eis_jaar(cel.date() if isinstance(cel, datetime) else cel))
    if isinstance(cel, int | float) and not isinstance(cel, bool):
        return _van_dagnummer(cel)
    if isinstance(cel, str):
        return _van_tekst(schoon(cel))
    raise weiger_cel(cel, "een datum")


def lees_einde(cel: Cel) -> date | None:
    """As `lees_datum`; None when the cell says that there is no end yet: "onbepaald", "heden"."""
    if isinstance(cel, str) and (sleutel(cel) in _OPEN or schoon(cel) == "∞"):
        return None
    return lees_datum(cel)


def _van_dagnummer(getal: float) -> date:
    if getal in _JAARTALLEN:
        raise _jaartal(f"{getal:.0f}")
    if _EXCEL_VROEGST <= getal < date(_LAATST + 1, 1, 1).toordinal() - _EXCEL_NUL:
        return date.fromordinal(_EXCEL_NUL + int(getal))
    raise _onleesbaar(f"{getal:.15g}".replace(".", ","))


def _eis_geen_jaartal(datum: date) -> date:
    """Excel makes a day in 1905 of a year that is typed into a cell for dates."""
    dagnummer = datum.toordinal() - _EXCEL_NUL
    if dagnummer in _JAARTALLEN:
        raise Onleesbaar(
            "datum_enkel_jaartal",
            f"Excel las hier {datum:%d/%m/%Y}. Typte iemand alleen het jaartal {dagnummer}? "
            f"Vul ook de dag en de maand in: 31/12/{dagnummer}.",
        )
    return datum


def _jaartal(jaar: str) -> Onleesbaar:
    return Onleesbaar(
        "datum_enkel_jaartal",
        f"“{jaar}” is een jaartal, geen datum. Vul ook de dag en de maand in: 31/12/{jaar}.",
    )


@lru_cache(maxsize=10_000)
def _van_tekst(tekst: str) -> date:
    tekst = WEEKDAG.sub("", unicodedata.normalize("NFKC", tekst))
    if vorm := DAG_EERST.fullmatch(tekst):
        dag, maand, jaar = vorm[1], int(vorm[3]), vorm[4]
    elif vorm := _JAAR_EERST.fullmatch(tekst):
        dag, maand, jaar = vorm[4], int(vorm[3]), vorm[1]
    elif (vorm := VOLUIT.fullmatch(tekst.lower())) and vorm[2] in MAANDNUMMER:
        dag, maand, jaar = vorm[1], MAANDNUMMER[vorm[2]], vorm[3]
    else:
        raise _geen_dag(tekst)
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


def _geen_dag(tekst: str) -> Onleesbaar:
    if _JAAR.fullmatch(tekst):
        return _jaartal(tekst)
    if _MAAND.fullmatch(tekst):
        return Onleesbaar(
            "datum_zonder_dag",
            f"In “{tekst}” ontbreekt de dag. Vul de hele datum in: 31/12/2026.",
        )
    return _onleesbaar(tekst)


def _onleesbaar(tekst: str) -> Onleesbaar:
    return Onleesbaar(
        "datum_onleesbaar", f"“{tekst}” is geen datum. Schrijf de datum zo: 31/12/2026."
    )
