"""The hand-overs of an employee, as a page shows them."""

from dataclasses import dataclass

from trajects.keuzes import Checkpunt
from trajects.models import Overdracht
from trajects.overdracht.toestemmingen import Deelstand, deelstand
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Overdrachtbeeld:
    """One hand-over with where its consents stand."""

    overdracht: Overdracht
    delen: Deelstand

    @property
    def checklist(self) -> list[tuple[Checkpunt, bool]]:
        """Every point, and whether it is done."""
        return [(punt, punt.value in self.overdracht.gedaan) for punt in Checkpunt]


def lees_overdrachten(werknemer: Werknemer) -> list[Overdrachtbeeld]:
    """The newest first, in two queries; for who may see the plan of this employee."""
    overdrachten = werknemer.overdrachten.select_related("werkgever")
    return [
        Overdrachtbeeld(o, deelstand(o)) for o in overdrachten.prefetch_related("toestemmingen")
    ]
