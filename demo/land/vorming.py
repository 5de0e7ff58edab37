"""Training: what was followed, what is planned, and the money of the fund."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.namen import NAMEN
from demo.land.toeval import Toeval
from gedeeld.periode import Periode, plus_dagen
from trajects.keuzes import (
    Fondsoordeel,
    Resultaat,
    Standdeelname,
    Vormingsformule,
    Vormingsthema,
)
from trajects.models import Deelname, Vormingsactie

VORMINGEN: Final = Landtabel(
    Vormingsactie,
    "titel thema aanbieder formule periode uren kost geannuleerd fondsoordeel gevraagd_op "
    "beslist_op bedrag_gevraagd bedrag_toegekend bedrag_betaald",
)
DEELNAMES: Final = Landtabel(Deelname, "vorming werknemer stand resultaat attest attest_vervalt_op")

_MENSEN_PER_VORMING: Final = 12
_THEMAS: Final = tuple(thema.value for thema in Vormingsthema)
_FORMULES: Final = tuple(formule.value for formule in Vormingsformule)
_AANBIEDERS: Final = ("VIVO", "VDAB", "Rode Kruis", "CVO", "eigen huis")


def leid_op(boek: Boek, toeval: Toeval, mensen: Sequence[Mens], op: date) -> None:
    """`mensen` in service; from two years ago to half a year ahead."""
    for _ in range(max(4, len(mensen) // _MENSEN_PER_VORMING)):
        begin = plus_dagen(op, toeval.tussen(-730, 180))
        periode = Periode.tem(begin, plus_dagen(begin, toeval.onder(60)))
        sleutel = _schrijf_vorming(boek, toeval, periode)
        wie = toeval.sample(mensen, k=min(len(mensen), toeval.tussen(4, 15)))
        for mens in wie:
            _schrijf_deelname(boek, toeval, sleutel, mens, periode, op)


def _schrijf_vorming(boek: Boek, toeval: Toeval, periode: Periode) -> int:
    kost = 50 * toeval.tussen(2, 40)
    gevraagd = plus_dagen(periode.van, -toeval.tussen(30, 90)) if toeval.kans(0.6) else None
    beslist = plus_dagen(gevraagd, 21) if gevraagd and toeval.kans(0.7) else None
    return boek.schrijf(
        VORMINGEN,
        toeval.uit(NAMEN.vormingen),
        toeval.uit(_THEMAS),
        toeval.uit(_AANBIEDERS),
        toeval.uit(_FORMULES),
        periode,
        toeval.tussen(3, 40),
        kost,
        toeval.kans(0.03),
        (Fondsoordeel.WEL if gevraagd else Fondsoordeel.ONBEKEND).value,
        gevraagd,
        beslist,
        kost if gevraagd else None,
        kost * 0.8 if beslist else None,
        kost * 0.8 if beslist and toeval.kans(0.5) else None,
    )


def _schrijf_deelname(
    boek: Boek, toeval: Toeval, vorming: int, mens: Mens, periode: Periode, op: date
) -> None:
    if not periode.voorbij(op):
        stand, resultaat = Standdeelname.GEPLAND, Resultaat.GEEN
    elif toeval.kans(0.9):
        stand, resultaat = Standdeelname.AANWEZIG, Resultaat.GESLAAGD
    else:
        stand, resultaat = Standdeelname.AFWEZIG, Resultaat.GEEN
    attest = resultaat == Resultaat.GESLAAGD and toeval.kans(0.4)
    boek.schrijf(
        DEELNAMES,
        vorming,
        mens.werknemer,
        stand.value,
        resultaat.value,
        "Attest van deelname" if attest else "",
        plus_dagen(periode.van, 730) if attest and toeval.kans(0.3) else None,
    )
