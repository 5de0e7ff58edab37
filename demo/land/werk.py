"""The register of employers, placements and applications."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.namen import NAMEN
from demo.land.toeval import Toeval
from gedeeld.periode import Periode, plus_dagen
from trajects.keuzes import Resultaat, Sector, Standsollicitatie
from trajects.models import Sollicitatie, Stage, Werkgever

WERKGEVERS: Final = Landtabel(Werkgever, "naam sector gemeente contactpersoon")
STAGES: Final = Landtabel(Stage, "werknemer werkgever periode taak evaluatie resultaat")
SOLLICITATIES: Final = Landtabel(Sollicitatie, "werknemer werkgever vacature datum stand")

_MENSEN_PER_WERKGEVER: Final = 8
_SECTOREN: Final = tuple(sector.value for sector in Sector)
_AFGELOPEN: Final = tuple(r.value for r in Resultaat if r != Resultaat.GEEN)
_STANDEN: Final = tuple(stand.value for stand in Standsollicitatie)


def maak_werkgevers(boek: Boek, toeval: Toeval, mensen: int) -> tuple[int, ...]:
    """No two with the same name and town."""
    plaatsen = [(naam, gemeente) for naam in NAMEN.werkgevers for gemeente in NAMEN.gemeenten]
    toeval.shuffle(plaatsen)
    sleutels = []
    for volgnummer in range(max(10, mensen // _MENSEN_PER_WERKGEVER)):
        ronde, plaats = divmod(volgnummer, len(plaatsen))
        naam, gemeente = plaatsen[plaats]
        contact = f"{toeval.uit(NAMEN.voornamen)} {toeval.uit(NAMEN.familienamen)}"
        volle_naam = f"{naam} {ronde + 1}" if ronde else naam
        sector = toeval.uit(_SECTOREN)
        sleutels.append(boek.schrijf(WERKGEVERS, volle_naam, sector, gemeente, contact))
    return tuple(sleutels)


def zoek_werk(
    boek: Boek, toeval: Toeval, mens: Mens, werkgevers: tuple[int, ...], op: date
) -> None:
    """For who is that far: a placement for half of them, and up to three applications."""
    einde = mens.loopbaan.laatste_dag or op
    if toeval.kans(0.5):
        _schrijf_stage(boek, toeval, mens, toeval.uit(werkgevers), einde, op)
    for _ in range(toeval.onder(4)):
        boek.schrijf(
            SOLLICITATIES,
            mens.werknemer,
            toeval.uit(werkgevers) if toeval.kans(0.7) else None,
            toeval.uit(NAMEN.jobdoelwitten),
            plus_dagen(einde, -toeval.onder(150)),
            toeval.uit(_STANDEN),
        )


def _schrijf_stage(
    boek: Boek, toeval: Toeval, mens: Mens, werkgever: int, einde: date, op: date
) -> None:
    """From ten weeks ago to four weeks ahead."""
    begin = plus_dagen(einde, toeval.tussen(-70, 28))
    periode = Periode.tem(begin, plus_dagen(begin, toeval.tussen(4, 25)))
    voorbij = periode.voorbij(op)
    boek.schrijf(
        STAGES,
        mens.werknemer,
        werkgever,
        periode,
        toeval.uit(NAMEN.functies),
        "Kwam op tijd, vroeg uitleg en werkte door." if voorbij else "",
        toeval.uit(_AFGELOPEN) if voorbij else Resultaat.GEEN.value,
    )
