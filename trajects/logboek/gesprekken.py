"""The last talks with an employee, as much of each as the reader may know."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import als_record, mee
from trajects.keuzes import GESPROKEN
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


def gesprekken_erbij(gebruiker: HeeftRol) -> dict[str, Any]:
    """What `laatste_gesprekken` reads, to annotate on employees whom this user sees.

    Who reads the log gets the notes. Who only reads the plan gets kind and day, and of what is
    confidential nothing: the text does not leave the database.
    """
    gesproken = Notitie.objects.filter(werknemer=OuterRef("pk"), soort__in=GESPROKEN)
    if not mag_logboek_zien(gebruiker):
        return {"gespreksrijen": mee(gesproken.deelbaar()[:AANTAL], "datum", "soort")}
    leesbaar = gesproken.zichtbaar_voor(gebruiker).geldend()[:AANTAL]
    velden = ("pk", "datum", "soort", "themas", "vertrouwelijk", "tekst")
    wie = JSONObject(voornaam="auteur__voornaam", naam="auteur__naam")
    return {"gespreksrijen": mee(leesbaar, *velden, wie=wie)}


def laatste_gesprekken(werknemer: Werknemer) -> list[Gesprek]:
    """Of an employee with `gesprekken_erbij`, newest first."""
    rijen = werknemer.gespreksrijen or ()  # type: ignore[attr-defined]
    return [_gesprek(**rij) for rij in rijen]


def _gesprek(wie: dict[str, str] | None = None, **velden: Any) -> Gesprek:
    notitie = als_record(Notitie, velden)
    soort = notitie.get_soort_display()
    if wie is None:
        return Gesprek(notitie.datum, soort, None)
    notitie.auteur = Gebruiker(**wie)
    return Gesprek(notitie.datum, soort, notitie)
