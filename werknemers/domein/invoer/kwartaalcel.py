"""A quarter as payroll offices, people and Excel write it."""

import re
from datetime import date, datetime
from typing import Final

from gedeeld.kwartaal import Kwartaal
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.datum import lees_datum
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst

_VAN, _TOT = 2000, 2100
_TEKEN: Final = r"(?:k|kw|kwartaal|t|tr|trim|trimester|q)\.?"
_SCHEIDING: Final = r" ?[-/.]? ?"
_JAAR_EERST: Final = re.compile(
    rf"(\d{{4}})(?:{_SCHEIDING}{_TEKEN} ?([1-4])|[-/ ]([1-4])|([1-4]))", re.IGNORECASE
)
_KWARTAAL_EERST: Final = re.compile(
    rf"(?:{_TEKEN} ?([1-4]){_SCHEIDING}|([1-4])(?:e|ste|de)? ?{_TEKEN}{_SCHEIDING}|([1-4])[-/ ])"
    r"(\d{4})",
    re.IGNORECASE,
)


def lees_kwartaal(cel: Cel) -> Kwartaal:
    """2026-K3, 2026/3, K3 2026, 3/2026, 2026T3, 20263, or a day in the quarter.

    Raises Onleesbaar.
    """
    if isinstance(cel, date | datetime):
        return Kwartaal.van(lees_datum(cel))
    tekst = als_tekst(cel)
    if vorm := _JAAR_EERST.fullmatch(tekst):
        return _in_jaar(tekst, vorm[1], vorm[2] or vorm[3] or vorm[4])
    if vorm := _KWARTAAL_EERST.fullmatch(tekst):
        return _in_jaar(tekst, vorm[4], vorm[1] or vorm[2] or vorm[3])
    try:
        return Kwartaal.van(lees_datum(tekst))
    except Onleesbaar:
        raise _onleesbaar(tekst) from None


def misschien_een_datum(cel: Cel) -> bool:
    """Whether Excel may have made a date of a quarter: it takes 3/2026 for the first of March."""
    return isinstance(cel, date | datetime) and cel.day == 1 and 1 < cel.month < 5


def _in_jaar(tekst: str, jaar: str, nummer: str) -> Kwartaal:
    if not _VAN <= int(jaar) < _TOT:
        raise _onleesbaar(tekst)
    return Kwartaal(int(jaar), int(nummer))


def _onleesbaar(tekst: str) -> Onleesbaar:
    return Onleesbaar(
        "kwartaal_onleesbaar", f"“{tekst}” is geen kwartaal. Schrijf het zo: 2026-K3."
    )
