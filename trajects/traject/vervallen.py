"""Actions that end with what they were for: a goal, or the whole trajectory."""

from gebruikers.models import Gebruiker
from trajects.keuzes import Standactie
from trajects.models.doel import ActieQuerySet
from trajects.schrijvers import ACTIES


def laat_vele_vallen(acties: ActieQuerySet, *, door: Gebruiker, reden: str) -> None:
    """Those that are still to do are no longer needed.

    Inside the transaction of the caller, which closes what they were for.
    """
    for actie in acties.open().order_by("pk").select_for_update(of=("self",), no_key=True):
        velden = {"stand": Standactie.VERVALLEN, "resultaat": reden}
        ACTIES.schrijf(actie, velden, door=door, actie="vervallen")
