"""What was answered about the columns of a sheet, in this import or before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from werknemers.domein.invoer.kolommen import Kolom


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a column is, None: not read; and the habit by which it is written, "" for none."""

    kolom: Kolom | None
    gewoonte: str = ""


@dataclass(frozen=True, slots=True)
class Kolomkeuze:
    """Answers by the key of the title: `gekozen` for this file, `onthouden` what this organisation
    answered before. Who does not ask (`vraagt`) gets only what is sure."""

    gekozen: Mapping[str, Antwoord] = field(default_factory=dict)
    onthouden: Mapping[str, Antwoord] = field(default_factory=dict)
    vraagt: bool = True

    def gewoonte(self, sleutel: str, kolom: Kolom) -> str:
        """The habit that was answered for this title while it stood for this column."""
        for antwoorden in (self.gekozen, self.onthouden):
            antwoord = antwoorden.get(sleutel)
            if antwoord is not None and antwoord.kolom is kolom and antwoord.gewoonte:
                return antwoord.gewoonte
        return ""


GEEN_ANTWOORDEN: Final = Kolomkeuze()


def als_json(keuze: Mapping[str, Antwoord]) -> dict[str, list[str]]:
    return {sleutel: [a.kolom or "", a.gewoonte] for sleutel, a in keuze.items()}


def uit_json(bewaard: Mapping[str, Sequence[str]]) -> dict[str, Antwoord]:
    return {
        sleutel: Antwoord(Kolom(kolom) if kolom else None, gewoonte)
        for sleutel, (kolom, gewoonte) in bewaard.items()
    }
