"""Applies a plan template to a trajectory: due dates counted from an anchor, nothing twice."""

from collections.abc import Iterable

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.models import Doel, Plansjabloon, Traject
from trajects.plan.acties import voeg_actie_toe
from trajects.plan.doelen import voeg_doel_toe
from trajects.plan.planvoorstel import Voorstel, ankers_van, stel_voor
from trajects.schrijvers import TRAJECTEN
from trajects.traject.fasen import eis_lopend


def pas_toe(*, sjabloon: Plansjabloon, traject: Traject, door: Gebruiker, sla_over: str) -> int:
    """Put the template into the plan; returns how many actions came in. Twice adds nothing.

    Goals are found again by their title. `sla_over` is a `Voorbij`. Raises ValidationError for a
    trajectory that has ended.
    """
    with als_zin():
        # One at a time: the second finds what the first put in.
        huidig = eis_lopend(TRAJECTEN.vergrendel(traject))
        ankers = ankers_van(huidig.werknemer, vandaag())
        plan = stel_voor(sjabloon, huidig, ankers, op=vandaag(), sla_over=sla_over)
        doelen = _doelen(huidig, plan.nieuw, door)
        for voorstel in plan.nieuw:
            _voeg_toe(voorstel, doelen[voorstel.regel.doel], door)
    return len(plan.nieuw)


def _doelen(traject: Traject, voorstellen: Iterable[Voorstel], door: Gebruiker) -> dict[str, Doel]:
    """The goal of each line by title: one that is there, or a new one."""
    doelen = {doel.titel: doel for doel in traject.doelen.all()}
    for regel in sorted((voorstel.regel for voorstel in voorstellen), key=lambda r: r.pk):
        if regel.doel not in doelen:
            doelen[regel.doel] = voeg_doel_toe(
                traject=traject, door=door, titel=regel.doel, thema=regel.thema
            )
    return doelen


def _voeg_toe(voorstel: Voorstel, doel: Doel, door: Gebruiker) -> None:
    regel = voorstel.regel
    voeg_actie_toe(
        werknemer=doel.traject.werknemer,
        traject=doel.traject,
        doel=doel,
        door=door,
        wat=regel.wat,
        wie=regel.wie,
        tegen=voorstel.tegen,
        sjabloonregel=regel,
    )
