"""The templates that fit the plan of an employee."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from trajects.keuzes import Anker
from trajects.models import Plansjabloon, Sjabloonregel
from trajects.plan.planvoorstel import Ankers, termijn


def sjablonen_voor(organisatie_id: int | None) -> "QuerySet[Plansjabloon]":
    """Those of the organisation, and the examples that it has no version of its own of."""
    alle = Plansjabloon.objects.van(organisatie_id).filter(actief=True)
    eigen = Plansjabloon.objects.filter(organisatie=organisatie_id, kopie_van__isnull=False)
    return alle.exclude(Q(organisatie=None) & Q(pk__in=eigen.values("kopie_van")))


def past_bij(sjablonen: Iterable[Plansjabloon], ankers: Ankers) -> list[Plansjabloon]:
    """The templates, the one nearest to the term of the support first; those for any term last."""
    jaren = termijn(ankers)

    def afstand(sjabloon: Plansjabloon) -> tuple[bool, float, bool, int]:
        verschil = abs((sjabloon.jaren or 0) - (jaren or 0))
        return sjabloon.jaren is None, verschil, sjabloon.organisatie_id is None, sjabloon.pk

    return sorted(sjablonen, key=afstand)


def regels_per_doel(sjabloon: Plansjabloon) -> list[tuple[str, list[Sjabloonregel]]]:
    """The lines by goal, goals in the order in which they came; within one in order of time."""
    per_doel: dict[str, list[Sjabloonregel]] = defaultdict(list)
    for regel in sjabloon.regels.order_by("pk"):
        per_doel[regel.doel].append(regel)
    ankers = list(Anker)
    for regels in per_doel.values():
        regels.sort(key=lambda regel: (ankers.index(Anker(regel.anker)), regel.dagen, regel.pk))
    return list(per_doel.items())
