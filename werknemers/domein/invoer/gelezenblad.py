"""A sheet of a file as rows of named cells. Nothing is interpreted yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.kolomoordeel import Kolomoordeel
from werknemers.domein.invoer.meldingen import Melding


@dataclass(frozen=True, slots=True)
class RuweRij:
    """One row under the header: its number as the spreadsheet shows it and its filled cells.

    `blad` names its sheet when more than one is read.
    """

    rijnummer: int
    cellen: Mapping[Kolom, Cel]
    blad: str = ""


@dataclass(frozen=True, slots=True)
class GelezenBlad:
    """All rows under the header up to the last filled one, without those that name nobody: there
    were `voorgevuld` of these. `verborgen` counts the filled rows that people do not see.

    `kolommen` are the known columns that the header names; `opmerkingen` concern the whole sheet.
    `oordelen` are all its columns; while some are `ontbreekt`, no row can be understood.
    """

    naam: str
    kolommen: frozenset[Kolom]
    rijen: tuple[RuweRij, ...]
    opmerkingen: tuple[Melding, ...]
    verborgen: int = 0
    voorgevuld: int = 0
    oordelen: tuple[Kolomoordeel, ...] = ()
    ontbreekt: tuple[Kolom, ...] = ()

    @property
    def gevuld(self) -> int:
        return sum(1 for rij in self.rijen if rij.cellen)
