"""What the records of an XLS tell that the spreadsheet reader does not: formulas that still have to
be counted, errors, and rows that people do not see."""

import struct
from collections.abc import Iterator
from typing import Final

from werknemers.domein.invoer.bladwacht import Bladmeting
from werknemers.domein.invoer.cel import CEL_FOUT, CEL_ONBEREKEND, CelFout
from werknemers.domein.invoer.olestroom import lees_stroom

_FORMULE: Final = 0x06
_EINDE: Final = 0x0A
_BLAD: Final = 0x85
_RIJ: Final = 0x208
_FOUT: Final = 0x205
_BEGIN: Final = 0x809
_VERBORGEN: Final = 0x20
# Excel counts when it opens the file: the program that wrote it, did not.
_REKENT_LATER: Final = 0x02
_GEEN_GETAL: Final = 0xFFFF
_IS_FOUT: Final = 2
_IS_LEEG: Final = 3


def meet_xls(inhoud: bytes) -> list[Bladmeting]:
    """Of each sheet, in the order of the tabs; nothing of a workbook that is put together otherwise
    than Excel does."""
    stroom = lees_stroom(inhoud, ("Workbook", "Book"))
    try:
        plaatsen = [struct.unpack_from("<I", stroom, plek)[0] for plek in _bladen(stroom)]
        return [_meet_blad(stroom, plaats) for plaats in plaatsen]
    except struct.error:
        return []


def _records(stroom: bytes, plek: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record up to the end of this part."""
    diepte = 0
    while plek + 4 <= len(stroom):
        soort, lengte = struct.unpack_from("<HH", stroom, plek)
        diepte += (soort == _BEGIN) - (soort == _EINDE)
        # A chart inside a sheet is a part of its own.
        if diepte <= 1:
            yield soort, plek + 4, lengte
        if soort == _EINDE and diepte <= 0:
            return
        plek += 4 + lengte


def _bladen(stroom: bytes) -> Iterator[int]:
    return (plek for soort, plek, _ in _records(stroom, 0) if soort == _BLAD)


def _meet_blad(stroom: bytes, begin: int) -> Bladmeting:
    meting = Bladmeting()
    for soort, plek, lengte in _records(stroom, begin):
        if soort == _RIJ and lengte >= 16:
            if struct.unpack_from("<H", stroom, plek + 12)[0] & _VERBORGEN:
                meting.verborgen.add(struct.unpack_from("<H", stroom, plek)[0])
        elif soort in {_FORMULE, _FOUT} and (gebrek := _gebrek(stroom, soort, plek)):
            meting.gebreken[struct.unpack_from("<HH", stroom, plek)] = gebrek
    return meting


def _gebrek(stroom: bytes, soort: int, plek: int) -> CelFout | None:
    if soort == _FOUT:
        return CEL_FOUT if stroom[plek + 7 : plek + 8] == b"\1" else None
    uitkomst, vlaggen = struct.unpack_from("<8sH", stroom, plek + 6)
    is_getal = struct.unpack_from("<H", uitkomst, 6)[0] != _GEEN_GETAL
    if not is_getal and uitkomst[0] == _IS_FOUT:
        return CEL_FOUT
    nog_niets = not any(uitkomst) if is_getal else uitkomst[0] == _IS_LEEG
    return CEL_ONBEREKEND if nog_niets and vlaggen & _REKENT_LATER else None
