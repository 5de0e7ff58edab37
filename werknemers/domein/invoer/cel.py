"""One cell as it comes out of a file, before anybody knows what it should mean."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, Self


class Celgebrek(StrEnum):
    """Why a cell has no value although it is not empty."""

    FOUT = "fout"
    ONBEREKEND = "onberekend"


@dataclass(frozen=True, slots=True)
class CelFout:
    """A cell that shows an error such as #N/B, or a formula of which no result was saved."""

    gebrek: Celgebrek = Celgebrek.FOUT

    def __str__(self) -> str:
        return "#FOUT" if self.gebrek is Celgebrek.FOUT else "#FORMULE"


class Opmaakgetal(float):
    """A whole number that its cell shows in another way: 123 as 00123."""

    tekst: str

    def __new__(cls, getal: float, tekst: str) -> Self:
        zelf = super().__new__(cls, getal)
        zelf.tekst = tekst
        return zelf


Cel = str | int | float | bool | date | datetime | time | timedelta | CelFout

CEL_FOUT: Final = CelFout()
CEL_ONBEREKEND: Final = CelFout(Celgebrek.ONBEREKEND)

# What people type to say "nothing here".
_NIETS: Final = frozenset({"", "-", "–", "—", "/", "n.v.t.", "nvt"})


# As Dutch, French and English spreadsheets write an error, or a number for which there is no room.
_FOUT: Final = re.compile(
    r"#(N/?[ABD]|VERW!|REF!|DEEL/0!|DIV/0!|WAARDE!|VALUE!|VALEUR!|NAAM\?|NAME\?|NOM\?|GETAL!|NUM!|"
    r"NOMBRE!|LEEG!|NULL!|NUL!|OVERLOOP!|SPILL!|CALC!|BEREKENEN!)|Err:\d{3}|#{3,}",
    re.IGNORECASE,
)


def is_fouttekst(tekst: str) -> bool:
    """Whether a text is what a spreadsheet shows instead of a value: of an error a CSV and an ODS
    hold nothing else."""
    return tekst.startswith(("#", "Err:")) and _FOUT.fullmatch(tekst.strip()) is not None


def is_leeg(cel: Cel) -> bool:
    return isinstance(cel, str) and cel.strip().lower() in _NIETS
