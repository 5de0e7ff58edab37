"""What must be in order before another job can work, and how that came so."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.toeval import Kansverdeling, Toeval
from gedeeld.periode import plus_dagen
from trajects.keuzes import RANDVOORWAARDEN, Standrandvoorwaarde
from trajects.models import Randvoorwaarde, Randvoorwaardestand
from trajects.models.randvoorwaarde import ZONDER_DETAIL

VOORWAARDEN: Final = Landtabel(Randvoorwaarde, "werknemer thema stand toelichting")
STANDEN: Final = Landtabel(Randvoorwaardestand, "randvoorwaarde stand toelichting op door")

_STANDEN: Final = Kansverdeling(
    {
        Standrandvoorwaarde.IN_ORDE: 60,
        Standrandvoorwaarde.AANDACHT: 28,
        Standrandvoorwaarde.BELEMMERING: 12,
    }
)
_ZIN: Final = "Samen besproken; we bekijken dit opnieuw op het volgende gesprek."


def bespreek(boek: Boek, toeval: Toeval, mens: Mens, door: int, op: date) -> None:
    """A few themes for most people."""
    einde = mens.loopbaan.laatste_dag or op
    for thema in toeval.sample(RANDVOORWAARDEN, k=toeval.onder(6)):
        zonder_detail = thema in ZONDER_DETAIL
        stand = _STANDEN.trek(toeval)
        if zonder_detail and stand == Standrandvoorwaarde.BELEMMERING:
            stand = Standrandvoorwaarde.AANDACHT
        zin = "" if zonder_detail or stand == Standrandvoorwaarde.IN_ORDE else _ZIN
        sleutel = boek.schrijf(VOORWAARDEN, mens.werknemer, thema.value, stand.value, zin)
        dag = plus_dagen(einde, -toeval.onder(200))
        if toeval.kans(0.4):
            eerder = Standrandvoorwaarde.AANDACHT.value
            boek.schrijf(STANDEN, sleutel, eerder, "", plus_dagen(dag, -90), door)
        boek.schrijf(STANDEN, sleutel, stand.value, zin, dag, door)
