"""One cell as it comes out of a file, before anybody knows what it should mean."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class CelFout:
    """A cell in which the spreadsheet shows an error such as #N/B instead of a value."""

    def __str__(self) -> str:
        return "#FOUT"


Cel = str | int | float | bool | date | datetime | time | timedelta | CelFout

CEL_FOUT: Final = CelFout()

# What people type to say "nothing here".
_NIETS: Final = frozenset({"", "-", "–", "—", "/", "n.v.t.", "nvt"})


def is_leeg(cel: Cel) -> bool:
    return isinstance(cel, str) and cel.strip().lower() in _NIETS
