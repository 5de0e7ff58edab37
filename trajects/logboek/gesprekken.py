"""The last talks with an employee, as much of each as the reader may know."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gebruikers.models import Gebruiker
from trajects.keuzes import GESPROKEN, SoortNotitie
from trajects.models import Notitie
from trajects.rechten import mag_logboek_zien
from werknemers.models import Werknemer

AANTAL: Final = 5


@dataclass(frozen=True, slots=True)
class Gesprek:
    """`notitie` is None for who may know that there was a talk, and not what was said."""

    datum: date
    soort: str
    notitie: Notitie | None


def laatste_gesprekken(werknemer: Werknemer, gebruiker: Gebruiker) -> list[Gesprek]:
    """Of an employee whom this user sees, newest first; in one query.

    Who reads the log gets the notes. Who only reads the plan gets kind and day, and of what is
    confidential nothing: the text does not leave the database.
    """
    gesproken = Notitie.objects.filter(werknemer=werknemer, soort__in=GESPROKEN)
    if mag_logboek_zien(gebruiker):
        leesbaar = gesproken.zichtbaar_voor(gebruiker).geldend().select_related("auteur")
        return [Gesprek(n.datum, n.get_soort_display(), n) for n in leesbaar[:AANTAL]]
    dagen = gesproken.deelbaar().values_list("datum", "soort")[:AANTAL]
    return [Gesprek(datum, SoortNotitie(soort).label, None) for datum, soort in dagen]
