"""Reviews that were held in the demo: in a story, and of everybody else whose trajectory runs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from demo.mensen import Demomens
from demo.organisaties import Demo
from demo.verhaal import Verhaal
from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.tijd import alsof
from gedeeld.werkdagen import werkdag_tot
from trajects.evaluatiemoment.evaluatiemomenten import (
    Afspraak,
    hou_evaluatie,
    lees_evaluatiedag,
    stel_vrij,
)
from trajects.keuzes import Fase
from trajects.models import Traject

_MAANDEN: Final = 6
# Days since the last one; of a few people the next one is near, and of a few it is late.
_GELEDEN: Final = (35, 60, 95, 20, 110, 75, 140, 50, 125, 88, 64, 30)
_NADERT: Final = {"L005": 172, "L016": 175, "L130": 170, "S004": 173}
_TE_LAAT: Final = {"L047": 200, "L101": 205}
_VRIJ: Final = 3  # which of those was excused
_AFSPRAKEN: Final = (
    "We blijven op dezelfde weg. De volgende keer kijken we naar de vorming.",
    "Meer afwisseling in de taken, en elke week kort overleggen met de ploegbaas.",
    "Het tempo zit goed. Nu werken aan zelf vragen stellen.",
    "De doelen zijn bijgewerkt. De vervoersvraag bekijken we samen met thuis.",
)
_REDEN: Final = "We zaten vorige week al samen met de trajectbegeleider van VDAB."


def geevalueerd(v: Verhaal, afspraken: str, *in_plan: Afspraak) -> None:
    """A review in a story, on the day where it is."""
    _houd(v.traject, v.door, v.nu, afspraken, in_plan)


def evalueer_iedereen(mensen: Iterable[Demomens], demo: Demo, op: date) -> None:
    """Every half year, of whoever has a trajectory that runs and no story about its reviews."""
    for nummer, (mens, traject) in enumerate(_lopend(mensen)):
        door = demo.gebruikers[mens.persoon.begeleider]
        eigen = (_NADERT | _TE_LAAT).get(mens.persoon.nummer)
        laatste = plus_dagen(op, -(eigen or _GELEDEN[nummer % len(_GELEDEN)]))
        for keer, dag in enumerate(_dagen(traject, laatste)):
            if dag == werkdag_tot(laatste) and nummer % len(_GELEDEN) == _VRIJ:
                _stel_vrij(traject, door, dag)
            else:
                _houd(traject, door, dag, _AFSPRAKEN[(nummer + keer) % len(_AFSPRAKEN)])


def _lopend(mensen: Iterable[Demomens]) -> Iterator[tuple[Demomens, Traject]]:
    for mens in mensen:
        trajecten = Traject.objects.lopend().filter(
            werknemer=mens.werknemer, evaluatiemomenten=None
        )
        traject = trajecten.exclude(fase=Fase.NAZORG).first()
        if traject is not None and mens.persoon.begeleider:
            yield mens, traject


def _dagen(traject: Traject, laatste: date) -> list[date]:
    """Back from the last one, until before the trajectory began."""
    alle = (plus_maanden(laatste, -_MAANDEN * keer) for keer in range(20))
    begin = plus_maanden(traject.gestart_op, 1)
    return sorted(werkdag_tot(dag) for dag in alle if werkdag_tot(dag) > begin)


def _houd(
    traject: Traject, door: Gebruiker, dag: date, afspraken: str, in_plan: Iterable[Afspraak] = ()
) -> None:
    with alsof(dag):
        hou_evaluatie(
            traject=traject,
            door=door,
            van=lees_evaluatiedag(traject).dag,
            afgehandeld_op=dag,
            afspraken=afspraken,
            in_plan=in_plan,
        )


def _stel_vrij(traject: Traject, door: Gebruiker, dag: date) -> None:
    with alsof(dag):
        van = lees_evaluatiedag(traject).dag
        stel_vrij(traject=traject, door=door, van=van, reden=_REDEN)
