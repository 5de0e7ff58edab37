"""What somebody can do: rounds of scores from both sides, and talents in words."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.namen import NAMEN
from demo.land.toeval import Toeval
from gedeeld.periode import plus_dagen
from trajects.keuzes import HOOGSTE_SCORE, LAAGSTE_SCORE
from trajects.models import Competentiescore, Talent

SCORES: Final = Landtabel(
    Competentiescore, "werknemer competentie datum score_begeleider score_werknemer door"
)
TALENTEN: Final = Landtabel(Talent, "werknemer woorden toegevoegd_op")

_ZELF: Final = 0.7  # how often the employee gave a score too


def beoordeel(
    boek: Boek, toeval: Toeval, mens: Mens, competenties: tuple[int, ...], door: int, op: date
) -> None:
    """Half of the people have a round, some of those a second one half a year before."""
    if not toeval.kans(0.5):
        return
    datum = plus_dagen(mens.loopbaan.laatste_dag or op, -toeval.onder(180))
    for dag in (datum, plus_dagen(datum, -183))[: 2 if toeval.kans(0.2) else 1]:
        for competentie in competenties[toeval.onder(3) :]:
            boek.schrijf(
                SCORES,
                mens.werknemer,
                competentie,
                dag,
                toeval.tussen(LAAGSTE_SCORE, HOOGSTE_SCORE),
                toeval.tussen(LAAGSTE_SCORE, HOOGSTE_SCORE) if toeval.kans(_ZELF) else None,
                door,
            )
    for woorden in toeval.sample(NAMEN.talenten, k=toeval.onder(3)):
        boek.schrijf(TALENTEN, mens.werknemer, woorden, datum)
