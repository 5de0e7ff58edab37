"""Whether an outflow lasted: somebody is at work a while after leaving."""

from collections.abc import Iterable

from trajects.keuzes import GEMETEN
from trajects.models import Nazorgmoment


def is_duurzaam(momenten: Iterable[Nazorgmoment], weken: int) -> bool | None:
    """At work when first heard of after so many weeks; None when nothing was heard yet.

    Many at once: `uitstroomresultaten.met_stand_na`.
    """
    gehoord = [m for m in momenten if m.weken >= weken and m.resultaat in GEMETEN]
    if not gehoord:
        return None
    return min(gehoord, key=lambda moment: moment.weken).aan_het_werk
