"""Who is found when an employee has to be chosen, beside who is chosen already.

A list of everybody in an organisation of thousands is a page that nobody can use.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gedeeld.web import als_sleutel
from gedeeld.weergeven import meervoud
from werknemers.models import Werknemer
from werknemers.models.werknemer import WerknemerQuerySet

# More than most counsellors guide: those choose from a list.
HOOGSTENS_IN_LIJST: Final = 30
HOOGSTENS_GEVONDEN: Final = 10
_TYP: Final = "Typ een stuk van de naam, of het begin van het personeelsnummer."
_NIEMAND: Final = "Niemand gevonden met die naam of dat nummer."
_MEER: Final = f"Dit zijn de eerste {HOOGSTENS_GEVONDEN}. Typ meer van de naam om verder te zoeken."


@dataclass(frozen=True, slots=True)
class Zoekregel:
    """Somebody to choose; `vast`: chosen before, and not to be undone here."""

    sleutel: str
    naam: str
    gekozen: bool
    vast: bool = False


@dataclass(frozen=True, slots=True)
class Zoekresultaat:
    """Who is chosen, then who is found; `zin` says how many are found."""

    regels: tuple[Zoekregel, ...]
    zin: str


def zoektekst(getypt: str) -> str:
    """Each word is a condition, so not too many of them; no database takes a NUL."""
    return getypt.replace("\0", "").strip()[:100]


def naam_en_nummer(werknemer: Werknemer) -> str:
    return f"{werknemer.naam} ({werknemer.personeelsnummer})"


def zoek_mensen(
    mensen: WerknemerQuerySet, tekst: str, gekozen: Iterable[str] = (), al: Iterable[int] = ()
) -> Zoekresultaat:
    """At most two queries: one for who is chosen, one for who is found.

    `al` are the keys of those for whom the choice was made before.
    """
    sleutels = {sleutel for tekst_ in gekozen if (sleutel := als_sleutel(tekst_)) is not None}
    wie = list(_op_naam(mensen.filter(pk__in=sleutels))) if sleutels else []
    gevonden = list(_op_naam(mensen.zoek(tekst))[: HOOGSTENS_GEVONDEN + 1]) if tekst else []
    eerste, vast = gevonden[:HOOGSTENS_GEVONDEN], set(al)
    regels = [Zoekregel(str(w.pk), naam_en_nummer(w), gekozen=True) for w in wie]
    regels += [
        Zoekregel(str(w.pk), naam_en_nummer(w), gekozen=w.pk in vast, vast=w.pk in vast)
        for w in eerste
        if w.pk not in sleutels
    ]
    return Zoekresultaat(tuple(regels), _zin(tekst, len(gevonden)))


def _op_naam(mensen: WerknemerQuerySet) -> WerknemerQuerySet:
    return mensen.order_by("voornaam", "familienaam", "pk")


def _zin(tekst: str, aantal: int) -> str:
    if not tekst:
        return _TYP
    if aantal > HOOGSTENS_GEVONDEN:
        return _MEER
    return f"{meervoud(aantal, 'werknemer', 'werknemers')} gevonden." if aantal else _NIEMAND
