"""The list of all pieces with a hash of each, which `sha256sum -c` can check.

Nothing in it depends on the day or on who made it: the same pieces give the same manifest, and one
changed letter gives another one.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from trajects.logboek.bestanden import lees_inhoud
from trajects.openheidsdossier.stuk import Openheidsstuk

NAAM = "manifest.txt"


@dataclass(frozen=True, slots=True)
class Manifestregel:
    """`grootte` in bytes; `sha256` in hexadecimals, of the bytes of the piece."""

    stuk: Openheidsstuk
    grootte: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """In the order of its file names."""

    regels: tuple[Manifestregel, ...]

    @property
    def inhoud(self) -> bytes:
        """The file, as `sha256sum` would write it."""
        regels = (f"{regel.sha256}  {regel.stuk.bestand}\n" for regel in self.regels)
        return "".join(regels).encode()

    @property
    def sha256(self) -> str:
        """Of the file itself: it stands for all pieces together."""
        return _hash(self.inhoud)


def maak_manifest(stukken: Iterable[Openheidsstuk]) -> Manifest:
    """Reads each file that lies beside the dossier, one at a time. Raises OnleesbareWaarde."""
    regels = (_regel(stuk) for stuk in stukken)
    return Manifest(tuple(sorted(regels, key=lambda regel: regel.stuk.bestand)))


def inhoud_van(stuk: Openheidsstuk) -> bytes:
    """A file as it was uploaded, of anything else its text. Raises OnleesbareWaarde."""
    return stuk.in_letters.encode() if stuk.bijlage is None else lees_inhoud(stuk.bijlage)


def _regel(stuk: Openheidsstuk) -> Manifestregel:
    inhoud = inhoud_van(stuk)
    return Manifestregel(stuk, len(inhoud), _hash(inhoud))


def _hash(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
