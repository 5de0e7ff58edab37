"""Charts as SVG text, made on the server: the same on a page and in a PDF, without script or style.

The figures a chart shows stand in a table beside it; the caller makes that table.
"""

from doorstroom.gedeeld.grafiek.gegevens import (
    Balk,
    Categorie,
    Lijn,
    Merk,
    Reeks,
    Rij,
    Soort,
    Stapel,
    Staven,
    Strepen,
    Tijdlijn,
    Verloop,
)
from doorstroom.gedeeld.grafiek.lijnen import Lijnen, Waardeband, Waardelijn, lijngrafiek
from doorstroom.gedeeld.grafiek.stapel import stapelgrafiek
from doorstroom.gedeeld.grafiek.staven import staafgrafiek, staafgrafiek_svg
from doorstroom.gedeeld.grafiek.tijdlijn import tijdlijn, tijdlijn_svg
from doorstroom.gedeeld.grafiek.verloop import verloop_svg

__all__ = [
    "Balk",
    "Categorie",
    "Lijn",
    "Lijnen",
    "Merk",
    "Reeks",
    "Rij",
    "Soort",
    "Stapel",
    "Staven",
    "Strepen",
    "Tijdlijn",
    "Verloop",
    "Waardeband",
    "Waardelijn",
    "lijngrafiek",
    "staafgrafiek",
    "staafgrafiek_svg",
    "stapelgrafiek",
    "tijdlijn",
    "tijdlijn_svg",
    "verloop_svg",
]
