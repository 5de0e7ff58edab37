"""Actions with a day. What was done stands on the day on which it was done."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import Case, F, When

from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt
from trajects.keuzes import Standactie
from trajects.models import Actie


def _lees(acties: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    dag = Case(When(stand=Standactie.GEDAAN, then=F("gedaan_op")), default=F("tegen"))
    rijen = acties.exclude(tegen=None).annotate(dag=dag).filter(dagen.telt_mee())
    for pk, werknemer, wanneer, gewijzigd, stand in rijen.values_list(
        "pk", "werknemer", "dag", "gewijzigd_op", "stand"
    ):
        vervallen = stand == Standactie.VERVALLEN
        if not vervallen or gewijzigd >= dagen.sinds:
            yield Agendapunt(pk, werknemer, wanneer, gewijzigd, vervallen)


ACTIES: Final = Agendabron(
    soort="actie",
    titel="Actie",
    plek="trajects:plan#doelen",
    model=Actie,
    lees=_lees,
    dagvelden=("tegen",),
)
