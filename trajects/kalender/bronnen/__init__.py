"""The sources of a calendar: a module for each, and a line here."""

from typing import Final

from trajects.kalender.afspraken import Agendabron
from trajects.kalender.bronnen.acties import ACTIES
from trajects.kalender.bronnen.contracteindes import CONTRACTEINDES
from trajects.kalender.bronnen.evaluaties import EVALUATIES
from trajects.kalender.bronnen.gesprekken import GESPREKKEN
from trajects.kalender.bronnen.nazorg import NAZORG
from trajects.kalender.bronnen.steuneindes import STEUNEINDES

BRONNEN: Final[tuple[Agendabron, ...]] = (
    GESPREKKEN,
    EVALUATIES,
    ACTIES,
    NAZORG,
    STEUNEINDES,
    CONTRACTEINDES,
)
