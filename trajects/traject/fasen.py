"""Moves a trajectory from phase to phase, and keeps who did that when and why."""

from datetime import date, datetime

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import Fase
from trajects.models import Fasewissel, Traject
from trajects.schrijvers import TRAJECTEN
from trajects.traject.samenvatting import vat_samen
from trajects.traject.vervallen import laat_vele_vallen


def wissel_fase(
    traject: Traject,
    *,
    door: Gebruiker,
    gezien: datetime | None,
    naar: str,
    reden: str,
    blijft_open: str = "",
) -> Traject:
    """Move a running trajectory to another phase; `gezien` as in `gelijktijdig.vergrendel`.

    An end phase closes it, with the summary of what was done and, in `blijft_open`, what people say
    that remains. Raises ValidationError by field: without reason, to the phase where it is, or
    when it has ended.
    """
    with als_zin():
        huidig = eis_lopend(TRAJECTEN.vergrendel(traject, gezien))
        if huidig.fase == naar:
            zin = f"Dit traject staat al in {Fase(naar).label}. Kies een andere fase, of annuleer."
            raise ValidationError({"fase": zin})
        return zet_in_fase(huidig, door=door, naar=naar, reden=reden, blijft_open=blijft_open)


def eis_lopend(traject: Traject) -> Traject:
    """The same trajectory; raises ValidationError when it has ended."""
    if not traject.loopt:
        raise ValidationError(
            "Dit traject is intussen afgesloten. Start een nieuw traject als dat nodig is."
        )
    return traject


def zet_in_fase(
    traject: Traject, *, door: Gebruiker, naar: str, reden: str, blijft_open: str = ""
) -> Traject:
    """The step itself, on a locked trajectory and inside the transaction of the caller."""
    if not reden.strip():
        raise ValidationError({"reden": "Zeg waarom het traject naar een andere fase gaat."})
    van, traject.fase = traject.fase, naar
    leg_fase_vast(traject, van=van, reden=reden, door=door)
    velden = {} if traject.loopt else {"samenvatting": _samenvatting(traject, blijft_open)}
    if not traject.loopt:
        van_doelen = traject.acties.filter(doel__isnull=False)
        laat_vele_vallen(van_doelen, door=door, reden="Het traject is afgesloten.")
    TRAJECTEN.schrijf(
        traject,
        velden,
        door=door,
        actie="fase gewijzigd" if traject.loopt else "afgesloten",
        erbij={"fase": (van, naar), "reden": (None, reden)},
    )
    return traject


def _samenvatting(traject: Traject, blijft_open: str) -> str:
    """What was done, and what the people say that remains."""
    open_ = [f"Blijft open: {blijft_open}"] if blijft_open else []
    return "\n".join([vat_samen(traject), *open_])


def leg_fase_vast(
    traject: Traject, *, van: str, reden: str = "", door: Gebruiker, op: date | None = None
) -> Fasewissel:
    """Add to the history that the trajectory came from `van` ("": it begins) to its phase of now.

    Inside the transaction of the caller, which changes the trajectory itself.
    """
    return Fasewissel.objects.create(
        traject=traject, van=van, naar=traject.fase, op=op or vandaag(), reden=reden, door=door
    )
