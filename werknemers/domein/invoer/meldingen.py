"""What the import says about a file or a cell: words for the user, codes for machines."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.core.exceptions import ValidationError


class Meldingsernst(StrEnum):
    """A `fout` keeps the row out; a row with only warnings comes in. A `vraag` comes in after
    somebody said that it was looked at. An `opmerking` says something of a row with which nothing
    is wrong."""

    FOUT = "fout"
    VRAAG = "vraag"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"


# Questions that nobody answers for all rows together: each is about who one row means.
WIE_VRAGEN: Final = frozenset(
    {"andere_persoon", "nummer_nullen", "al_bekend", "zelfde_in_bestand", "twee_personen"}
)

# A remark that is looked at once for a whole file.
LAAG_LOON: Final = "loon_onder_minimum"


@dataclass(frozen=True, slots=True)
class Melding:
    """One remark. `kolom` is the title of the column, empty when it is about the whole row;
    `code` is stable and for machines; `tekst` says what is wrong and how to mend it. `voorstel` is
    the personnel number of whom the row is about, if it is about that person."""

    kolom: str
    code: str
    tekst: str
    ernst: Meldingsernst = Meldingsernst.FOUT
    voorstel: str = ""

    @property
    def vraagt_wie(self) -> bool:
        return self.ernst is Meldingsernst.VRAAG and self.code in WIE_VRAGEN


class BestandGeweigerd(ValidationError):
    """The file as a whole cannot be brought in; nothing was read from it."""

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(zin, code=code)
        self.code: str = code
        self.zin = zin


class Onleesbaar(ValueError):
    """A cell holds something that its column cannot mean."""

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(zin)
        self.code = code
        self.zin = zin
