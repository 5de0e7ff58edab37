"""Fills and their legend: solid, and so different in lightness that they stay apart in grey too.

On paper, and for who chose other colours, a line work comes over them: colour alone never tells.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gedeeld.grafiek import svg
from gedeeld.grafiek.svg import LETTER


@dataclass(frozen=True, slots=True)
class Vulling:
    """A ground colour, and the line work that comes over it on a tile of 8 × 8; no path: none."""

    grond: str
    lijn: str
    pad: str


# Petrol and greys only: orange, red and green say how urgent something is. Neighbours differ most.
VULLINGEN: Final = (
    Vulling("#0B5D6B", "", ""),
    Vulling("#A9CFD5", "#0B5D6B", "M-2 2l4-4M0 8l8-8M6 10l4-4"),
    Vulling("#55616A", "", ""),
    Vulling("#C3C7C6", "#4A555C", "M4 2.5v3M2.5 4h3"),
    Vulling("#3F8591", "", ""),
    Vulling("#DDD3BC", "#4A555C", "M0 4h8"),
    Vulling("#1F2A30", "", ""),
    Vulling("#86B6BE", "#0B5D6B", "M4 0v8"),
)


def definities(sleutel: str, nummers: Iterable[int]) -> str:
    """The patterns that these fills need, with ids of their own for this drawing."""
    delen = [
        _patroon(f"{sleutel}-vulling-{nummer}", VULLINGEN[nummer])
        for nummer in nummers
        if VULLINGEN[nummer].pad
    ]
    return svg.element("defs", None, *delen) if delen else ""


def _patroon(naam: str, vulling: Vulling) -> str:
    return svg.element(
        "pattern",
        {"id": naam, "width": 8, "height": 8, "patternUnits": "userSpaceOnUse"},
        svg.element(
            "path", {"d": vulling.pad, "stroke": vulling.lijn, "stroke-width": 1.6, "fill": "none"}
        ),
    )


def legende(namen: Iterable[tuple[int, str]], sleutel: str, breedte: float) -> tuple[str, float]:
    """A swatch and a name per (fill, name), wrapped to the width; and the height that took."""
    delen, x, y = [], 0.0, 0.0
    for nummer, naam in namen:
        nodig = 22 + svg.tekst_breedte(naam) + 16
        if x and x + nodig > breedte:
            x, y = 0.0, y + LETTER * 1.7
        delen.append(vlak(sleutel, nummer, (x + 0.5, y + 2.5), (14, 14)))
        delen.append(svg.tekst(x + 22, y + LETTER, naam))
        x += nodig
    return "".join(delen), y + LETTER * 1.7 if delen else 0.0


def vlak(sleutel: str, nummer: int, hoek: tuple[float, float], maten: tuple[float, float]) -> str:
    """A rectangle in a fill, from its top left corner, with a thin line of the page around it.

    The stylesheet hides the line work (`textuur`) on a screen with its own colours."""
    (x, y), (breedte, hoogte) = hoek, maten
    vulling = VULLINGEN[nummer]
    plaats: dict[str, svg.Waarde] = {"x": x, "y": y, "width": breedte, "height": hoogte}
    effen = svg.element("rect", plaats | {"fill": vulling.grond, "stroke": svg.GROND})
    if not vulling.pad:
        return effen
    patroon: dict[str, svg.Waarde] = {
        "class": "textuur",
        "fill": f"url(#{sleutel}-vulling-{nummer})",
    }
    return effen + svg.element("rect", plaats | patroon)
