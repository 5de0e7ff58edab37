"""Charts as SVG text, made on the server: the same on a page and in a PDF, without script or style.

The figures a chart shows stand in a table beside it; the caller makes that table.
"""

from gedeeld.grafiek.gegevens import (
    Balk,
    Categorie,
    Lijn,
    Merk,
    Reeks,
    Staafmerk,
    Staafsoort,
    Stapel,
    Staven,
    Strepen,
    Tijdlijn,
    Tijdlijnrij,
    Verloop,
)
from gedeeld.grafiek.lijnen import Lijnen, Waardeband, Waardelijn, lijngrafiek
from gedeeld.grafiek.saldo import Saldostaven, saldografiek
from gedeeld.grafiek.stapel import stapelgrafiek
from gedeeld.grafiek.staven import staafgrafiek, staafgrafiek_svg
from gedeeld.grafiek.tijdlijn import tijdlijn, tijdlijn_svg
from gedeeld.grafiek.verloop import verloop_svg

__all__ = [
    "Balk",
    "Categorie",
    "Lijn",
    "Lijnen",
    "Merk",
    "Reeks",
    "Saldostaven",
    "Staafmerk",
    "Staafsoort",
    "Stapel",
    "Staven",
    "Strepen",
    "Tijdlijn",
    "Tijdlijnrij",
    "Verloop",
    "Waardeband",
    "Waardelijn",
    "lijngrafiek",
    "saldografiek",
    "staafgrafiek",
    "staafgrafiek_svg",
    "stapelgrafiek",
    "tijdlijn",
    "tijdlijn_svg",
    "verloop_svg",
]
