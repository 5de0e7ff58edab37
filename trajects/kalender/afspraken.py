"""What an entry of a calendar is, and what is asked of a source of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from gedeeld.periode import plus_dagen, plus_jaren, plus_maanden

MAANDEN_TERUG: Final = 3
JAREN_VOORUIT: Final = 2
# As long as this, what no longer stands says so: a calendar that took it in lets go of it.
DAGEN_VERVALLEN: Final = 30


def begin_van(dag: date) -> datetime:
    """Midnight in Brussels."""
    return timezone.make_aware(datetime.combine(dag, time.min))


@dataclass(frozen=True, slots=True)
class Agendadagen:
    """Which days a calendar shows on the day `op`."""

    op: date

    @property
    def van(self) -> date:
        return plus_maanden(self.op, -MAANDEN_TERUG)

    @property
    def tot_en_met(self) -> date:
        return plus_jaren(self.op, JAREN_VOORUIT)

    @property
    def onlangs(self) -> date:
        return plus_dagen(self.op, -DAGEN_VERVALLEN)

    @property
    def sinds(self) -> datetime:
        """What changed before is known to every calendar."""
        return begin_van(self.onlangs)

    def telt_mee(self, dag: str = "dag", gewijzigd: str = "gewijzigd_op") -> Q:
        """Rows whose day is shown, and those that changed lately wherever their day lies."""
        getoond = (self.van, self.tot_en_met)
        return Q(**{f"{dag}__range": getoond}) | Q(**{f"{gewijzigd}__gte": self.sinds})

    def bevat(self, dag: date, gewijzigd: datetime) -> bool:
        """The same for one."""
        return self.van <= dag <= self.tot_en_met or gewijzigd >= self.sinds


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """Something on a day about an employee. `sleutel` tells it from others of its source, for ever.

    `gewijzigd` is when it last became what it is: never earlier than what was given out before.
    `vervallen`: it no longer stands, and `dag` is only where it may have stood.
    """

    sleutel: int
    werknemer: int
    dag: date
    gewijzigd: datetime
    vervallen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendabron:
    """One kind of entry: a module of its own and a line in `bronnen`.

    `soort` stands in the UID of each entry, and so never changes. `plek` is the page and the
    section about it. `lees` gets the rows of `model` that count for this user, and gives those that
    stand and those that somebody dropped. `dagvelden` are the fields that say its day: what the
    trail knows of them, and `lees` does not give, no longer stands (`weggevallen`).
    `van_iedereen`: of everybody whom the user may see, not of the own caseload alone.
    """

    soort: str
    titel: str
    plek: str
    model: Any
    lees: Callable[[Any, Agendadagen], Iterable[Agendapunt]]
    werknemer: str = "werknemer"
    dagvelden: tuple[str, ...] = ()
    van_iedereen: bool = False

    @property
    def spoornaam(self) -> str:
        """What the trail calls its records."""
        return str(self.model._meta.model_name)
