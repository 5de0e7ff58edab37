"""What the plan itself says: job target, goals with actions, training, preconditions, strengths."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from trajects.kader.planmomenten import Planmomenten, lees_planmomenten
from trajects.models import Actie, Doel, Jobdoelwit, Randvoorwaarde, Traject
from trajects.plan.openstaand import van_plan
from trajects.plan.randvoorwaardenbeeld import besproken_randvoorwaarden
from trajects.profiel.competentiebeeld import Competentiebeeld, laatste_scores
from trajects.profiel.talentenbeeld import talenten
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
    """`randvoorwaarden` are those that were discussed."""

    jobdoelwit: Jobdoelwit | None = None
    doelen: tuple[Doelplan, ...] = ()
    momenten: Planmomenten = field(default_factory=Planmomenten)
    randvoorwaarden: tuple[Randvoorwaarde, ...] = ()
    scores: tuple[Competentiebeeld, ...] = ()
    talenten: tuple[str, ...] = ()

    @property
    def sterktes(self) -> tuple[str, ...]:
        """What the employee is good at, in words: talents, then competences that go well."""
        goed = (beeld.competentie.naam for beeld in self.scores if beeld.hoogste >= STERK_VANAF)
        return tuple(dict.fromkeys([*self.talenten, *goed]))[:STERKTES]

    @property
    def eerstvolgende(self) -> tuple[Actie, ...]:
        """The actions that come first, those with a day before those without."""
        open_ = [actie for doel in self.doelen for actie in doel.acties if actie.is_open]
        op_dag = sorted((a for a in open_ if a.tegen), key=lambda a: (a.tegen, a.pk))
        return tuple([*op_dag, *(a for a in open_ if not a.tegen)][:EERSTVOLGENDE])


def lees_planonderdelen(werknemer: Werknemer, traject: Traject | None) -> Planonderdelen:
    """Eight queries, for a reader who may see the plan of this employee."""
    momenten = lees_planmomenten(werknemer)
    acties = list(van_plan(momenten.acties, traject))
    doelen = list(traject.doelen.all()) if traject else []
    return Planonderdelen(
        jobdoelwit=_jobdoelwit(traject),
        doelen=tuple(_per_doel(doelen, acties)),
        momenten=momenten,
        randvoorwaarden=besproken_randvoorwaarden(werknemer),
        scores=laatste_scores(werknemer),
        talenten=talenten(werknemer),
    )


def _jobdoelwit(traject: Traject | None) -> Jobdoelwit | None:
    doelen = traject.jobdoelwitten.all() if traject else ()
    return next((doel for doel in doelen if doel.actief), None)


def _per_doel(doelen: Iterable[Doel], acties: list[Actie]) -> Iterable[Doelplan]:
    for doel in doelen:
        yield Doelplan(doel, tuple(actie for actie in acties if actie.doel_id == doel.pk))
    if los := tuple(actie for actie in acties if actie.doel_id is None):
        yield Doelplan(None, los)
