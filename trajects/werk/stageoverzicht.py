"""The placements of an employee, as a page shows them."""

from dataclasses import dataclass
from datetime import date

from trajects.models import Stage
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Stageoverzicht:
    """Placements on a day, each group with the nearest first; `voorbij` newest first."""

    lopend: tuple[Stage, ...]
    gepland: tuple[Stage, ...]
    voorbij: tuple[Stage, ...]

    def __bool__(self) -> bool:
        return bool(self.lopend or self.gepland or self.voorbij)


def stages_van(werknemer: Werknemer, op: date) -> Stageoverzicht:
    """In one query, for a reader who may see the plan of this employee."""
    stages = list(werknemer.stages.select_related("werkgever").order_by("periode", "pk"))
    voorbij = [stage for stage in stages if stage.periode.voorbij(op)]
    return Stageoverzicht(
        lopend=tuple(stage for stage in stages if op in stage.periode),
        gepland=tuple(stage for stage in stages if stage.periode.van > op),
        voorbij=tuple(reversed(voorbij)),
    )
