"""The list of advice as a spreadsheet; the euro only for who may see money."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from gedeeld.lijstblad import Rijkolom, rijkolom
from trajects.adviesdagen.adviesoverzicht import Adviesregel
from werknemers.domein.adviesdagen.dagregel import Dagregel


def _dag(kies: Callable[[Any], Dagregel | None]) -> Callable[[Adviesregel], date | None]:
    def waarde(rij: Adviesregel) -> date | None:
        regel = kies(rij.uitkijk)
        return regel.dag if regel else None

    return waarde


_KOLOMMEN: Final = (
    rijkolom("Personeelsnummer", 18, lambda rij: rij.werknemer.personeelsnummer),
    rijkolom("Naam", 28, lambda rij: rij.werknemer.naam),
    rijkolom("Dienst", 24, lambda rij: ", ".join(rij.werknemer.diensten)),
    rijkolom("Begeleider", 22, lambda rij: rij.werknemer.begeleider_naam),
    rijkolom("Advies", 22, lambda rij: rij.uitkijk.advies.get_soort_display()),
    rijkolom("Wat nu", 18, lambda rij: rij.uitkijk.moment.label),
    rijkolom("Vragen kan vanaf (vlaanderen.be)", 18, _dag(lambda uitkijk: uitkijk.vroegst)),
    rijkolom("Vragen kan vanaf (VDAB)", 18, _dag(lambda uitkijk: uitkijk.anders)),
    rijkolom("Veilig tot, met beroep", 18, _dag(lambda uitkijk: uitkijk.met_beroep)),
    rijkolom("Veilig tot", 18, _dag(lambda uitkijk: uitkijk.veilig)),
    rijkolom("Einde advies", 18, lambda rij: rij.uitkijk.einde),
    rijkolom("Aanvraag", 50, lambda rij: rij.uitkijk.zin, omloop=True),
    rijkolom("Volgende stap", 50, lambda rij: rij.uitkijk.volgende_stap, omloop=True),
)
_EURO: Final = rijkolom("Verlenging in euro", 20, lambda rij: rij.bedrag)


def kolommen(*, met_geld: bool) -> tuple[Rijkolom, ...]:
    return (*_KOLOMMEN, _EURO) if met_geld else _KOLOMMEN
