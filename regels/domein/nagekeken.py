"""Which national values nobody laid beside their source for too long."""

from collections.abc import Iterable, Iterator
from datetime import date

from gedeeld.periode import plus_dagen
from regels.models import Regelparameter
from regels.models.parameter import TE_LANG, ZONDER_BRON


def lang_niet_nagekeken(rij: Regelparameter, op: date) -> bool:
    """Whether it is a national value of a source that was not looked at lately.

    What this application chose has no source, background knowledge neither, and what an
    organisation set is its own.
    """
    if rij.organisatie_id is not None or rij.zekerheid in ZONDER_BRON or rij.waarde is None:
        return False
    return rij.nagekeken_op is None or plus_dagen(rij.nagekeken_op, TE_LANG) < op


def oudste(rijen: Iterable[Regelparameter], op: date) -> Iterator[Regelparameter]:
    """Of each code with such values the one that was checked longest ago."""
    per_code: dict[str, list[Regelparameter]] = {}
    for rij in rijen:
        if lang_niet_nagekeken(rij, op):
            per_code.setdefault(rij.code, []).append(rij)
    for groep in per_code.values():
        yield min(groep, key=lambda rij: rij.nagekeken_op or date.min)
