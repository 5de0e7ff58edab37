"""Which title of a header row stands for which column."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.kolomkeuze import GEEN_ANTWOORDEN, Kolomkeuze
from werknemers.domein.invoer.kolomletters import kolomletter
from werknemers.domein.invoer.kolommen import REDEN, Kolom
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.tekst import schoon, sleutel
from werknemers.domein.invoer.titels import Titelzekerheid, herken, titelsleutel


class Herkomst(IntEnum):
    """Who says what a title stands for; of two titles for one column the lower one has it."""

    GEKOZEN = 0
    EIGEN = 1
    ONTHOUDEN = 2
    ZEKER = 3
    MISSCHIEN = 4
    ONBEKEND = 5


_HERKOMST: Final = {
    Titelzekerheid.EIGEN: Herkomst.EIGEN,
    Titelzekerheid.ZEKER: Herkomst.ZEKER,
    Titelzekerheid.MISSCHIEN: Herkomst.MISSCHIEN,
}


@dataclass(frozen=True, slots=True)
class Kolomtitel:
    """A title at a 0-based place. `sleutel` knows it again, in another file too; `kolom` is what it
    stands for, None: nothing that we read."""

    plaats: int
    tekst: str
    sleutel: str
    kolom: Kolom | None
    herkomst: Herkomst

    @property
    def gevraagd(self) -> bool:
        """Whether somebody has to say what it stands for."""
        return self.herkomst in (Herkomst.MISSCHIEN, Herkomst.ONBEKEND)

    @property
    def eigen(self) -> bool:
        """Whether it stands for what our own title says."""
        return self.kolom is not None and sleutel(self.tekst) == sleutel(self.kolom)


def koppel(rij: Sequence[Cel], keuze: Kolomkeuze) -> tuple[Kolomtitel, ...]:
    """The titles of a row from left to right, each column given to one of them.

    Raises BestandGeweigerd when two titles claim a column with equal right.
    """
    titels = list(_lees_titels(rij, keuze))
    per_kolom: defaultdict[Kolom, list[Kolomtitel]] = defaultdict(list)
    for titel in titels:
        if titel.kolom is not None:
            per_kolom[titel.kolom].append(titel)
    for kolom, samen in per_kolom.items():
        for verliezer in _verliezers(kolom, samen):
            titels[titels.index(verliezer)] = replace(
                verliezer, kolom=None, herkomst=Herkomst.ONBEKEND
            )
    return tuple(titels)


def treffers(rij: Sequence[Cel], keuze: Kolomkeuze = GEEN_ANTWOORDEN) -> int:
    """How many different columns the row names, with other words for them too."""
    tekstcellen = [cel if isinstance(cel, str) else "" for cel in rij]
    return len({titel.kolom for titel in _lees_titels(tekstcellen, keuze) if titel.kolom})


def _lees_titels(rij: Iterable[Cel], keuze: Kolomkeuze) -> Iterable[Kolomtitel]:
    gezien: Counter[str] = Counter()
    for plaats, cel in enumerate(rij):
        tekst = schoon(cel) if isinstance(cel, str) else str(cel)
        if not tekst or sleutel(tekst) == sleutel(REDEN):
            continue
        kern = titelsleutel(tekst)
        gezien[kern] += 1
        code = kern if gezien[kern] == 1 else f"{kern}#{gezien[kern]}"
        yield Kolomtitel(plaats, tekst, code, *_duid(cel, code, keuze))


def _duid(cel: Cel, code: str, keuze: Kolomkeuze) -> tuple[Kolom | None, Herkomst]:
    if code in keuze.gekozen:
        return keuze.gekozen[code].kolom, Herkomst.GEKOZEN
    if code in keuze.onthouden:
        kolom = keuze.onthouden[code].kolom
        eigen = kolom is not None and code == titelsleutel(kolom)
        return kolom, Herkomst.EIGEN if eigen else Herkomst.ONTHOUDEN
    herkenning = herken(cel) if isinstance(cel, str) else None
    if herkenning is None:
        return None, Herkomst.ONBEKEND
    herkomst = _HERKOMST[herkenning.zekerheid]
    if herkomst is Herkomst.MISSCHIEN and not keuze.vraagt:
        return None, Herkomst.ONBEKEND
    return herkenning.kolom, herkomst


def _verliezers(kolom: Kolom, samen: Sequence[Kolomtitel]) -> list[Kolomtitel]:
    """All but the one with the best right to this column."""
    beste = min(titel.herkomst for titel in samen)
    gelijken = [titel for titel in samen if titel.herkomst == beste]
    if len(gelijken) > 1 and beste in (Herkomst.GEKOZEN, Herkomst.EIGEN):
        letters = " en ".join(kolomletter(titel.plaats) for titel in gelijken)
        raise BestandGeweigerd(
            "kolom_dubbel",
            f"De kolom “{kolom}” staat meer dan één keer in het blad (kolom {letters}). "
            "Verwijder of hernoem wat te veel is.",
        )
    return [titel for titel in samen if titel is not gelijken[0]]
