"""Moves a trajectory from phase to phase, and keeps who did that when and why."""

from datetime import date

from doorstroom.gedeeld.tijd import vandaag
from gebruikers.models import Gebruiker
from trajects.models import Fasewissel, Traject


def leg_fase_vast(
    traject: Traject, *, van: str, reden: str = "", door: Gebruiker, op: date | None = None
) -> Fasewissel:
    """Add to the history that the trajectory came from `van` ("": it begins) to its phase of now.

    Inside the transaction of the caller, which changes the trajectory itself.
    """
    return Fasewissel.objects.create(
        traject=traject, van=van, naar=traject.fase, op=op or vandaag(), reden=reden, door=door
    )
