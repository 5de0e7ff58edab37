"""A cell of a row as a field in which somebody says what it should have held."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from werknemers.domein.invoer.antwoorden import vraagsleutel
from werknemers.domein.invoer.keuzevelden import KEUZES
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.opslag import Bewaardemelding, Bewaarderij

# What is typed to empty a cell; an advice without its kind would lose its dates.
_LEEG: Final = "-"
_BLIJFT_GEVULD: Final = frozenset({Kolom.SOORT_ADVIES.value})
# Faults of a cell that holds a word which we do not know: equal words mean the same.
_ONBEKEND: Final = frozenset({"contract_onbekend", "advies_onbekend", "niveau_onbekend"})


@dataclass(frozen=True, slots=True)
class Antwoordkeuze:
    """One answer that can be chosen."""

    waarde: str
    tekst: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Celveld:
    """A cell that can be mended; `waarde` is what somebody typed before, `verbeterd` that somebody
    did, also where this reader may not see what. Without `keuzes` it is a text. `geldt_samen`: what
    is chosen counts for equal cells of other rows."""

    naam: str
    kolom: str
    waarde: str
    verbeterd: bool = False
    geldt_samen: bool = False

    @property
    def plek(self) -> str:
        """The id of the field on the page."""
        return f"cel-{self.naam}".replace(" ", "-")

    @property
    def keuzes(self) -> list[Antwoordkeuze]:
        """What the column can hold, and what somebody typed when there was no choice yet."""
        if self.kolom not in KEUZES:
            return []
        namen = {naam: naam for naam in KEUZES[Kolom(self.kolom)]}
        if self.kolom not in _BLIJFT_GEVULD:
            namen[_LEEG] = "laat leeg"
        if self.waarde:
            namen.setdefault(self.waarde, self.waarde)
        return [Antwoordkeuze(w, tekst, w == self.waarde) for w, tekst in namen.items()]


def celnaam(rij: Bewaarderij, wat: str) -> str:
    """The name of the field about `wat` of a row."""
    return f"{wat}:{rij['rijnummer']}:{rij.get('blad', '')}"


def gelijksleutel(melding: Bewaardemelding) -> str:
    """The same for cells of one column with one fault, word for word."""
    return vraagsleutel(f"{melding['code']}:{melding['kolom']}", melding["tekst"])


def geldt_samen(melding: Mapping[str, object]) -> bool:
    """Whether an answer about one cell counts for those that are equal to it."""
    return melding["code"] in _ONBEKEND
