"""Removes what was made: it is about people, and can be made again at any time."""

from typing import Final

from gedeeld.models import Uitvoer
from gedeeld.periode import plus_dagen
from gedeeld.taken.taakruns import taakrun
from gedeeld.tijd import vandaag

TAAK: Final = "ruim_uitvoer_op"


def ruim_uitvoer_op() -> int:
    """Remove orders of more than `Uitvoer.BEWAARDAGEN` days ago with all that came of them; how
    many. The trail keeps that they were asked for."""
    with taakrun(TAAK) as tellingen:
        grens = plus_dagen(vandaag(), -Uitvoer.BEWAARDAGEN)
        _, per_model = Uitvoer.objects.filter(gevraagd_op__date__lt=grens).delete()
        tellingen["gewist"] = per_model.get(Uitvoer._meta.label, 0)
    return tellingen["gewist"]
