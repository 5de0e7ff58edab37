"""One piece of the openness dossier, and the text of it that is kept and can be checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trajects.keuzes import Dossierdeel
from trajects.models import Bijlage

Feit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Openheidsstuk:
    """`sleutel` tells it from all others of the dossier and is the same each time; `op` is the day
    that it is about, None when none was noted.

    `tekst` is what is given word for word; `bijlage` a file that lies beside the dossier.
    """

    deel: Dossierdeel
    sleutel: str
    op: date | None
    wat: str
    door: str = ""
    feiten: tuple[Feit, ...] = ()
    tekst: str = ""
    bijlage: Bijlage | None = None

    @property
    def bestand(self) -> str:
        """Where it lies in the bundle."""
        if self.bijlage is not None:
            return f"bijlagen/{self.bijlage.pk}-{self.bijlage.bestandsnaam}"
        return f"stukken/{self.sleutel}.txt"

    @property
    def in_letters(self) -> str:
        """The text that its hash is of: word for word what was kept, or each fact on a line. A
        value of several lines goes on indented, so that it cannot look like another fact."""
        if self.tekst:
            return self.tekst
        regels = [self.wat, *(f"{label}: {waarde}" for label, waarde in self._alle_feiten())]
        return "".join(f"{_ingesprongen(regel)}\n" for regel in regels)

    def _alle_feiten(self) -> Iterable[Feit]:
        yield "Datum", self.op.isoformat() if self.op else "niet genoteerd"
        if self.door:
            yield "Door", self.door
        yield from self.feiten


def feiten(*paren: tuple[str, object]) -> tuple[Feit, ...]:
    """Those that have a value."""
    return tuple((label, str(waarde)) for label, waarde in paren if waarde not in (None, ""))


def _ingesprongen(tekst: str) -> str:
    return "\n  ".join(tekst.splitlines())
