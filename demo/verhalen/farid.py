"""Farid: a success. He left more than a year ago and is still at work after 52 weeks."""

from typing import Final

from demo.verhaal import Verhaal
from demo.vertrek import nazorg, overdracht, overgedragen, uitstroom
from demo.werk import ELEKTRISCHE_FIETS, gevolgd, stage
from trajects.keuzes import (
    Bestemming,
    Deelbaar,
    Fase,
    Initiatief,
    Nazorgresultaat,
    Resultaat,
    Sector,
    SoortWerk,
    Standrandvoorwaarde,
    Thema,
)

_VELO: Final = "Deelfietsen Velo Vooruit"


def vertel(v: Verhaal) -> None:
    _begin(v)
    _naar_werk(v)
    _vertrek(v)


def _begin(v: Verhaal) -> None:
    v.dag(maanden=26)
    v.passage("nl")
    v.start(uitstroom=-13)
    v.noteer(
        "De passage in het contract nog eens rustig overlopen. Farid wil later bij een bedrijf "
        "met fietsen werken.",
        Thema.EINDDOEL,
        minuten=30,
    )
    v.jobdoelwit(
        "technieker deelfietsen",
        sector=Sector.TECHNIEK,
        soort_werk=SoortWerk.REGULIER,
        waarom="Sleutelen aan fietsen is wat ik het liefst doe.",
    )
    v.randvoorwaarde(Thema.DIGITAAL, Standrandvoorwaarde.AANDACHT, "Werkbonnen op een tablet.")


def _naar_werk(v: Verhaal) -> None:
    v.dag(maanden=22)
    v.competenties(
        {
            "Afspraken nakomen": (3, 3, "Altijd op tijd."),
            "Leren en zich aanpassen": (2, 3, "Leerde remmen afstellen in één week."),
        }
    )
    gevolgd(v, ELEKTRISCHE_FIETS, Resultaat.GESLAAGD, attest="Elektrische fiets, basis")
    v.dag(maanden=18)
    v.randvoorwaarde(Thema.DIGITAAL, Standrandvoorwaarde.IN_ORDE, "Vult de bonnen zelf in.")
    v.fase(Fase.JOBMATCHING, "Klaar om te zoeken: attest behaald, werkt zelfstandig.")
    v.dag(maanden=15)
    v.fase(Fase.STAGE, "Velo Vooruit wil hem vier weken zien werken.")
    stage(
        v,
        _VELO,
        dagen=25,
        taak="deelfietsen herstellen",
        evaluatie="Vlot, nauwkeurig en graag gezien.",
        resultaat=Resultaat.GESLAAGD,
    )


def _vertrek(v: Verhaal) -> None:
    v.dag(dagen=403)
    overgedragen(
        v,
        overdracht(
            v,
            _VELO,
            "Farid, Lies en de werkplaatsleider",
            afspraken="De eerste maand geen weekenddienst. Lies belt na vier weken.",
            toestemming=(Deelbaar.CONTACT, Deelbaar.COMPETENTIES, Deelbaar.VORMING),
        ),
    )
    uitstroom(
        v,
        Bestemming.REGULIER,
        Initiatief.WERKNEMER,
        laatste_dag=v.laatste_dag,
        werkgever=_VELO,
        functie="technieker",
        reden="Vast contract bij Velo Vooruit.",
    )
    nazorg(v, 4, Nazorgresultaat.ZELFDE, "Farid belde zelf: het loopt goed.")
    nazorg(v, 13, Nazorgresultaat.ZELFDE, "Op bezoek geweest. De ploeg is tevreden, hij ook.")
    nazorg(v, 26, Nazorgresultaat.ZELFDE, "Gebeld. Hij doet nu ook de weekenddienst.")
    nazorg(v, 52, Nazorgresultaat.ZELFDE, "Gebeld. Hij werkt nu anderen in.")
    v.fase(Fase.AFGEROND, "Een jaar aan het werk. We ronden het traject af.")
