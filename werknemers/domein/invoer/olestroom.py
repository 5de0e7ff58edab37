"""The container of old Office files: sectors that each say which one comes next."""

import struct
from collections.abc import Collection
from typing import Final

_KOP: Final = 76
_VRIJ: Final = 0xFFFFFFFA
_INGANG: Final = 128
# A shorter stream lies between the others, where no workbook that Excel made is.
_KLEIN: Final = 4096


def lees_stroom(inhoud: bytes, namen: Collection[str]) -> bytes:
    """The first stream with one of these names; empty when it is not there, or not whole."""
    try:
        container = _Container(inhoud)
        return container.stroom(namen)
    except (struct.error, IndexError):
        return b""


class _Container:
    def __init__(self, inhoud: bytes) -> None:
        self._inhoud = inhoud
        macht: int = struct.unpack_from("<H", inhoud, 30)[0]
        self._sector = 1 << min(macht, 16)
        self._volgende = self._lees_tabel()

    def _lees_tabel(self) -> list[int]:
        """Of each sector the next one. Of a file of more than 7 MB a part stands elsewhere: what
        needs that is not whole here."""
        sectoren = struct.unpack_from("<109I", self._inhoud, _KOP)
        per_sector = self._sector // 4
        tabel: list[int] = []
        for sector in sectoren:
            if sector < _VRIJ:
                tabel.extend(
                    struct.unpack_from(f"<{per_sector}I", self._inhoud, self._plek(sector))
                )
        return tabel

    def _plek(self, sector: int) -> int:
        return (sector + 1) * self._sector

    def _keten(self, sector: int) -> bytes:
        """A chain that comes back to itself ends too: it has no more sectors than there are."""
        delen = []
        for _ in self._volgende:
            if sector >= _VRIJ:
                break
            delen.append(self._inhoud[self._plek(sector) : self._plek(sector + 1)])
            sector = self._volgende[sector]
        return b"".join(delen)

    def stroom(self, namen: Collection[str]) -> bytes:
        ingangen = self._keten(struct.unpack_from("<I", self._inhoud, 48)[0])
        for plek in range(0, len(ingangen) - _INGANG + 1, _INGANG):
            lengte = min(struct.unpack_from("<H", ingangen, plek + 64)[0], 64)
            naam = ingangen[plek : plek + max(lengte - 2, 0)].decode("utf-16-le", "replace")
            if naam in namen:
                begin, grootte = struct.unpack_from("<II", ingangen, plek + 116)
                return self._keten(begin)[:grootte] if grootte >= _KLEIN else b""
        return b""
