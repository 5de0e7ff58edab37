"""The next step of an employee as something to press."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gebruikers.rechten import HeeftRol
from gedeeld.adressen import adres_van
from trajects.kader.volgende_stap import Doe, VolgendeStap
from trajects.keuzes import Fase
from trajects.rechten import mag_plan_bewerken, mag_plan_zien, mag_uitstroom_registreren
from trajects.signaalsoorten.soort import Stap as Regelstap


@dataclass(frozen=True, slots=True)
class Stap:
    """What to do and why; `url` and `knop` are empty when there is nothing to press.

    `recht` says who may press it.
    """

    zin: str
    knop: str = ""
    url: str = ""
    recht: Callable[[HeeftRol], bool] = mag_plan_bewerken


# what the button says, view, query
_KNOPPEN: Final = {
    Doe.START_TRAJECT: ("Start een traject", "traject", ""),
    Doe.PAS_TRAJECT_AAN: ("Pas het traject aan", "traject", ""),
    Doe.START_JOBMATCHING: ("Start jobmatching", "traject", f"?naar={Fase.JOBMATCHING}"),
    Doe.KIES_UITSTROOMDAG: ("Kies een dag", "traject", ""),
    Doe.ROND_TRAJECT_AF: ("Rond het traject af", "traject", f"?naar={Fase.AFGEROND}"),
    Doe.KIES_JOBDOELWIT: ("Kies een jobdoelwit", "jobdoelwit_kies", ""),
    Doe.NOTEER_GESPREK: ("Noteer een gesprek", "notitie_nieuw", "?werknemer={}"),
    Doe.REGISTREER_UITSTROOM: ("Registreer de uitstroom", "uitstroom_nieuw", ""),
    Doe.KIJK_OVERDRACHT_NA: ("Kijk de overdracht na", "overgang", ""),
    Doe.NOTEER_NAZORG: ("Noteer hoe het gaat", "nazorg", ""),
}
_RECHTEN: Final[dict[Doe, Callable[[HeeftRol], bool]]] = {
    Doe.REGISTREER_UITSTROOM: mag_uitstroom_registreren,
    Doe.KIJK_OVERDRACHT_NA: mag_plan_zien,
}


def met_knop(stap: VolgendeStap | Regelstap) -> Stap:
    """The same step with its button; without one when there is nothing to do."""
    if isinstance(stap, Regelstap):
        args = [] if "{}" in stap.vraag else [stap.over]
        adres = (
            adres_van(stap.view if ":" in stap.view else f"trajects:{stap.view}", *args)
            if stap.view
            else ""
        )
        return Stap(stap.zin, stap.knop, f"{adres}{stap.vraag.format(stap.over)}")
    if stap.doe is None:
        return Stap(stap.zin)
    knop, view, vraag = _KNOPPEN[stap.doe]
    # A query that names the key stands in for the key in the path.
    args = [] if "{}" in vraag else [stap.over]
    url = f"{adres_van(f'trajects:{view}', *args)}{vraag.format(stap.over)}"
    return Stap(stap.zin, knop, url, _RECHTEN.get(stap.doe, mag_plan_bewerken))
