"""Fills and their legend. They differ in pattern too, so that colour alone never tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gedeeld.grafiek import svg
from gedeeld.grafiek.svg import LETTER


@dataclass(frozen=True, slots=True)
class Vulling:
    """A ground colour with line work on a tile of 8 × 8; no path is a plain fill."""

    grond: str
    lijn: str
    pad: str


# Petrol and greys only: orange, red and green say how urgent something is.
VULLINGEN: Final = (
    Vulling("#0B5D6B", "", ""),
    Vulling("#C9DFE2", "#0B5D6B", "M-2 2l4-4M0 8l8-8M6 10l4-4"),
    Vulling("#4A555C", "", ""),
    Vulling("#FFFFFF", "#4A555C", "M4 2.5v3M2.5 4h3"),
    Vulling("#6FA6AF", "", ""),
    Vulling("#EFEEEA", "#4A555C", "M0 4h8"),
    Vulling("#1F2A30", "", ""),
    Vulling("#E3EFF0", "#0B5D6B", "M4 0v8"),
)


def _verwijzing(sleutel: str, nummer: int) -> str:
    """The value of `fill` for series `nummer` of the drawing `sleutel`."""
    vulling = VULLINGEN[nummer]
    return f"url(#{sleutel}-vulling-{nummer})" if vulling.pad else vulling.grond


def definities(sleutel: str, aantal: int) -> str:
    """The patterns the first `aantal` series need, with ids of their own for this drawing."""
    delen = [
        _patroon(f"{sleutel}-vulling-{nummer}", vulling)
        for nummer, vulling in enumerate(VULLINGEN[:aantal])
        if vulling.pad
    ]
    return svg.element("defs", None, *delen) if delen else ""


def _patroon(naam: str, vulling: Vulling) -> str:
    return svg.element(
        "pattern",
        {"id": naam, "width": 8, "height": 8, "patternUnits": "userSpaceOnUse"},
        svg.element("rect", {"width": 8, "height": 8, "fill": vulling.grond}),
        svg.element(
            "path", {"d": vulling.pad, "stroke": vulling.lijn, "stroke-width": 1.6, "fill": "none"}
        ),
    )


def legende(namen: Sequence[str], sleutel: str, breedte: float) -> tuple[str, float]:
    """A swatch and a name per series, wrapped to the width; and the height that took."""
    delen, x, y = [], 0.0, 0.0
    for nummer, naam in enumerate(namen):
        nodig = 22 + svg.tekst_breedte(naam) + 16
        if x and x + nodig > breedte:
            x, y = 0.0, y + LETTER * 1.7
        delen.append(vlak(sleutel, nummer, (x + 0.5, y + 2.5), (14, 14)))
        delen.append(svg.tekst(x + 22, y + LETTER, naam))
        x += nodig
    return "".join(delen), y + LETTER * 1.7


def vlak(sleutel: str, nummer: int, hoek: tuple[float, float], maten: tuple[float, float]) -> str:
    """A rectangle in the fill of series `nummer`, from its top left corner."""
    (x, y), (breedte, hoogte) = hoek, maten
    vulling = VULLINGEN[nummer]
    return svg.element(
        "rect",
        {
            "x": x,
            "y": y,
            "width": breedte,
            "height": hoogte,
            "fill": _verwijzing(sleutel, nummer),
            "stroke": vulling.lijn or vulling.grond,
        },
    )
