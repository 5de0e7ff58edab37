"""Talks with a next employer, planned or held."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models.functions import Coalesce

from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt
from trajects.models import Overdracht


def _lees(overdrachten: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    dag = Coalesce("gesprek_gehouden_op", "gesprek_gepland_op")
    rijen = overdrachten.annotate(dag=dag).exclude(dag=None).filter(dagen.telt_mee())
    for wat in rijen.values_list("pk", "werknemer", "dag", "gewijzigd_op"):
        yield Agendapunt(*wat)


GESPREKKEN: Final = Agendabron(
    soort="overdrachtsgesprek",
    titel="Gesprek",
    plek="trajects:overgang#overdracht",
    model=Overdracht,
    lees=_lees,
    dagvelden=("gesprek_gepland_op", "gesprek_gehouden_op"),
)
