"""The guidance that was given: by whom, and when people talked to each other."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final

from django.utils import timezone

from trajects.evaluatiepakket.bron import Pakketbron
from trajects.evaluatiepakket.feiten import Leemte, Pakketdeel, Pakketfeit, Vindplaats
from trajects.evaluatiepakket.ritme import ritme
from trajects.keuzes import GESPROKEN, SoortNotitie
from trajects.models import Begeleidingsteam

# docs/regels.md#guidance-on-the-work-floor
_UITLEG: Final = (
    "De begeleider volgt minstens om de twee weken op. De wet vraagt geen register van elk "
    "contact; dit is wat genoteerd staat. Wat er gezegd is, en wat vertrouwelijk is, staat er niet "
    "bij."
)
_NIEMAND: Final = "Er staat nog niet wie de gekwalificeerd begeleider is."
_GEEN_COACH: Final = "Er staat nog niet wie de collega-coach is."
_GEEN_GESPREK: Final = "Er is nog geen gesprek genoteerd."


def begeleidingsdeel(bron: Pakketbron) -> Pakketdeel:
    feiten = (*_team(bron.team), *_ritme(bron), *_contacten(bron))
    titel = "Begeleiding die gegeven is"
    return Pakketdeel("begeleiding", titel, feiten, tuple(_leemtes(bron)), _UITLEG)


def _team(team: Begeleidingsteam | None) -> Iterator[Pakketfeit]:
    if team is None:
        return
    dag = timezone.localdate(team.gewijzigd_op)
    if naam := team.gekwalificeerd_begeleider:
        extern = ", werkt bij een andere organisatie" if team.is_extern else ""
        kwalificatie = f", {team.kwalificatie}" if team.kwalificatie else ""
        zin = f"Gekwalificeerd begeleider: {naam}{kwalificatie}{extern}."
        yield Pakketfeit(dag, zin, Vindplaats.BEGELEIDING)
    if team.collega_coach:
        zin = f"Collega-coach: {team.collega_coach}."
        yield Pakketfeit(dag, zin, Vindplaats.BEGELEIDING)


def _gesprekken(bron: Pakketbron) -> list[date]:
    return [dag for soort, dag in bron.contacten if soort in GESPROKEN]


def _ritme(bron: Pakketbron) -> Iterator[Pakketfeit]:
    stand = ritme(_gesprekken(bron), bron.op)
    if stand.in_woorden:
        yield Pakketfeit(stand.dagen[-1], stand.in_woorden, Vindplaats.GESPREKKEN)


def _contacten(bron: Pakketbron) -> Iterator[Pakketfeit]:
    """For each year and kind the days, the latest year first."""
    soorten = SoortNotitie.values
    alle = sorted(bron.contacten, key=lambda een: (-een[1].year, soorten.index(een[0])))
    for (jaar, soort), groep in groupby(alle, key=lambda een: (een[1].year, een[0])):
        dagen = [dag for _, dag in groep]
        lijst = ", ".join(_dag(dag, keer) for dag, keer in Counter(dagen).items())
        zin = f"{SoortNotitie(soort).label.capitalize()} in {jaar}: {len(dagen)} keer, op {lijst}."
        yield Pakketfeit(dagen[-1], zin, Vindplaats.GESPREKKEN)


def _dag(dag: date, keer: int) -> str:
    return f"{dag.day}/{dag.month}" + (f" ({keer} keer)" if keer > 1 else "")


def _leemtes(bron: Pakketbron) -> Iterator[Leemte]:
    team, waar = bron.team, Vindplaats.BEGELEIDING
    if team is None or not team.gekwalificeerd_begeleider:
        yield Leemte(_NIEMAND, waar)
    elif not team.kwalificatie:
        zin = f"Er staat niet welke kwalificatie {team.gekwalificeerd_begeleider} heeft."
        yield Leemte(zin, waar)
    if team is None or not team.collega_coach:
        yield Leemte(_GEEN_COACH, waar)
    if not _gesprekken(bron):
        yield Leemte(_GEEN_GESPREK, Vindplaats.GESPREKKEN)
