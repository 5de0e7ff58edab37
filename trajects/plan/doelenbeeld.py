"""The goals of the running trajectory with their actions, as the plan shows them."""

from collections import defaultdict
from dataclasses import dataclass, field

from gedeeld.weergeven import meervoud
from trajects.keuzes import Standactie, Standdoel
from trajects.models import Actie, Doel, Traject
from trajects.plan.openstaand import van_plan
from werknemers.models import Werknemer


@dataclass(slots=True)
class Doelgroep:
    """A goal with its actions to do, and those done or dropped; `doel` None: loose actions."""

    doel: Doel | None
    te_doen: list[Actie] = field(default_factory=list)
    voorbij: list[Actie] = field(default_factory=list)

    @property
    def is_klaar(self) -> bool:
        """Reached or let go, with nothing left to do."""
        return self.doel is not None and self.doel.stand != Standdoel.OPEN and not self.te_doen

    @property
    def in_woorden(self) -> str:
        """How far it is: 1 van 3 acties gedaan. What was dropped does not count."""
        gedaan = sum(actie.stand == Standactie.GEDAAN for actie in self.voorbij)
        alle = gedaan + len(self.te_doen)
        return (
            f"{gedaan} van {meervoud(alle, 'actie', 'acties')} gedaan"
            if alle
            else "nog geen acties"
        )

    def neem_op(self, actie: Actie) -> None:
        (self.te_doen if actie.is_open else self.voorbij).append(actie)


def doelgroepen(werknemer: Werknemer, traject: Traject | None) -> list[Doelgroep]:
    """Two queries: the goals in order, then the actions of no goal if there are any.

    What was done in earlier trajectories is left to the summary of those. For who may see the plan.
    """
    doelen = list(traject.doelen.all()) if traject else []
    groepen: dict[int | None, Doelgroep] = defaultdict(lambda: Doelgroep(None))
    groepen |= {doel.pk: Doelgroep(doel) for doel in doelen}
    for actie in van_plan(werknemer.acties.select_related("randvoorwaarde"), traject):
        groepen[actie.doel_id].neem_op(actie)
    return list(groepen.values())
