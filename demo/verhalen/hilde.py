"""Hilde: a return. The new job ended after a few months, and she came back."""

from typing import Final

from demo.besproken import plan_besproken
from demo.verhaal import Verhaal
from demo.vertrek import nazorg, terug_in_dienst, uitstroom
from trajects.keuzes import (
    Bestemming,
    Fase,
    Initiatief,
    Nazorgresultaat,
    Planantwoord,
    Sector,
    SoortWerk,
    Standrandvoorwaarde,
    Thema,
    Wie,
)

_BAKKERIJ: Final = "Bakkerij Van Acker"


def vertel(v: Verhaal) -> None:
    _weg(v)
    _terug(v)


def _weg(v: Verhaal) -> None:
    v.dag(maanden=20)
    v.passage("nl")
    v.start()
    v.jobdoelwit("winkelmedewerker in een bakkerij", sector=Sector.HANDEL)
    v.dag(maanden=9)
    v.fase(Fase.JOBMATCHING, "Hilde wil zelf de stap zetten.")
    uitstroom(
        v,
        Bestemming.REGULIER,
        Initiatief.WERKNEMER,
        laatste_dag=v.laatste_dag,
        werkgever=_BAKKERIJ,
        functie="winkelmedewerker",
        reden="Gevraagd na twee proefdagen.",
    )
    nazorg(v, 4, Nazorgresultaat.ZELFDE, "Vermoeiend maar leuk, zegt Hilde.")
    nazorg(v, 13, Nazorgresultaat.NIET, "De bakkerij sloot. Hilde wil terugkomen.")
    v.dag(dagen=32)
    v.fase(Fase.STOPGEZET, "De bakkerij sloot. Hilde keert terug.")


def _terug(v: Verhaal) -> None:
    v.dag(dagen=25)
    terug_in_dienst(v)
    v.passage("nl")
    v.start(uitstroom=24)
    v.noteer(
        "Hilde is terug. Ze weet nu wat ze wil: wel een winkel, maar met een ploeg om haar heen.",
        Thema.EINDDOEL,
        Thema.JOBDOELWIT,
        minuten=30,
    )
    v.jobdoelwit(
        "winkelmedewerker in een supermarkt",
        sector=Sector.HANDEL,
        soort_werk=SoortWerk.REGULIER,
        waarom="Ik werk graag met klanten, maar niet alleen.",
    )
    plan_besproken(v, Planantwoord.NOG_NIET)
    v.randvoorwaarde(Thema.FINANCIEN, Standrandvoorwaarde.AANDACHT, "Enkele weken zonder loon.")
    v.actie("Samen de rekeningen op een rij zetten", Wie.BEGELEIDER, over=21)
