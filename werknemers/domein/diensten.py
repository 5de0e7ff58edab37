"""Adds and changes services."""

from datetime import datetime
from typing import cast

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from werknemers.models import Dienst
from werknemers.models.dienst import dienstsleutel
from werknemers.schrijvers import DIENSTEN


def voeg_dienst_toe(*, naam: str, organisatie_id: int | None, door: Gebruiker | None) -> Dienst:
    """Add a service; `door` is None from the command line. Another spelling is the same service."""
    with als_zin():
        dienst = Dienst(organisatie_id=cast(int, organisatie_id))
        return _bewaar(dienst, naam=naam, actief=True, door=door)


def wijzig_dienst(
    dienst: Dienst, *, naam: str, actief: bool, door: Gebruiker, gezien: datetime | None = None
) -> Dienst:
    """Rename a service, or close or reopen it. Raises ValidationError when the name is taken.

    `gezien` as in `gelijktijdig.vergrendel`.
    """
    with als_zin():
        huidig = DIENSTEN.vergrendel(dienst, gezien)
        return _bewaar(huidig, naam=naam, actief=actief, door=door)


def _bewaar(dienst: Dienst, *, naam: str, actief: bool, door: Gebruiker | None) -> Dienst:
    nette_naam = " ".join(naam.split())
    if not nette_naam:
        raise ValidationError({"naam": "Geef de dienst een naam."})
    dienst.sleutel = dienstsleutel(nette_naam)
    DIENSTEN.schrijf(dienst, {"naam": nette_naam, "actief": actief}, door=door)
    return dienst
