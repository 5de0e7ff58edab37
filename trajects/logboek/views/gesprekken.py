"""The last talks on the plan; all of them stand in the log."""

from typing import Any, Final

from gebruikers.models import Gebruiker
from trajects.kader.views.inplaats import Sectie
from trajects.logboek.gesprekken import laatste_gesprekken
from trajects.rechten import mag_logboek_zien
from werknemers.models import Werknemer


def _lees(werknemer: Werknemer, gebruiker: Gebruiker) -> dict[str, Any]:
    return {
        "gesprekken": laatste_gesprekken(werknemer, gebruiker),
        "leest_logboek": mag_logboek_zien(gebruiker),
    }


SECTIE: Final = Sectie("gesprekken", "Laatste gesprekken", "trajects:plan", _lees, "logboek")
