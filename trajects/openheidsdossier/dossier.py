"""The openness dossier of one employee: what is missing, and all that is on file in order of time.

It is the same for each of its readers, so that it has one hash: it holds what every one of them may
see. A confidential note is not in it, the words of a talk are not, and neither fills a gap.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trajects.keuzes import Dossierdeel, Dossiergat
from trajects.openheidsdossier.openheidstukken import lees_openheidstukken
from trajects.openheidsdossier.planstukken import lees_planstukken
from trajects.openheidsdossier.stuk import Openheidsstuk
from trajects.openheidsdossier.volledigheid import gaten_van
from trajects.openheidsdossier.wegstukken import lees_wegstukken
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Openheidsdossier:
    """On the day `op`; `stukken` in order of time, those without a day at the end."""

    werknemer: Werknemer
    op: date
    gaten: tuple[Dossiergat, ...]
    stukken: tuple[Openheidsstuk, ...]

    @property
    def compleet(self) -> bool:
        return not self.gaten

    @property
    def per_deel(self) -> list[tuple[Dossierdeel, list[Openheidsstuk]]]:
        """Every part with its pieces, also those that hold none."""
        return [(deel, [s for s in self.stukken if s.deel is deel]) for deel in Dossierdeel]


def stel_dossier_samen(werknemer: Werknemer, op: date) -> Openheidsdossier:
    """For who may see the plan of this employee; a fixed number of queries."""
    stukken = [
        *lees_openheidstukken(werknemer),
        *lees_planstukken(werknemer),
        *lees_wegstukken(werknemer),
    ]
    return Openheidsdossier(werknemer, op, tuple(gaten_van(werknemer, op)), _op_tijd(stukken))


def _op_tijd(stukken: Iterable[Openheidsstuk]) -> tuple[Openheidsstuk, ...]:
    """What is of one day stays in the order of the parts."""
    return tuple(sorted(stukken, key=lambda stuk: stuk.op or date.max))
