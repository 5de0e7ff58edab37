"""How long one waits until a list of practice is read, for a nasty one no longer than for a good
one."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Final

from tests.meting.rij import Banken, Regel, Rij, hoogstens
from tests.werknemers.invoer.bladen import PRAKTIJK, VOORBEELDEN
from werknemers.domein.invoer.bladkeuze import Bladkeuze
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.kolomoordeel import KiesKolommen
from werknemers.domein.invoer.meldingen import BestandGeweigerd

SOORTEN: Final = frozenset({".xlsx", ".xls", ".csv"})
_SECONDEN: Final = 2
_BEURTEN: Final = 3


def bestanden() -> list[Path]:
    """Every list among the examples, good and nasty."""
    paden = (pad for map_ in (VOORBEELDEN, PRAKTIJK) for pad in map_.iterdir())
    return sorted(pad for pad in paden if pad.suffix in SOORTEN)


def _lees(inhoud: bytes) -> float:
    begin = perf_counter()
    with suppress(BestandGeweigerd, KiesKolommen):
        lees_in(inhoud, keuze=Bladkeuze(alle=True))
    return perf_counter() - begin


def _regel(pad: Path) -> Regel:
    inhoud = pad.read_bytes()
    tijden = [_lees(inhoud) for _ in range(_BEURTEN)]
    wat = "een lijst uit de praktijk lezen, de traagste"
    return Regel(wat, tijden, grens=hoogstens(_SECONDEN), eenheid="s", uitleg=[pad.name])


def _meet(_: Banken) -> Iterator[Regel]:
    """The slowest of all files."""
    yield max(map(_regel, bestanden()), key=lambda regel: regel.waarde)


RIJEN = (Rij("bladen", "lijsten uit de praktijk lezen", _meet, leest_bank=False),)
