"""Fractions and amounts, exact: no binary fraction survives in here."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor, isfinite
from typing import Final

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import Onleesbaar
from werknemers.domein.invoer.tekst import schoon, weiger_cel

_BREUK_DECIMALEN: Final = 6
_PER_EENHEID: Final = 10**_BREUK_DECIMALEN
_HALF: Final = Fraction(1, 2)
_HOOGSTENS: Final = "Vul een breuk in die hoogstens 1 is, zoals 0,8."
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Grens:
    """What an amount is called, and from where on it is a forgotten comma: 215411 for 2154,11."""

    wat: str
    voluit: str
    hoogste: Decimal

    @property
    def nul(self) -> str:
        """What is said of nothing."""
        return f"Een {self.wat} van 0 euro kan niet kloppen. Kijk het bedrag na."


_LOON: Final = _Grens("loon", "maandloon", Decimal(100_000))
_REFERTELOON: Final = _Grens("referteloon", "referteloon per kwartaal", Decimal(300_000))
_MEESTE_UREN: Final = Decimal(1_000)
_KWARTAAL: Final = _Grens("bedrag", "bedrag per kwartaal", Decimal(10_000_000))
LOON_NUL: Final = _LOON.nul

_GETAL: Final = r"\d+(?:[.,]\d+)?"
_DEEL: Final = re.compile(rf"(-?{_GETAL})(?: ?/ ?({_GETAL})| ?(%))?")
_EURO: Final = re.compile(r"€|euro?", re.IGNORECASE)
_NEGATIEF: Final = re.compile(r"[-−–]\s*[\d.,]+|\([\d.,]+\)|[\d.,]*\d\s*[-−–]")
_GEEN_CENTEN: Final = re.compile(r"[.,][-–—]+$")
_DUIZENDEN_PUNT: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,(\d+))?")
_DUIZENDEN_KOMMA: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_DUBBELZINNIG: Final = re.compile(r"\d{1,3},\d{3}")
_GEWOON: Final = re.compile(rf"{_GETAL}")
# At most so many figures: no notice lasts a thousand days of leave.
_DAGEN: Final = re.compile(r"(\d{1,3}(?:[.,]\d+)?)")
_UREN: Final = re.compile(rf"(-?{_GETAL}) ?(?:u|uur|uren|h)?\.?", re.IGNORECASE)


def lees_breuk(cel: Cel) -> Decimal:
    """An employment fraction in (0, 1], to six decimals: 0.8, `0,8`, `80%`, `30,4/38`.

    Raises Onleesbaar, with a hint when 80 was probably meant as 80 %.
    """
    if isinstance(cel, str):
        tekst = schoon(cel)
        waarde = _deel(tekst)
    elif isinstance(cel, int | float) and not isinstance(cel, bool):
        tekst = _komma(cel)
        waarde = Fraction(Decimal(repr(cel))) if isfinite(cel) else _deel(tekst)
    else:
        raise weiger_cel(cel, "een breuk zoals 0,8")
    breuk = Decimal(floor(waarde * _PER_EENHEID + _HALF)).scaleb(-_BREUK_DECIMALEN)
    _eis_breuk(breuk, tekst)
    return breuk


@lru_cache(maxsize=1_000)
def _deel(tekst: str) -> Fraction:
    vorm = _DEEL.fullmatch(tekst)
    if vorm is None:
        raise _breuk_onleesbaar(tekst)
    noemer = Fraction(100) if vorm[3] else _fractie(vorm[2] or "1")
    if not noemer:
        raise _breuk_onleesbaar(tekst)
    return _fractie(vorm[1]) / noemer


def _fractie(tekst: str) -> Fraction:
    return Fraction(tekst.replace(",", "."))


def _eis_breuk(breuk: Decimal, tekst: str) -> None:
    if breuk <= 0:
        raise Onleesbaar(
            "breuk_niet_positief", f"“{tekst}” is niet meer dan 0. Vul een breuk in zoals 0,8."
        )
    if breuk > 1:
        percentage = 2 < breuk <= 100 and "/" not in tekst and "%" not in tekst
        hint = f"Bedoel je {tekst} %? Schrijf dan {tekst}%." if percentage else _HOOGSTENS
        raise Onleesbaar("breuk_te_groot", f"“{tekst}” is meer dan voltijds (1). {hint}")


def _breuk_onleesbaar(tekst: str) -> Onleesbaar:
    return Onleesbaar(
        "breuk_onleesbaar",
        f"“{tekst}” is geen tewerkstellingsbreuk. Schrijf 0,8 of 80% of 30,4/38.",
    )


def lees_bedrag(cel: Cel) -> Decimal:
    """An amount in euro, rounded half-up to the cent: 2154.11, `€ 2.154,11`, `2.154`.

    A dot before exactly three figures separates thousands, as in Belgium; a comma there is
    refused because it can mean both. Raises Onleesbaar, also for negative amounts.
    """
    return _lees(cel, _LOON)


def lees_loon(cel: Cel) -> Decimal:
    """As `lees_bedrag`, for a monthly wage: nobody works for nothing, so 0 is a slip."""
    return _eis_iets(lees_bedrag(cel), _LOON)


def lees_referteloon(cel: Cel) -> Decimal:
    """As `lees_loon`, for the reference wage of a whole quarter."""
    return _eis_iets(_lees(cel, _REFERTELOON), _REFERTELOON)


def lees_uren(cel: Cel) -> Decimal:
    """Hours in a quarter, rounded half-up to a hundredth: 380.5, `380,5`, `380 u`.

    So many thousands there are not, so a dot and a comma mean the same. Raises Onleesbaar.
    """
    if isinstance(cel, bool) or not isinstance(cel, str | int | float):
        raise weiger_cel(cel, "een aantal uren")
    tekst = schoon(cel) if isinstance(cel, str) else _komma(cel)
    vorm = _UREN.fullmatch(tekst)
    if vorm is None:
        raise Onleesbaar(
            "uren_onleesbaar", f"“{tekst}” is geen aantal uren. Schrijf het zo: 380,5."
        )
    uren = Decimal(vorm[1].replace(",", "."))
    if uren < 0:
        raise Onleesbaar("uren_negatief", f"Uren kunnen niet negatief zijn ({tekst}). Kijk ze na.")
    if uren >= _MEESTE_UREN:
        raise Onleesbaar(
            "uren_te_veel",
            f"“{tekst}” is te veel voor één kwartaal. Staat de komma op haar plaats?",
        )
    return uren.quantize(_CENT, ROUND_HALF_UP)


def lees_dagen(getypt: str) -> Decimal:
    """Days, also in parts, rounded half-up to a hundredth: `2,5`. Raises Onleesbaar."""
    tekst = schoon(getypt)
    vorm = _DAGEN.fullmatch(tekst)
    if vorm is None:
        raise Onleesbaar(
            "dagen_onleesbaar", f"“{tekst}” is geen aantal dagen. Schrijf het zo: 2,5."
        )
    return Decimal(vorm[1].replace(",", ".")).quantize(_CENT, ROUND_HALF_UP)


def lees_kwartaalbedrag(cel: Cel) -> Decimal:
    """As `lees_bedrag`, for what a service gets or pays in a quarter."""
    return _lees(cel, _KWARTAAL)


def _eis_iets(bedrag: Decimal, grens: _Grens) -> Decimal:
    if not bedrag:
        raise Onleesbaar(f"{grens.wat}_nul", grens.nul)
    return bedrag


def _lees(cel: Cel, grens: _Grens) -> Decimal:
    if isinstance(cel, str):
        tekst = schoon(cel)
        bedrag = _bedrag_van_tekst(tekst, grens)
    elif isinstance(cel, int | float) and not isinstance(cel, bool):
        tekst = _komma(cel)
        bedrag = Decimal(repr(cel)) if isfinite(cel) else _bedrag_van_tekst(tekst, grens)
    else:
        raise weiger_cel(cel, "een bedrag")
    if bedrag < 0:
        raise _negatief(tekst, grens)
    if bedrag >= grens.hoogste:
        raise Onleesbaar(
            "bedrag_te_hoog",
            f"“{tekst}” is te hoog voor een {grens.voluit}. Staat de komma op haar plaats?",
        )
    return bedrag.quantize(_CENT, ROUND_HALF_UP)


def _bedrag_van_tekst(tekst: str, grens: _Grens) -> Decimal:
    kaal = _EURO.sub("", tekst).strip()
    kaal = _GEEN_CENTEN.sub("", kaal).replace(" ", "")
    if vorm := _DUIZENDEN_PUNT.fullmatch(kaal):
        return Decimal(kaal.replace(".", "").replace(",", "."))
    if vorm := _DUIZENDEN_KOMMA.fullmatch(kaal):
        return Decimal(vorm[0].replace(",", ""))
    if _DUBBELZINNIG.fullmatch(kaal):
        raise Onleesbaar(
            "bedrag_dubbelzinnig",
            f"“{tekst}” kan op twee manieren gelezen worden. Schrijf 2154,00 of 2,15.",
        )
    if _GEWOON.fullmatch(kaal):
        return Decimal(kaal.replace(",", "."))
    if _NEGATIEF.fullmatch(kaal):
        raise _negatief(tekst, grens)
    raise Onleesbaar("bedrag_onleesbaar", f"“{tekst}” is geen bedrag. Schrijf het zo: 2154,11.")


def _negatief(tekst: str, grens: _Grens) -> Onleesbaar:
    return Onleesbaar(
        "bedrag_negatief",
        f"Een {grens.wat} kan niet negatief zijn ({tekst}). Kijk het bedrag na.",
    )


def _komma(getal: float) -> str:
    """A number from Excel as a Belgian user sees it in the cell."""
    return f"{getal:.15g}".replace(".", ",")
