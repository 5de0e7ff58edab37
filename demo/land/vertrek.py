"""Leaving: where to, the warm hand-over before it, and the aftercare of the year after."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.namen import NAMEN
from demo.land.toeval import Kansverdeling, Toeval
from gedeeld.periode import plus_dagen
from trajects.keuzes import (
    AAN_HET_WERK,
    MET_WERKGEVER,
    ZONDER_NAZORG,
    Bestemming,
    Checkpunt,
    Deelbaar,
    Initiatief,
    Nazorgresultaat,
    Toestemmingswijze,
)
from trajects.models import Nazorgmoment, Overdracht, Toestemming, Uitstroom
from werknemers.keuzes import SoortContract

UITSTROMEN: Final = Landtabel(
    Uitstroom,
    "werknemer traject datum bestemming werkgever functie soort_contract breuk initiatief",
)
NAZORG: Final = Landtabel(Nazorgmoment, "uitstroom weken resultaat gemeten_op wat_gedaan")
OVERDRACHTEN: Final = Landtabel(
    Overdracht, "werknemer werkgever gesprek_gepland_op gesprek_gehouden_op gedaan"
)
TOESTEMMINGEN: Final = Landtabel(Toestemming, "overdracht wat gegeven_op wijze gedeeld_op")

_BESTEMMINGEN: Final = Kansverdeling(
    {
        Bestemming.REGULIER: 40,
        Bestemming.SOCIAAL: 12,
        Bestemming.COLLECTIEF: 6,
        Bestemming.OPLEIDING: 6,
        Bestemming.WERKZOEKEND: 20,
        Bestemming.ZIEKTE: 6,
        Bestemming.PENSIOEN: 6,
        Bestemming.ANDERE: 4,
    }
)
_INITIATIEVEN: Final = tuple(initiatief.value for initiatief in Initiatief)
_NIET_AAN_HET_WERK: Final = (Nazorgresultaat.NIET, Nazorgresultaat.ONBEKEND)


def vertrek(
    boek: Boek,
    toeval: Toeval,
    mens: Mens,
    traject: int | None,
    werkgevers: tuple[int, ...],
    nazorgweken: tuple[int, ...],
    op: date,
) -> None:
    datum = mens.loopbaan.laatste_dag or op
    bestemming = _BESTEMMINGEN.trek(toeval)
    werkgever = toeval.uit(werkgevers) if bestemming in MET_WERKGEVER else None
    uitstroom = boek.schrijf(
        UITSTROMEN,
        mens.werknemer,
        traject,
        datum,
        bestemming.value,
        werkgever,
        toeval.uit(NAMEN.functies) if werkgever else "",
        SoortContract.ONBEPAALD.value if werkgever else "",
        "0.800000" if werkgever else None,
        toeval.uit(_INITIATIEVEN),
    )
    if werkgever and toeval.kans(0.5):
        _draag_over(boek, toeval, mens, werkgever, datum)
    if bestemming not in ZONDER_NAZORG:
        _volg_op(boek, toeval, uitstroom, datum, bool(werkgever), nazorgweken, op)


def _draag_over(boek: Boek, toeval: Toeval, mens: Mens, werkgever: int, datum: date) -> None:
    dag = plus_dagen(datum, -toeval.tussen(5, 40))
    gedaan = [punt.value for punt in Checkpunt if toeval.kans(0.7)]
    overdracht = boek.schrijf(OVERDRACHTEN, mens.werknemer, werkgever, dag, dag, gedaan)
    for wat in toeval.sample(tuple(Deelbaar), k=toeval.tussen(1, 4)):
        wijze = Toestemmingswijze.SCHRIFTELIJK.value
        gedeeld = datum if toeval.kans(0.8) else None
        boek.schrijf(TOESTEMMINGEN, overdracht, wat.value, dag, wijze, gedeeld)


def _volg_op(
    boek: Boek,
    toeval: Toeval,
    uitstroom: int,
    datum: date,
    met_werk: bool,
    nazorgweken: tuple[int, ...],
    op: date,
) -> None:
    """Most moments that have come were asked about."""
    for weken in nazorgweken:
        dag = plus_dagen(datum, 7 * weken)
        if dag > op or not toeval.kans(0.8):
            boek.schrijf(NAZORG, uitstroom, weken, "", None, "")
            continue
        uitkomsten = AAN_HET_WERK if met_werk == toeval.kans(0.85) else _NIET_AAN_HET_WERK
        resultaat = toeval.uit(uitkomsten).value
        boek.schrijf(NAZORG, uitstroom, weken, resultaat, dag, "Gebeld; het gaat zijn gang.")
