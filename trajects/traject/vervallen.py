"""Actions that end with what they were for: a goal, or the whole trajectory."""

from gebruikers.models import Gebruiker
from gedeeld import audit
from trajects.keuzes import Standactie
from trajects.models.doel import ActieQuerySet


def laat_vele_vallen(acties: ActieQuerySet, *, door: Gebruiker, reden: str) -> None:
    """Those that are still to do are no longer needed.

    Inside the transaction of the caller, which closes what they were for.
    """
    velden = {"stand": Standactie.VERVALLEN, "resultaat": reden}
    for actie in acties.open().select_for_update(of=("self",)):
        oud = {veld: getattr(actie, veld) for veld in velden}
        actie.stand, actie.resultaat = Standactie.VERVALLEN, reden
        actie.save()
        audit.leg_vast(
            door=door,
            organisatie_id=actie.werknemer.organisatie_id,
            actie="vervallen",
            onderwerp=actie,
            wijzigingen=audit.verschil(oud, velden),
        )
