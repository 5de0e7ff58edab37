"""Gives the calendar of a user an address, another one, or none any more."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import nu
from trajects.kalender.agendasleutel import hash_van, nieuwe_sleutel
from trajects.keuzes import OVER_IEMAND
from trajects.models import Agendakoppeling
from trajects.rechten import mag_agenda_koppelen
from trajects.schrijvers import AGENDAKOPPELINGEN


def maak_adres(
    koppeling: Agendakoppeling | None, *, door: Gebruiker, gezien: datetime | None
) -> tuple[Agendakoppeling, str]:
    """The first address, or another one in its place: the old one is closed at once.

    The key is given here and nowhere else: only its hash is kept. `gezien` as in
    `gelijktijdig.vergrendel`. Raises ValidationError, PermissionDenied.
    """
    if not mag_agenda_koppelen(door):
        raise PermissionDenied
    sleutel = nieuwe_sleutel()
    velden = {"sleutelhash": hash_van(sleutel), "gemaakt_op": nu()}
    with als_zin():
        if koppeling is None:
            huidig, actie = Agendakoppeling(), "agenda gekoppeld"
            velden["gebruiker"] = door
        else:
            huidig, actie = AGENDAKOPPELINGEN.vergrendel(koppeling, gezien), "adres vernieuwd"
        AGENDAKOPPELINGEN.schrijf(huidig, velden, door=door, actie=actie)
    return huidig, sleutel


def kies_titels(
    koppeling: Agendakoppeling,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    titels: str,
    gewaarschuwd: bool,
) -> Agendakoppeling:
    """What the titles say. `gezien` as in `gelijktijdig.vergrendel`.

    Raises ValidationError by field for who chooses a person without having read the warning.
    """
    if titels in OVER_IEMAND and not gewaarschuwd:
        zin = "Lees eerst de waarschuwing, en vink aan dat je dit mag doen."
        raise ValidationError({"gewaarschuwd": zin})
    with als_zin():
        huidig = AGENDAKOPPELINGEN.vergrendel(koppeling, gezien)
        AGENDAKOPPELINGEN.schrijf(huidig, {"titels": titels}, door=door)
    return huidig


def stop_koppeling(koppeling: Agendakoppeling, *, door: Gebruiker) -> None:
    """The address is closed at once."""
    with als_zin():
        huidig = AGENDAKOPPELINGEN.vergrendel(koppeling)
        AGENDAKOPPELINGEN.verwijder(huidig, door=door, actie="agenda ontkoppeld")
