"""Text as people type it, made comparable."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from werknemers.domein.invoer.cel import Cel, CelFout, Celgebrek, Opmaakgetal
from werknemers.domein.invoer.meldingen import Onleesbaar

# Invisible characters that copying from a web page or a PDF leaves behind. The joiners U+200C
# and U+200D stay: Persian and Arabic names need them.
_ONZICHTBAAR: Final = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_STUURTEKENS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Two or three bytes of UTF-8 that were read one by one.
_VERMINKT: Final = re.compile("[ÃÄÅÂ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|â[\u0080-\u20ac]")
_FORMULETEKENS: Final = ("=", "+", "-", "@")


@lru_cache(maxsize=50_000)
def schoon(tekst: str) -> str:
    """Composed accents, no control characters, single spaces, nothing around it."""
    if not (tekst.isascii() and tekst.isprintable()):
        tekst = unicodedata.normalize("NFC", tekst)
        tekst = _STUURTEKENS.sub(" ", _ONZICHTBAAR.sub("", tekst))
    return " ".join(tekst.split())


@lru_cache(maxsize=50_000)
def sleutel(tekst: str) -> str:
    """Only letters and digits, lower case, without accents: `Ïmw  5-JAAR` is `imw5jaar`."""
    ontleed = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(teken for teken in ontleed if teken.isalnum())


def woorden(naam: str) -> frozenset[str]:
    """The words of a name in any order: "Peeters, An" is An Peeters."""
    return frozenset(filter(None, map(sleutel, re.split(r"[\s,]+", naam))))


def herstel_verminkt(tekst: str) -> str | None:
    """What a text was before another program read it in the wrong code page: Öztürk for Ã–ztÃ¼rk;
    "" when a sign was lost, None when nothing is wrong with it."""
    if "\ufffd" in tekst:
        return ""
    if tekst.isascii() or not _VERMINKT.search(tekst):
        return None
    try:
        return tekst.encode("cp1252").decode()
    except UnicodeError:
        return None


def lijkt_op_formule(tekst: str) -> bool:
    """Whether a spreadsheet would run this text as a formula when it is typed into a cell."""
    return tekst.startswith(_FORMULETEKENS)


def als_tekst(cel: Cel) -> str:
    """The cell as text; whole numbers without decimals, because Excel keeps 1001 as 1001.0.

    Raises Onleesbaar for a date or an error: nobody is called 4 May.
    """
    if isinstance(cel, str):
        return schoon(cel)
    if isinstance(cel, Opmaakgetal):
        return schoon(cel.tekst)
    if isinstance(cel, bool):
        return "WAAR" if cel else "ONWAAR"
    if isinstance(cel, int | float):
        getal = Decimal(repr(cel))
        return f"{getal:f}" if getal % 1 else str(int(getal))
    raise weiger_cel(cel, "tekst")


def weiger_cel(cel: Cel, verwacht: str) -> Onleesbaar:
    """The refusal of a cell whose kind can never be right, with what Excel made of it."""
    if isinstance(cel, CelFout):
        return _celgebrek(cel)
    wat = f"de datum {cel:%d/%m/%Y}" if isinstance(cel, date) else "een tijdstip of een duur"
    return Onleesbaar(
        "celsoort",
        f"Excel las hier {wat}, maar er hoort {verwacht} te staan. "
        "Zet de opmaak van de cel op Tekst en typ de waarde opnieuw.",
    )


def _celgebrek(cel: CelFout) -> Onleesbaar:
    if cel.gebrek is Celgebrek.ONBEREKEND:
        return Onleesbaar(
            "formule_onberekend",
            "Hier staat een formule zonder bewaarde uitkomst, dus we weten niet wat ze geeft. Open "
            "het blad in Excel, bewaar het en kies het opnieuw.",
        )
    return Onleesbaar(
        "excel_fout", "Excel toont hier een fout in plaats van een waarde. Vul de waarde in."
    )
