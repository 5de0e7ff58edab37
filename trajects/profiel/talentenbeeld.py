"""The talents of an employee, as a page shows them."""

from trajects.models import Talent
from werknemers.models import Werknemer


def talenten(werknemer: Werknemer) -> tuple[str, ...]:
    """The words that stand on the plan now, oldest first, for a reader who may see that plan."""
    return tuple(talent.woorden for talent in lees_talenten(werknemer))


def lees_talenten(werknemer: Werknemer) -> tuple[Talent, ...]:
    """The same with the day of each. One query."""
    return tuple(Talent.objects.nu().filter(werknemer=werknemer))
