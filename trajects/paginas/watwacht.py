"""What waits for the user personally: notes in draft, hand-overs, stand-ins, the alarm, who took a
place."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from gebruikers.domein.alarm import Alarm, alarm_kolommen, alarm_uit
from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from trajects.begeleiding.caseloadwissels import Caseloadwissels, wisselkolommen, wissels_uit
from trajects.begeleiding.vervangingsbeeld import Vervangregel, vervangingen_uit, vervangkolommen
from trajects.begeleiding.zonder_begeleiding import (
    Onbegeleiden,
    onbegeleid_kolommen,
    onbegeleid_uit,
)
from trajects.concepten.onbewaard import notitiekolommen, notities_uit
from trajects.uitstroom.nieuwe_start import NieuweStart, startkolommen, starts_uit
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class WatWacht:
    """`onbewaard` as `onbewaarde_notities`; `alarm` is None for who can do nothing about it."""

    onbewaard: list[tuple[Werknemer, datetime]]
    wissels: Caseloadwissels
    vervangingen: tuple[Vervangregel, ...]
    onbegeleid: tuple[Onbegeleiden, ...]
    alarm: Alarm | None
    nieuwe_starts: list[NieuweStart]


def wat_wacht(gebruiker: Gebruiker, op: date) -> WatWacht:
    """One query: all of it is short, and empty on most days."""
    (rij,) = _lees(gebruiker, op)
    return WatWacht(
        onbewaard=notities_uit(rij),
        wissels=wissels_uit(rij),
        vervangingen=vervangingen_uit(rij, gebruiker, op),
        onbegeleid=onbegeleid_uit(rij),
        alarm=alarm_uit(rij),
        nieuwe_starts=starts_uit(rij, op),
    )


@per_rol
def _lees(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    eigen = Gebruiker.objects.zichtbaar_voor(gebruiker).filter(pk=gebruiker.pk)
    kolommen = (
        notitiekolommen(gebruiker)
        | wisselkolommen(gebruiker, op)
        | vervangkolommen(gebruiker, op)
        | onbegeleid_kolommen(gebruiker, op)
        | alarm_kolommen(gebruiker)
        | startkolommen(gebruiker, op)
    )
    rij: QuerySet[Any, Any] = eigen.order_by().values(**kolommen)
    return rij
