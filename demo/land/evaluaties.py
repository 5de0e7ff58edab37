"""The periodic reviews of each trajectory, every half year or so."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.toeval import Toeval
from demo.land.traject import Pad
from gedeeld.periode import plus_dagen
from trajects.keuzes import EINDFASEN, Evaluatiestand, Fase
from trajects.models import Evaluatiemoment

EVALUATIEMOMENTEN: Final = Landtabel(
    Evaluatiemoment, "traject gepland_op stand afgehandeld_op reden afspraken door"
)
_OM_DE: Final = 182
_AFSPRAKEN: Final = "We gaan verder op deze weg, en kijken over een half jaar opnieuw."


def evalueer(boek: Boek, toeval: Toeval, pad: Pad, door: int, op: date) -> None:
    """Most were held around their day, some were not needed, and of some the next one moved."""
    if pad.fase in (*EINDFASEN, Fase.NAZORG):
        return
    gepland = plus_dagen(pad.gestart_op, _OM_DE)
    while (dag := plus_dagen(gepland, toeval.tussen(-10, 20))) < op:
        vrij = toeval.kans(0.05)
        stand = Evaluatiestand.VRIJGESTELD if vrij else Evaluatiestand.GEHOUDEN
        reden, afspraken = ("Net overlegd met VDAB.", "") if vrij else ("", _AFSPRAKEN)
        _schrijf(boek, pad, gepland, stand, dag, reden, afspraken, door)
        gepland = plus_dagen(max(gepland, dag) if vrij else dag, _OM_DE)
    if toeval.kans(0.08):
        _schrijf(boek, pad, gepland, Evaluatiestand.VERZET, op, "Eerst de stage.", "", door)
        later = plus_dagen(op, toeval.tussen(5, 60))
        _schrijf(boek, pad, later, Evaluatiestand.GEPLAND, None, "", "", door)


def _schrijf(
    boek: Boek,
    pad: Pad,
    gepland_op: date,
    stand: Evaluatiestand,
    afgehandeld_op: date | None,
    reden: str,
    afspraken: str,
    door: int,
) -> None:
    boek.schrijf(
        EVALUATIEMOMENTEN,
        pad.sleutel,
        gepland_op,
        stand.value,
        afgehandeld_op,
        reden,
        afspraken,
        door,
    )
