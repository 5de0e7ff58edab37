"""What must be in order before another job can work: how it stands, and how it is changed."""

from datetime import UTC, datetime
from typing import Final

from gebruikers.models import Gebruiker
from gedeeld.gelijktijdig import vergrendel
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from trajects.keuzes import RANDVOORWAARDEN, Thema
from trajects.models import Randvoorwaarde, Randvoorwaardestand
from trajects.models.randvoorwaarde import RandvoorwaardeQuerySet
from trajects.schrijvers import RANDVOORWAARDEN as SCHRIJVER
from werknemers.models import Werknemer

# When a precondition that nobody talked about was changed last.
NOOIT: Final = datetime.min.replace(tzinfo=UTC)


def open_randvoorwaarden(werknemer: Werknemer) -> tuple[Randvoorwaarde, ...]:
    """Those that ask for attention or are in the way, in the order of the plan.

    For a reader who may see the plan of this employee.
    """
    return _op_volgorde(Randvoorwaarde.objects.open().filter(werknemer=werknemer))


def besproken_randvoorwaarden(werknemer: Werknemer) -> tuple[Randvoorwaarde, ...]:
    """Those of which it is known how they stand, in the order of the plan."""
    return _op_volgorde(Randvoorwaarde.objects.besproken().filter(werknemer=werknemer))


def randvoorwaarde_van(werknemer: Werknemer, thema: Thema) -> Randvoorwaarde:
    """The one about this theme; a new one, not saved, when nobody talked about it yet."""
    bestaand = Randvoorwaarde.objects.filter(werknemer=werknemer, thema=thema).first()
    return bestaand or Randvoorwaarde(werknemer=werknemer, thema=thema, gewijzigd_op=NOOIT)


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
        vergrendel(werknemer, None)
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


def _op_volgorde(rijen: RandvoorwaardeQuerySet) -> tuple[Randvoorwaarde, ...]:
    return tuple(sorted(rijen, key=lambda rij: RANDVOORWAARDEN.index(Thema(rij.thema))))
