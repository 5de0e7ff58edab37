"""What somebody said of the rows of a file: what a question comes to, what is left out, and what a
refused cell should have been."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from gedeeld.versleuteling import ontsleutel_bytes, versleutel_bytes
from werknemers.domein.invoer.meldingen import Melding, Meldingsernst


class Rijplek(NamedTuple):
    """Where a row stands; `blad` is empty when one sheet is read."""

    blad: str
    rijnummer: int


@dataclass(frozen=True, slots=True)
class Rijantwoord:
    """`ja` holds the questions that were answered with yes (`vraagsleutel`), None stands for every
    question; `cellen` what the cells should have held, by the title of their column."""

    weg: bool = False
    ja: frozenset[str] | None = frozenset()
    cellen: Mapping[str, str] = field(default_factory=dict)

    def beantwoordt(self, melding: Melding) -> bool:
        return self.ja is None or vraagsleutel(melding.code, melding.tekst) in self.ja


GEEN: Final = Rijantwoord()


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """`nagekeken`: what hardly ever is right comes in. `beslist`: nobody can answer any more, so
    that a row that still asks who it is about is refused."""

    rijen: Mapping[Rijplek, Rijantwoord] = field(default_factory=dict)
    nagekeken: bool = True
    beslist: bool = False

    def van(self, blad: str, rijnummer: int) -> Rijantwoord:
        return self.rijen.get(Rijplek(blad, rijnummer), GEEN)

    def houdt_buiten(self, antwoord: Rijantwoord, meldingen: Iterable[Melding]) -> bool:
        """Whether a row stays out for a question that has no answer."""
        vragen = open_vragen(antwoord, meldingen)
        wie = self.beslist and any(vraag.vraagt_wie for vraag in vragen)
        return wie or (not self.nagekeken and any(not vraag.vraagt_wie for vraag in vragen))


ZONDER: Final = Antwoorden()


def open_vragen(antwoord: Rijantwoord, meldingen: Iterable[Melding]) -> list[Melding]:
    return [
        melding
        for melding in meldingen
        if melding.ernst is Meldingsernst.VRAAG and not antwoord.beantwoordt(melding)
    ]


def vraagsleutel(code: str, tekst: str) -> str:
    """Of what was asked, word for word: a question that names somebody else is another one."""
    return hashlib.sha256(f"{code}\0{tekst}".encode()).hexdigest()[:16]


def op_plek(
    rijen: Mapping[Rijplek, Rijantwoord], bladen: Iterable[str]
) -> dict[Rijplek, Rijantwoord]:
    """The answers as the rows of these sheets are named: without the sheet when there is one."""
    namen = list(bladen)
    if len(namen) > 1:
        return dict(rijen)
    return {
        Rijplek("", plek.rijnummer): antwoord
        for plek, antwoord in rijen.items()
        if plek.blad in ("", *namen)
    }


def met_blad(
    rijen: Mapping[Rijplek, Rijantwoord], bladen: Sequence[str]
) -> dict[Rijplek, Rijantwoord]:
    """The other way: answers that stay right when other sheets are chosen."""
    enige = bladen[0] if len(bladen) == 1 else ""
    return {Rijplek(plek.blad or enige, plek.rijnummer): a for plek, a in rijen.items()}


def verpak(rijen: Mapping[Rijplek, Rijantwoord]) -> bytes:
    """Encrypted, as the file is: cells are about people. Empty when nothing was said."""
    inhoud = [
        {**plek._asdict(), "weg": a.weg, "ja": sorted(a.ja or ()), "cellen": dict(a.cellen)}
        for plek, a in rijen.items()
        if a != GEEN
    ]
    return versleutel_bytes(json.dumps(inhoud).encode()) if inhoud else b""


def pak_uit(bewaard: bytes) -> dict[Rijplek, Rijantwoord]:
    """Raises OnleesbareWaarde when no key opens it."""
    if not bewaard:
        return {}
    inhoud: list[dict[str, Any]] = json.loads(ontsleutel_bytes(bewaard))
    return {
        Rijplek(rij["blad"], rij["rijnummer"]): Rijantwoord(
            rij["weg"], frozenset(rij["ja"]), rij["cellen"]
        )
        for rij in inhoud
    }
