"""A calendar as other programs read it (RFC 5545, RFC 7986)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from django.conf import settings
from icalendar import Calendar, Event
from icalendar.enums import CLASS, STATUS, TRANSP

from gedeeld.adressen import adres_van
from gedeeld.periode import dag_erna
from trajects.kalender.kalenderbeeld import Kalenderregel
from trajects.keuzes import Titelkeuze
from trajects.models import Agendakoppeling

SOORT: Final = "text/calendar; charset=utf-8"
# Never another one: the same thing keeps the same UID, or calendars show it twice.
_NAAMRUIMTE: Final = UUID("7c2f0f6e-5d0b-4d6e-9c0a-3b9c5a0f6d21")
# Seconds since 1970 outgrow in 2038 what calendars count with.
_BEGIN: Final = datetime(2020, 1, 1, tzinfo=UTC)
_UREN: Final = 4
_VERVALLEN: Final = "Vervallen"


def als_kalender(regels: Iterable[Kalenderregel], koppeling: Agendakoppeling) -> bytes:
    """The same bytes for the same entries.

    Whatever was chosen about titles is an entry that changed: a calendar with names lets go of
    them.
    """
    kalender = Calendar.new(
        prodid="-//Doorstroom//Agenda//NL",
        name="Doorstroom",
        uid=uuid5(_NAAMRUIMTE, f"agenda:{koppeling.gebruiker_id}"),
    )
    ververs = {"VALUE": "DURATION"}
    kalender.add("REFRESH-INTERVAL", timedelta(hours=_UREN), parameters=ververs)
    kalender.add("X-PUBLISHED-TTL", f"PT{_UREN}H")
    for regel in sorted(regels, key=lambda regel: (regel.afspraak.dag, uid_van(regel))):
        kalender.add_component(_afspraak(regel, koppeling))
    inhoud: bytes = kalender.to_ical()
    return inhoud


def uid_van(regel: Kalenderregel) -> str:
    return str(uuid5(_NAAMRUIMTE, f"{regel.bron.soort}:{regel.afspraak.sleutel}"))


def _afspraak(regel: Kalenderregel, koppeling: Agendakoppeling) -> Event:
    """A whole day that leaves the rest of that day free, for nobody who shares the calendar."""
    afspraak = regel.afspraak
    moment = max(afspraak.gewijzigd, koppeling.gewijzigd_op)
    return Event.new(
        uid=uid_van(regel),
        start=afspraak.dag,
        end=dag_erna(afspraak.dag),
        stamp=moment,
        last_modified=moment,
        sequence=int((moment - _BEGIN).total_seconds()),
        status=STATUS.CANCELLED if afspraak.vervallen else STATUS.CONFIRMED,
        summary=_VERVALLEN if afspraak.vervallen else _titel(regel, koppeling.titels),
        url=None if afspraak.vervallen else _adres(regel),
        transparency=TRANSP.TRANSPARENT,
        classification=CLASS.PRIVATE,
    )


def _titel(regel: Kalenderregel, titels: str) -> str:
    if regel.wie is None:
        return regel.bron.titel
    wie = regel.wie.korte_naam if titels == Titelkeuze.NAAM else regel.wie.initialen
    return f"{regel.bron.titel} {wie}"


def _adres(regel: Kalenderregel) -> str:
    """The page about it, which asks to log in."""
    view, _, sectie = regel.bron.plek.partition("#")
    anker = f"#{sectie}" if sectie else ""
    return f"{settings.BASIS_URL}{adres_van(view, regel.afspraak.werknemer)}{anker}"
