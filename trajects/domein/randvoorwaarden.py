"""What must be in order before another job can work: how it stands, and how it came so."""

from trajects.keuzes import RANDVOORWAARDEN, Thema
from trajects.models import Randvoorwaarde
from trajects.models.randvoorwaarde import RandvoorwaardeQuerySet
from werknemers.models import Werknemer


def open_randvoorwaarden(werknemer: Werknemer) -> tuple[Randvoorwaarde, ...]:
    """Those that ask for attention or are in the way, in the order of the plan.

    For a reader who may see the plan of this employee.
    """
    return _op_volgorde(Randvoorwaarde.objects.open().filter(werknemer=werknemer))


def besproken_randvoorwaarden(werknemer: Werknemer) -> tuple[Randvoorwaarde, ...]:
    """Those of which it is known how they stand, in the order of the plan."""
    return _op_volgorde(Randvoorwaarde.objects.besproken().filter(werknemer=werknemer))


def _op_volgorde(rijen: RandvoorwaardeQuerySet) -> tuple[Randvoorwaarde, ...]:
    return tuple(sorted(rijen, key=lambda rij: RANDVOORWAARDEN.index(Thema(rij.thema))))
