"""What both sides said about the competences of one employee, and how that went over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Final

from gedeeld.grafiek import Lijn, Verloop
from trajects.keuzes import HOOGSTE_SCORE, LAAGSTE_SCORE, SCORES
from trajects.models import Competentie, Competentiescore
from werknemers.models import Werknemer

WOORDEN: Final = dict(SCORES)
# More marks than these run into each other; the table shows all.
HOOGSTENS_GETEKEND: Final = 12


@dataclass(frozen=True, slots=True)
class Competentieoordeel:
    """What one side said last, and on which day; `vorige` is what it said before, None if never."""

    score: int
    datum: date
    vorige: int | None = None

    @property
    def woorden(self) -> str:
        return WOORDEN[self.score]

    @property
    def punten(self) -> list[bool]:
        """The score as marks of which so many are filled."""
        return [punt <= self.score for punt in range(LAAGSTE_SCORE, HOOGSTE_SCORE + 1)]


@dataclass(frozen=True, slots=True)
class Competentiebeeld:
    """One competence; `ronden` are its scores, oldest first, at least one.

    A side may skip a round: what it said last can be older than what the other side said last.
    """

    ronden: tuple[Competentiescore, ...]

    @property
    def laatste(self) -> Competentiescore:
        return self.ronden[-1]

    @property
    def competentie(self) -> Competentie:
        return self.laatste.competentie

    @property
    def datum(self) -> date:
        """The day of the latest round."""
        return self.laatste.datum

    @property
    def begeleider(self) -> Competentieoordeel | None:
        return laatste_oordeel((ronde.datum, ronde.score_begeleider) for ronde in self.ronden)

    @property
    def werknemer(self) -> Competentieoordeel | None:
        return laatste_oordeel((ronde.datum, ronde.score_werknemer) for ronde in self.ronden)

    @property
    def eerdere(self) -> tuple[Competentiescore, ...]:
        """The rounds before the latest one, newest first."""
        return self.ronden[-2::-1]

    @property
    def hoogste(self) -> int:
        """The higher of what both sides said last."""
        return max(kant.score for kant in (self.begeleider, self.werknemer) if kant)

    @property
    def met_voorbeeld(self) -> Competentiescore | None:
        """The latest round with an example as evidence."""
        return next((ronde for ronde in reversed(self.ronden) if ronde.voorbeeld), None)

    def verloop(self, zelf: str) -> Verloop:
        """Both lines over the latest rounds, to draw; `zelf` names the side of the employee."""
        ronden = self.ronden[-HOOGSTENS_GETEKEND:]
        return Verloop(
            f"Hoe het ging met {self.competentie.naam}",
            tuple(ronde.datum for ronde in ronden),
            (
                Lijn("begeleider", tuple(ronde.score_begeleider for ronde in ronden)),
                Lijn(zelf, tuple(ronde.score_werknemer for ronde in ronden)),
            ),
            LAAGSTE_SCORE,
            HOOGSTE_SCORE,
        )


def laatste_oordeel(rij: Iterable[tuple[date, int | None]]) -> Competentieoordeel | None:
    """Of the scores of one side, oldest first, None where it said nothing."""
    gegeven = [(dag, score) for dag, score in rij if score is not None]
    if not gegeven:
        return None
    dag, score = gegeven[-1]
    return Competentieoordeel(score, dag, gegeven[-2][1] if len(gegeven) > 1 else None)


def laatste_scores(werknemer: Werknemer) -> tuple[Competentiebeeld, ...]:
    """Each competence that was ever scored, in the order of the list, with what both sides said.

    Also a competence that was switched off since. One query, for a reader who may see the plan of
    this employee.
    """
    scores = Competentiescore.objects.filter(werknemer=werknemer)
    op_volgorde = scores.select_related("competentie", "door").order_by("competentie", "datum")
    groepen = groupby(op_volgorde, key=attrgetter("competentie_id"))
    return tuple(Competentiebeeld(tuple(ronden)) for _, ronden in groepen)
