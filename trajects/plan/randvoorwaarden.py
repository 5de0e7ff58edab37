"""What must be in order before another job can work: how it stands, and how it is changed."""

from datetime import datetime

from gebruikers.models import Gebruiker
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import Thema
from trajects.models import Randvoorwaarde, Randvoorwaardestand
from trajects.plan.randvoorwaardenbeeld import randvoorwaarde_van
from trajects.schrijvers import RANDVOORWAARDEN as SCHRIJVER
from werknemers.models import Werknemer
from werknemers.schrijvers import WERKNEMERS


def zet_randvoorwaarde(
    *,
    werknemer: Werknemer,
    thema: Thema,
    door: Gebruiker,
    gezien: datetime | None,
    stand: str,
    toelichting: str = "",
) -> Randvoorwaarde:
    """How it stands from today; the history keeps who said so, when, and how it was.

    `gezien` as in `gelijktijdig.vergrendel`, `NOOIT` when it was not discussed yet. The same again
    changes nothing. Raises ValidationError, also for a word about health.
    """
    with als_zin():
        WERKNEMERS.vergrendel(werknemer)
        huidig = randvoorwaarde_van(werknemer, thema)
        if huidig.pk:
            huidig = SCHRIJVER.vergrendel(huidig, gezien)
        nieuw = {"stand": stand, "toelichting": toelichting.strip()}
        if any(getattr(huidig, veld) != waarde for veld, waarde in nieuw.items()):
            SCHRIJVER.schrijf(huidig, nieuw, door=door, actie="gewijzigd")
            Randvoorwaardestand.objects.create(
                randvoorwaarde=huidig, op=vandaag(), door=door, **nieuw
            )
        return huidig
