"""Somebody with something to put on paper."""

from datetime import date

from gebruikers.models import Gebruiker
from tests.fabrieken import NotitieFactory, TrajectFactory
from trajects.keuzes import Fase
from werknemers.models import Werknemer


def met_pad(wie: Werknemer, begeleider: Gebruiker) -> Werknemer:
    """With a path, and two talks of which one is secret."""
    TrajectFactory(
        werknemer=wie,
        fase=Fase.JOBMATCHING,
        jobdoelwit="keukenhulp in een woonzorgcentrum",
        beoogde_uitstroom=date(2027, 3, 1),
    )
    NotitieFactory(werknemer=wie, auteur=begeleider, tekst="Het ging over de keuken.")
    NotitieFactory(
        werknemer=wie, auteur=begeleider, tekst="Iets vertrouwelijks.", vertrouwelijk=True
    )
    return wie
