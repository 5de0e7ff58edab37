"""The list of competences of an organisation: the general ones, and after them its own."""

from datetime import datetime
from typing import Final, TypedDict

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gebruikers.schrijvers import ORGANISATIES
from gedeeld.schendingen import als_zin
from trajects.models import Competentie
from trajects.models.competentie import CompetentieQuerySet
from trajects.schrijvers import COMPETENTIES

# The general list counts to 100 (migration 0007); own ones follow in steps that leave room.
_BEGIN: Final = 1000
_STAP: Final = 10
_STAAT_ER_AL: Final = "Deze competentie staat al op de lijst."


class Competentievelden(TypedDict):
    """`actief` False: not in new rounds; the scores stay."""

    naam: str
    omschrijving: str
    actief: bool


def voeg_competentie_toe(*, door: Gebruiker, naam: str, omschrijving: str = "") -> Competentie:
    """Add one at the end of the list of the own organisation. Raises ValidationError by field."""
    with als_zin():
        nieuw = Competentie(organisatie=door.organisatie)
        _vergrendel_lijst(nieuw)
        laatste = _eigen(nieuw.organisatie_id).last()
        nieuw.volgorde = laatste.volgorde + _STAP if laatste else _BEGIN
        velden = Competentievelden(naam=naam, omschrijving=omschrijving, actief=True)
        return _bewaar(nieuw, velden, door=door)


def wijzig_competentie(
    competentie: Competentie,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    velden: Competentievelden,
) -> Competentie:
    """Rename an own one, say more of it, switch it off or on again.

    `gezien` as in `gelijktijdig.vergrendel`. Raises ValidationError by field.
    """
    with als_zin():
        _vergrendel_lijst(competentie)
        return _bewaar(COMPETENTIES.vergrendel(competentie, gezien), velden, door=door)


def verplaats_competentie(competentie: Competentie, *, door: Gebruiker, omhoog: bool) -> None:
    """Change places with the own one before or after it. At the end of the list: nothing."""
    with als_zin():
        _vergrendel_lijst(competentie)
        rij = list(_eigen(competentie.organisatie_id))
        plaats = rij.index(competentie)
        ander = plaats - 1 if omhoog else plaats + 1
        if not 0 <= ander < len(rij):
            return
        rij[plaats], rij[ander] = rij[ander], rij[plaats]
        for nummer, eigen in enumerate(rij):
            eigen.volgorde = _BEGIN + _STAP * nummer
        Competentie.objects.bulk_update(rij, ["volgorde"])
        verschil = {"volgorde": (competentie.volgorde, rij[ander].volgorde)}
        COMPETENTIES.noteer(competentie, verschil, door=door, actie="verplaatst")


def _vergrendel_lijst(competentie: Competentie) -> None:
    """One change of an own list at a time; the general list is nobody's to change."""
    if competentie.organisatie is None:
        raise ValidationError("De algemene competenties zijn voor iedereen dezelfde.")
    ORGANISATIES.vergrendel(competentie.organisatie)


def _eigen(organisatie_id: int | None) -> CompetentieQuerySet:
    return Competentie.objects.filter(organisatie=organisatie_id)


def _bewaar(competentie: Competentie, velden: Competentievelden, *, door: Gebruiker) -> Competentie:
    nieuw = velden | {"naam": " ".join(velden["naam"].split())}
    _eis_naam(competentie, nieuw["naam"])
    COMPETENTIES.schrijf(competentie, nieuw, door=door)
    return competentie


def _eis_naam(competentie: Competentie, naam: str) -> None:
    """A name, and not one of the general list: the constraint sees the own list only."""
    if not naam:
        raise ValidationError({"naam": "Geef de competentie een naam."})
    if Competentie.objects.filter(organisatie=None, naam__iexact=naam).exists():
        raise ValidationError({"naam": _STAAT_ER_AL})
