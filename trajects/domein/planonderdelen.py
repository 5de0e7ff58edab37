"""What the plan itself says: job target, goals with actions, training, preconditions, strengths."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from trajects.domein.planmomenten import Planmomenten, lees_planmomenten
from trajects.keuzes import Standrandvoorwaarde
from trajects.models import (
    Actie,
    Competentiescore,
    Doel,
    Jobdoelwit,
    Randvoorwaarde,
    Traject,
)
from werknemers.models import Werknemer

# From this score on somebody does it without help (keuzes.SCORES).
STERK_VANAF: Final = 3
EERSTVOLGENDE: Final = 4
STERKTES: Final = 6


@dataclass(frozen=True, slots=True)
class Doelplan:
    """A goal with its actions; `doel` None: actions that stand by themselves."""

    doel: Doel | None
    acties: tuple[Actie, ...]


@dataclass(frozen=True, slots=True)
class Planonderdelen:
    """`scores` are the latest of each competence; `randvoorwaarden` those that were discussed."""

    jobdoelwit: Jobdoelwit | None = None
    doelen: tuple[Doelplan, ...] = ()
    momenten: Planmomenten = field(default_factory=Planmomenten)
    randvoorwaarden: tuple[Randvoorwaarde, ...] = ()
    scores: tuple[Competentiescore, ...] = ()
    talenten: tuple[str, ...] = ()

    @property
    def sterktes(self) -> tuple[str, ...]:
        """What the employee is good at, in words: talents, then competences that go well."""
        goed = (score.competentie.naam for score in self.scores if _hoogste(score) >= STERK_VANAF)
        return tuple(dict.fromkeys([*self.talenten, *goed]))[:STERKTES]

    @property
    def eerstvolgende(self) -> tuple[Actie, ...]:
        """The actions that come first, those with a day before those without."""
        open_ = [actie for doel in self.doelen for actie in doel.acties if actie.is_open]
        op_dag = sorted((a for a in open_ if a.tegen), key=lambda a: (a.tegen, a.pk))
        return tuple([*op_dag, *(a for a in open_ if not a.tegen)][:EERSTVOLGENDE])


def lees_planonderdelen(werknemer: Werknemer, traject: Traject | None) -> Planonderdelen:
    """Seven queries, for a reader who may see the plan of this employee."""
    momenten = lees_planmomenten(werknemer)
    acties = [actie for actie in momenten.acties if actie.traject_id in _bij(traject)]
    doelen = list(traject.doelen.all()) if traject else []
    besproken = werknemer.randvoorwaarden.exclude(stand=Standrandvoorwaarde.ONBEKEND)
    return Planonderdelen(
        jobdoelwit=_jobdoelwit(traject),
        doelen=tuple(_per_doel(doelen, acties)),
        momenten=momenten,
        randvoorwaarden=tuple(besproken),
        scores=_laatste(werknemer.competentiescores.select_related("competentie")),
        talenten=tuple(talent.woorden for talent in werknemer.talenten.all()),
    )


def _bij(traject: Traject | None) -> set[int | None]:
    """Actions of this trajectory, and those of none."""
    return {None, traject.pk} if traject else {None}


def _jobdoelwit(traject: Traject | None) -> Jobdoelwit | None:
    doelen = traject.jobdoelwitten.all() if traject else ()
    return next((doel for doel in doelen if doel.actief), None)


def _per_doel(doelen: Iterable[Doel], acties: list[Actie]) -> Iterable[Doelplan]:
    for doel in doelen:
        yield Doelplan(doel, tuple(actie for actie in acties if actie.doel_id == doel.pk))
    if los := tuple(actie for actie in acties if actie.doel_id is None):
        yield Doelplan(None, los)


def _laatste(scores: Iterable[Competentiescore]) -> tuple[Competentiescore, ...]:
    """The latest of each competence, in the order of the list of competences."""
    per_competentie = {score.competentie_id: score for score in scores}
    return tuple(sorted(per_competentie.values(), key=_plaats_op_de_lijst))


def _plaats_op_de_lijst(score: Competentiescore) -> tuple[int, str, int]:
    return score.competentie.volgorde, score.competentie.naam, score.competentie_id


def _hoogste(score: Competentiescore) -> int:
    return max(score.score_begeleider or 0, score.score_werknemer or 0)
