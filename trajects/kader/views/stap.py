"""The next step of an employee as something to press."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import resolve

from gebruikers.rechten import HeeftRol
from gedeeld.adressen import adres_van
from trajects.rechten import mag_plan_bewerken
from trajects.signaalsoorten.soort import Stap


@dataclass(frozen=True, slots=True)
class Stapknop:
    """What to do and why; `url` and `knop` are empty when there is nothing to press.

    `recht` says who may press it.
    """

    zin: str
    knop: str = ""
    url: str = ""
    recht: Callable[[HeeftRol], bool] = mag_plan_bewerken


def met_knop(stap: Stap) -> Stapknop:
    """The same step with its button; without one when there is nothing to press."""
    if not stap.view:
        return Stapknop(stap.zin)
    view = stap.view if ":" in stap.view else f"trajects:{stap.view}"
    # A query that names the key stands in for the key in the path; a page of nobody has neither.
    met_sleutel = bool(stap.over) and "{}" not in stap.vraag
    adres = adres_van(view, *([stap.over] if met_sleutel else []))
    vraag = stap.vraag.format(stap.over)
    return Stapknop(stap.zin, stap.knop, f"{adres}{vraag}", _recht_van(view, met_sleutel))


def met_knop_voor(gebruiker: HeeftRol) -> Callable[[Stap], Stapknop]:
    """As `met_knop`, without the button of what this user may not open."""

    def toon(stap: Stap) -> Stapknop:
        gevonden = met_knop(stap)
        return gevonden if gevonden.recht(gebruiker) else Stapknop(gevonden.zin)

    return toon


@cache
def _recht_van(view: str, met_sleutel: bool) -> Callable[[HeeftRol], bool]:
    """Asks the page itself who may open it."""
    gevonden: Any = resolve(adres_van(view, *([1] if met_sleutel else []))).func
    recht: Callable[[HeeftRol], bool] = gevonden.recht
    return recht
