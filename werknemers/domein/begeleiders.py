"""Gives an employee another counsellor; every change of caseload is a row."""

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from werknemers.models import Caseloadwissel, Werknemer
from werknemers.schrijvers import WERKNEMERS


def wijs_begeleider_toe(
    werknemer: Werknemer, *, begeleider: Gebruiker, door: Gebruiker, actie: str
) -> Werknemer:
    """Let `begeleider`, of the same organisation, guide this employee from now on, with a sheet.

    `actie` is how the audit trail calls it. Returns the employee as it is now, locked until the
    transaction of the caller ends.
    """
    with als_zin():
        huidig = WERKNEMERS.vergrendel(werknemer)
        vorige = huidig.begeleider
        WERKNEMERS.schrijf(huidig, {"begeleider": begeleider}, door=door, actie=actie)
        leg_wissel_vast(huidig, van=vorige, door=door, met_blad=True)
    return huidig


def leg_wissel_vast(
    werknemer: Werknemer, *, van: Gebruiker | None, door: Gebruiker | None, met_blad: bool = False
) -> None:
    """Note that the employee went from `van` to the counsellor of now; nothing when that is the
    same. Inside the transaction of the caller, which changes the employee."""
    if van != werknemer.begeleider:
        rij = wissel(werknemer, van=van, door=door, met_blad=met_blad)
        rij.save()


def wissel(
    werknemer: Werknemer, *, van: Gebruiker | None, door: Gebruiker | None, met_blad: bool = False
) -> Caseloadwissel:
    """The row, not saved yet: an import makes many."""
    return Caseloadwissel(
        werknemer=werknemer, van=van, naar=werknemer.begeleider, door=door, met_blad=met_blad
    )
