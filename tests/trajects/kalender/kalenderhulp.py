"""A calendar as the program of a user reads it: from outside, without a session."""

from dataclasses import dataclass
from datetime import date

from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from gebruikers.models import Gebruiker
from trajects.kalender.agendakoppelingen import maak_adres
from trajects.models import Agendakoppeling


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One entry, with the UID as its key."""

    titel: str
    dag: date
    tot: date
    volgnummer: int
    geannuleerd: bool
    url: str


def adres(sleutel: str) -> str:
    return reverse("trajects:agenda_ics", args=[sleutel])


def koppel(gebruiker: Gebruiker) -> str:
    """The address of a calendar of this user, in place of the one that there was."""
    oud = Agendakoppeling.objects.zichtbaar_voor(gebruiker).first()
    gezien = oud and oud.gewijzigd_op
    _, sleutel = maak_adres(oud, door=gebruiker, gezien=gezien)
    return adres(sleutel)


def lees(pad: str) -> dict[str, Gelezen]:
    antwoord = Client().get(pad)
    assert antwoord.status_code == 200
    kalender = Calendar.from_ical(antwoord.content)
    gelezen = {str(punt["UID"]): _lees(punt) for punt in kalender.events}
    assert len(gelezen) == len(kalender.events), "Two entries share a UID."
    return gelezen


def _lees(punt: object) -> Gelezen:
    assert {"DESCRIPTION", "LOCATION"}.isdisjoint(punt), "More than the title says."  # type: ignore[arg-type]
    assert not punt.alarms.times  # type: ignore[attr-defined]
    return Gelezen(
        titel=str(punt["SUMMARY"]),  # type: ignore[index]
        dag=punt.start,  # type: ignore[attr-defined]
        tot=punt.end,  # type: ignore[attr-defined]
        volgnummer=int(punt["SEQUENCE"]),  # type: ignore[index]
        geannuleerd=punt["STATUS"] == "CANCELLED",  # type: ignore[index]
        url=str(punt.get("URL", "")),  # type: ignore[attr-defined]
    )


def titels(pad: str) -> list[tuple[str, date]]:
    """What stands, by day."""
    staat = [(punt.titel, punt.dag) for punt in lees(pad).values() if not punt.geannuleerd]
    return sorted(staat, key=lambda paar: (paar[1], paar[0]))


def weg(pad: str) -> list[date]:
    """The days of what no longer stands."""
    return sorted(punt.dag for punt in lees(pad).values() if punt.geannuleerd)
