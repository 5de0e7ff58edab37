"""INSZ and personnel number, as spreadsheets mangle them."""

from typing import Final

from django.core.exceptions import ValidationError

from werknemers.domein.insz import lees_insz as lees_nummer
from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import als_tekst, sleutel

_LENGTE: Final = 11
# Of somebody born in 2000, Excel leaves at least these many figures when it drops the zeros.
_MINSTENS: Final = 8
# "." and "?" leave nothing of their own.
_GEEN_NAAM: Final = frozenset({"", "x", "xx", "xxx", "nn", "fnu", "onbekend"})


def lees_insz(cel: Cel) -> str:
    """The eleven figures of a national or BIS number; zeros that Excel dropped are put back.

    Raises Onleesbaar. Its sentence never repeats the number: remarks end up in screenshots.
    """
    kaal = als_tekst(cel).translate(str.maketrans("", "", " .-/"))
    if kaal.isascii() and kaal.isdigit() and _MINSTENS <= len(kaal) < _LENGTE:
        kaal = kaal.zfill(_LENGTE)
    try:
        return lees_nummer(kaal)
    except ValidationError as fout:
        raise Onleesbaar(fout.code or "insz_vorm", str(fout.message)) from None


def lees_voornaam(cel: Cel) -> str:
    """The first name; "" for the sign that stands in for one: who has one name only, has none."""
    tekst = als_tekst(cel)
    return "" if sleutel(tekst) in _GEEN_NAAM else tekst


def lees_personeelsnummer(cel: Cel) -> str:
    """The number as text: 1001.0 from Excel is `1001`; leading zeros of text stay."""
    tekst = als_tekst(cel)
    if isinstance(cel, bool) or (isinstance(cel, float) and not cel.is_integer()):
        raise Onleesbaar(
            "personeelsnummer_onleesbaar",
            f"“{tekst.replace('.', ',')}” is geen personeelsnummer. Zet de opmaak van de cel op "
            "Tekst en vul het nummer in.",
        )
    return tekst
