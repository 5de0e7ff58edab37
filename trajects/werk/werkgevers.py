"""Keeps the register of employers; every form that names an employer adds to the same list."""

from datetime import datetime
from typing import Any, Final, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from gebruikers.domein.organisaties import kbo_met_punten
from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from trajects.models import Werkgever
from trajects.schrijvers import WERKGEVERS
from werknemers.domein.invoer.tekst import schoon

MAX_NAAM: Final = 150
MAX_GEMEENTE: Final = 80
# The longest that `Werkgever.label` can be.
MAX_LABEL: Final = MAX_NAAM + MAX_GEMEENTE + 3


class Werkgevergegevens(TypedDict, total=False):
    """What the register knows of an employer; all but `naam` may be empty."""

    naam: str
    kbo_nummer: str
    sector: str
    gemeente: str
    contactpersoon: str
    telefoon: str
    email: str
    afspraken: str


def voeg_werkgever_toe(
    *, organisatie_id: int | None, door: Gebruiker, **gegevens: Unpack[Werkgevergegevens]
) -> Werkgever:
    """Add an employer. Raises ValidationError by field, or when it is in the register already."""
    if organisatie_id is None:
        raise ValidationError("Alleen wie bij een organisatie hoort, houdt werkgevers bij.")
    with als_zin():
        return _bewaar(Werkgever(organisatie_id=organisatie_id), gegevens, door)


def wijzig_werkgever(
    werkgever: Werkgever,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    **gegevens: Unpack[Werkgevergegevens],
) -> Werkgever:
    """Say something else of an employer; `gezien` as in `gelijktijdig.vergrendel`."""
    with als_zin():
        return _bewaar(WERKGEVERS.vergrendel(werkgever, gezien), gegevens, door)


def zet_werkgever(werkgever: Werkgever, *, door: Gebruiker, actief: bool) -> Werkgever:
    """Switch an employer off, so that forms no longer propose it, or on again."""
    with als_zin():
        huidig = WERKGEVERS.vergrendel(werkgever)
        actie = "aangezet" if actief else "uitgezet"
        WERKGEVERS.schrijf(huidig, {"actief": actief}, door=door, actie=actie)
    return huidig


def vind_of_maak_werkgever(*, organisatie_id: int | None, naam: str, door: Gebruiker) -> Werkgever:
    """The employer with this label or name, added when the register does not know it.

    Inside the transaction of the caller. Capitals do not matter; one that was switched off is
    used, and on, again. Raises ValidationError at `werkgever` when several have the name.
    """
    nette_naam = schoon(naam)
    gevonden = _met_naam(organisatie_id, nette_naam)
    if len(gevonden) > 1:
        labels = ", ".join(werkgever.label for werkgever in gevonden)
        zin = f"Er zijn er meer met die naam. Kies er een uit de lijst: {labels}."
        raise ValidationError({"werkgever": zin})
    if gevonden:
        (werkgever,) = gevonden
        return werkgever if werkgever.actief else zet_werkgever(werkgever, door=door, actief=True)
    if not nette_naam or len(nette_naam) > MAX_NAAM:
        zin = f"Typ de naam van de werkgever, met hoogstens {MAX_NAAM} tekens."
        raise ValidationError({"werkgever": zin})
    return _maak(organisatie_id, nette_naam, door)


def _maak(organisatie_id: int | None, naam: str, door: Gebruiker) -> Werkgever:
    """A new one, or the one that somebody else added at this very moment."""
    try:
        return voeg_werkgever_toe(organisatie_id=organisatie_id, door=door, naam=naam)
    except ValidationError:
        gevonden = _met_naam(organisatie_id, naam)
        if not gevonden:
            raise
        return gevonden[0]


def _met_naam(organisatie_id: int | None, tekst: str) -> list[Werkgever]:
    """Whose label this is, or else whose name."""
    eigen: QuerySet[Werkgever] = Werkgever.objects.filter(organisatie=organisatie_id)
    naam, _, rest = tekst.rpartition(" (")
    if rest.endswith(")"):
        met_gemeente = eigen.filter(naam__iexact=naam, gemeente__iexact=rest[:-1])
        if gevonden := list(met_gemeente):
            return gevonden
    met_die_naam = list(eigen.filter(naam__iexact=tekst))
    zonder_gemeente = [werkgever for werkgever in met_die_naam if not werkgever.gemeente]
    return zonder_gemeente or met_die_naam


def _bewaar(werkgever: Werkgever, gegevens: Werkgevergegevens, door: Gebruiker) -> Werkgever:
    nieuw: dict[str, Any] = dict(gegevens)
    if "naam" in nieuw and not nieuw["naam"]:
        raise ValidationError({"naam": "Geef de werkgever een naam."})
    if "kbo_nummer" in nieuw:
        nieuw["kbo_nummer"] = kbo_met_punten(nieuw["kbo_nummer"])
    WERKGEVERS.schrijf(werkgever, nieuw, door=door)
    return werkgever
