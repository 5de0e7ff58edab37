"""The goals of the running trajectory with their actions, as the plan shows them."""

from collections import defaultdict
from dataclasses import dataclass, field

from trajects.models import Actie, Doel, Traject
from werknemers.models import Werknemer


@dataclass(slots=True)
class Doelgroep:
    """A goal with its actions to do, and those done or dropped; `doel` None: loose actions."""

    doel: Doel | None
    te_doen: list[Actie] = field(default_factory=list)
    voorbij: list[Actie] = field(default_factory=list)

    def neem_op(self, actie: Actie) -> None:
        (self.te_doen if actie.is_open else self.voorbij).append(actie)


def doelgroepen(werknemer: Werknemer, traject: Traject | None) -> list[Doelgroep]:
    """Two queries: the goals in order, then the actions of no goal if there are any.

    Actions of earlier trajectories are left to the summary of those. For who may see the plan.
    """
    doelen = list(traject.doelen.all()) if traject else []
    groepen: dict[int | None, Doelgroep] = defaultdict(lambda: Doelgroep(None))
    groepen |= {doel.pk: Doelgroep(doel) for doel in doelen}
    for actie in werknemer.acties.select_related("randvoorwaarde"):
        if actie.traject_id in {None, traject.pk if traject else None}:
            groepen[actie.doel_id].neem_op(actie)
    return list(groepen.values())
