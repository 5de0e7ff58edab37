"""What was said and seen: the notes."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.dagtijd import om_vier_uur
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.toeval import Kansverdeling, Toeval
from demo.land.woorden import Tekstmaker
from gedeeld.periode import plus_dagen
from trajects.keuzes import SoortNotitie, Thema
from trajects.models import Notitie

NOTITIES: Final = Landtabel(
    Notitie,
    "werknemer auteur soort datum tekst themas duur_minuten vertrouwelijk vervangt aangemaakt_op",
)

_SOORTEN: Final = Kansverdeling(
    {soort.value: 10 if soort == SoortNotitie.GESPREK else 3 for soort in SoortNotitie}
)
_THEMAS: Final = tuple(f"{{{thema.value}}}" for thema in Thema)
_KORTSTE: Final = 6  # words
_LANGSTE: Final = 50
_VERTROUWELIJK: Final = 0.04
_VERBETERD: Final = 0.01


def schrijf_notities(
    boek: Boek, toeval: Toeval, mens: Mens, tekstmaker: Tekstmaker, aantal: int, door: int, op: date
) -> None:
    """Over the time that somebody was here, at most the last four years of it."""
    einde = mens.loopbaan.laatste_dag or op
    dagen = min((einde - mens.loopbaan.eerste_dag).days, 4 * 365)
    for _ in range(aantal):
        datum = plus_dagen(einde, -toeval.onder(dagen + 1))
        eerste = _schrijf(boek, toeval, mens, tekstmaker, door, datum, None)
        if toeval.kans(_VERBETERD):
            _schrijf(boek, toeval, mens, tekstmaker, door, datum, eerste)


def _schrijf(
    boek: Boek,
    toeval: Toeval,
    mens: Mens,
    tekstmaker: Tekstmaker,
    door: int,
    datum: date,
    vervangt: int | None,
) -> int:
    return boek.schrijf(
        NOTITIES,
        mens.werknemer,
        door,
        _SOORTEN.trek(toeval),
        datum,
        tekstmaker.tekst(toeval, toeval.tussen(_KORTSTE, _LANGSTE)),
        toeval.uit(_THEMAS) if toeval.kans(0.7) else "{}",
        toeval.tussen(1, 12) * 5,
        toeval.kans(_VERTROUWELIJK),
        vervangt,
        om_vier_uur(datum),
    )
