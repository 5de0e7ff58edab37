"""The smallest SVG writer that escapes everything."""

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from django.utils.safestring import SafeString, mark_safe

# SVG text does not inherit the letter of the page in a PDF, so it is named in each drawing.
LETTERTYPE: Final = "Atkinson Hyperlegible Next, Noto Sans, sans-serif"
LETTER: Final = 13.0
INKT: Final = "#1F2A30"
ZACHT: Final = "#55616A"
LIJN: Final = "#DDD9CF"
RAND: Final = "#7C8489"
WIT: Final = "#FFFFFF"
GROND: Final = "#FBFAF7"
ROOD: Final = "#A4262C"
PETROL: Final = "#0B5D6B"

# The mean width of a character of this letter, as a share of its size; a little too wide, so
# that a text that is said to fit really does.
_TEKENBREEDTE: Final = 0.56

# Nothing that quoteattr() changes.
_GEWOON: Final = re.compile(r"[\w #.,:/()-]*").fullmatch

Waarde = str | int | float


def tekst_breedte(inhoud: str) -> float:
    return len(inhoud) * LETTER * _TEKENBREEDTE


def element(naam: str, attributen: dict[str, Waarde] | None = None, *kinderen: str) -> str:
    """One element; the children are finished SVG, the attribute values are escaped here."""
    delen = [f" {sleutel}={_aangehaald(w)}" for sleutel, w in (attributen or {}).items()]
    begin = naam + "".join(delen)
    return f"<{begin}>{''.join(kinderen)}</{naam}>" if kinderen else f"<{begin}/>"


def tekst(
    x: float, y: float, inhoud: str, *, kleur: str = INKT, anker: str = "start", vet: bool = False
) -> str:
    """A text with its baseline at y; `anker` says which side of it stands at x."""
    dik = ' font-weight="700"' if vet else ""
    plek = f'x="{_schrijf(x)}" y="{_schrijf(y)}"'
    verf = f"fill={_aangehaald(kleur)} text-anchor={_aangehaald(anker)}"
    return f"<text {plek} {verf}{dik}>{escape(inhoud)}</text>"


def lijn(
    begin: tuple[float, float],
    einde: tuple[float, float],
    kleur: str,
    dikte: float = 1,
    streep: str = "",
) -> str:
    (x1, y1), (x2, y2) = begin, einde
    plek = f'x1="{_schrijf(x1)}" y1="{_schrijf(y1)}" x2="{_schrijf(x2)}" y2="{_schrijf(y2)}"'
    streepjes = f" stroke-dasharray={_aangehaald(streep)}" if streep else ""
    verf = f'stroke={_aangehaald(kleur)} stroke-width="{_schrijf(dikte)}"{streepjes}'
    return f"<line {plek} {verf}/>"


def bord(x: float, y: float, inhoud: str, *, grond: str, kleur: str) -> str:
    """A text in the middle of a filled plate around (x, y), readable on whatever lies behind it."""
    breedte, hoogte = tekst_breedte(inhoud) + 8, LETTER * 1.35
    plaats: dict[str, Waarde] = {"x": x - breedte / 2, "y": y - hoogte / 2}
    maten: dict[str, Waarde] = {"width": breedte, "height": hoogte, "rx": 3, "fill": grond}
    return element("rect", plaats | maten) + tekst(
        x, y + LETTER * 0.35, inhoud, kleur=kleur, anker="middle"
    )


def met_titel(inhoud: str, titel: str) -> str:
    """A group that shows `titel` when pointed at."""
    return element("g", None, element("title", None, escape(titel)), inhoud)


def naamkoppeling(inhoud: str, adres: str, titel: str) -> str:
    """What speaks for itself: a link when there is an address, and nothing more without one."""
    return koppeling(inhoud, adres, titel) if adres else inhoud


def koppeling(inhoud: str, adres: str, titel: str) -> str:
    """As `met_titel`, and a link as well when there is an address."""
    if not adres:
        return met_titel(inhoud, titel)
    return element("a", {"href": adres}, element("title", None, escape(titel)), inhoud)


def tekening(
    sleutel: str,
    maten: tuple[float, float],
    titel: str,
    omschrijving: str,
    inhoud: str,
    *,
    rol: str = "img",
) -> SafeString:
    """The whole SVG, one image for a screen reader, named by its title and its description; one
    with links in it is a "group", for an image has no parts."""
    breedte, hoogte = maten
    attributen: dict[str, Waarde] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {_schrijf(breedte)} {_schrijf(hoogte)}",
        "width": breedte,
        "height": hoogte,
        "role": rol,
        "aria-labelledby": f"{sleutel}-titel {sleutel}-tekst",
        "font-family": LETTERTYPE,
        "font-size": LETTER,
    }
    kop = element("title", {"id": f"{sleutel}-titel"}, escape(titel))
    uitleg = element("desc", {"id": f"{sleutel}-tekst"}, escape(omschrijving))
    # Safe: every text and every attribute went through escape() or quoteattr() above.
    return mark_safe(element("svg", attributen, kop, uitleg, inhoud))  # noqa: S308


def figuur(breed: SafeString, smal: SafeString) -> SafeString:
    """Both widths of one chart; the stylesheet shows the one that stays readable."""
    delen = (
        element("div", {"class": "grafiek-breed"}, breed),
        element("div", {"class": "grafiek-smal"}, smal),
    )
    return mark_safe(element("div", {"class": "grafiek"}, *delen))  # noqa: S308 - both are drawings


def _schrijf(waarde: Waarde) -> str:
    return f"{waarde:.1f}".removesuffix(".0") if isinstance(waarde, float) else str(waarde)


def _aangehaald(waarde: Waarde) -> str:
    """A value between quotes. Most are numbers and colours, in which nothing is to be escaped."""
    tekst = _schrijf(waarde)
    gewoon = isinstance(waarde, float) or _GEWOON(tekst)
    return f'"{tekst}"' if gewoon else quoteattr(tekst)
