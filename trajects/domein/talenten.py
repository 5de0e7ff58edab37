"""What somebody is good at, in free words: on the plan, added, taken away, put back."""

from trajects.models import Talent
from werknemers.models import Werknemer


def talenten(werknemer: Werknemer) -> tuple[str, ...]:
    """The words that stand on the plan now, oldest first, for a reader who may see that plan."""
    return tuple(Talent.objects.nu().filter(werknemer=werknemer).values_list("woorden", flat=True))
