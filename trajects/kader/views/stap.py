"""The next step of an employee as something to press."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gebruikers.rechten import HeeftRol
from gedeeld.adressen import adres_van
from trajects.rechten import (
    mag_contracteinde_zien,
    mag_openheid_vastleggen,
    mag_plan_bewerken,
    mag_plan_zien,
    mag_uitstroom_registreren,
)
from trajects.signaalsoorten.soort import Stap
from werknemers.rechten import mag_werknemers_zien


@dataclass(frozen=True, slots=True)
class Stapknop:
    """What to do and why; `url` and `knop` are empty when there is nothing to press.

    `recht` says who may press it.
    """

    zin: str
    knop: str = ""
    url: str = ""
    recht: Callable[[HeeftRol], bool] = mag_plan_bewerken


# Who may open the view of a step; of the others who may change the plan.
_RECHTEN: Final[dict[str, Callable[[HeeftRol], bool]]] = {
    "contract": mag_werknemers_zien,
    "contracteinde": mag_contracteinde_zien,
    "openheid": mag_openheid_vastleggen,
    "overgang": mag_plan_zien,
    "uitstroom_nieuw": mag_uitstroom_registreren,
}


def met_knop(stap: Stap) -> Stapknop:
    """The same step with its button; without one when there is nothing to press."""
    if not stap.view:
        return Stapknop(stap.zin)
    # A query that names the key stands in for the key in the path; a view of another app has it.
    args = [] if "{}" in stap.vraag else [stap.over]
    view = stap.view if ":" in stap.view else f"trajects:{stap.view}"
    url = f"{adres_van(view, *args)}{stap.vraag.format(stap.over)}"
    return Stapknop(stap.zin, stap.knop, url, _RECHTEN.get(stap.view, mag_plan_bewerken))
