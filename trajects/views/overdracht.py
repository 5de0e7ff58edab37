"""The warm hand-over: to whom, what was agreed, what may be shared and what was."""

from typing import Any, Final

from gebruikers.models import Gebruiker
from trajects.models import Overdracht
from trajects.rechten import mag_plan_bewerken
from trajects.views.inplaats import Sectie
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    overdrachten = Overdracht.objects.zichtbaar_voor(gebruiker).filter(werknemer=werknemer)
    return {
        "overdrachten": overdrachten.select_related("werkgever"),
        "mag_bewerken": mag_plan_bewerken(gebruiker),
    }


SECTIE: Final = Sectie("overdracht", "Overdracht", "trajects:overgang", _lees)
