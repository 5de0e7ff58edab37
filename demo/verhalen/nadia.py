"""Nadia: on the point of leaving. All is arranged; her first day elsewhere is next month."""

from typing import Final

from demo.datums import einde_van_de_maand
from demo.verhaal import Verhaal
from demo.vertrek import akkoord, overdracht, overgedragen, uitstroom
from demo.werk import stage
from trajects.keuzes import (
    Bestemming,
    Deelbaar,
    Fase,
    Initiatief,
    Resultaat,
    Sector,
    SoortWerk,
    Thema,
)

_RESTAURANT: Final = "Bedrijfsrestaurant De Haven"


def vertel(v: Verhaal) -> None:
    v.dag(maanden=15)
    v.passage("nl")
    v.start(uitstroom=1)
    v.noteer("Besproken waar deze job naartoe leidt.", Thema.EINDDOEL, minuten=30)
    v.jobdoelwit(
        "zaalverantwoordelijke in een bedrijfsrestaurant",
        sector=Sector.HORECA,
        soort_werk=SoortWerk.REGULIER,
    )
    v.dag(maanden=4)
    v.fase(Fase.JOBMATCHING, "Ze leidde de zaal al eens alleen; klaar om te zoeken.")
    v.dag(dagen=62)
    v.fase(Fase.STAGE, "Drie weken meedraaien in een bedrijfsrestaurant.")
    stage(
        v,
        _RESTAURANT,
        dagen=19,
        taak="de zaal en de kassa",
        evaluatie="Rustig en vlot, ziet wat er moet gebeuren.",
        resultaat=Resultaat.GESLAAGD,
    )
    v.dag(dagen=5)
    overgedragen(
        v,
        overdracht(
            v,
            _RESTAURANT,
            "Nadia, An en de nieuwe chef",
            afspraken="De eerste weken is Sara haar vaste aanspreekpunt.",
            toestemming=(Deelbaar.CONTACT, Deelbaar.COMPETENTIES, Deelbaar.BEGELEIDING),
        ),
    )
    akkoord(v, laatste_dag=einde_van_de_maand(v.vandaag))
    uitstroom(
        v,
        Bestemming.REGULIER,
        Initiatief.WERKNEMER,
        laatste_dag=einde_van_de_maand(v.vandaag),
        werkgever=_RESTAURANT,
        functie="zaalverantwoordelijke",
        reden="Kreeg na de stage meteen een voorstel.",
    )
