"""Which letters the bytes of a text file stand for: files do not say, and a wrong guess is read
as another name."""

import re
from itertools import islice
from typing import Final

from werknemers.domein.invoer.bestandssoort import geen_rekenblad, lijkt_utf16
from werknemers.domein.invoer.kolomletters import kolomletter
from werknemers.domein.invoer.meldingen import BestandGeweigerd

# Of Windows, of Windows in Turkish, of an old Mac and of DOS. In this order when nothing decides.
_CODERINGEN: Final = ("cp1252", "cp1254", "mac_roman", "cp850")
# The letters of names here, the first ones far more often than the others.
_GEWONE: Final = frozenset("éèëïöüç")
_KLEINE: Final = _GEWONE | frozenset("êîíìôóòûúùáàâäãåñøæœßşğı")
_GROTE: Final = frozenset("ÉÈËÊÏÎÍÌÖÔÓÒÜÛÚÙÁÀÂÄÃÅÇÑØÆŒŞĞİ")
_LEESTEKENS: Final = frozenset("’‘“”„–—…€°·«»²³½¼µ•´§\u00a0")
# Enough to decide; more would only cost time.
_HOOGSTENS: Final = 5_000
_SCHEIDINGEN: Final = re.compile(r"[;,\t]")


def ontcijfer(inhoud: bytes) -> str:
    """The text of a CSV: UTF-8 when it is valid, UTF-16 when half of it is zeros, else the
    encoding that makes the best words.

    Raises BestandGeweigerd, with the place of the first sign that nobody can read.
    """
    if codering := lijkt_utf16(inhoud):
        tekst = inhoud.decode(codering, errors="replace").removeprefix("\ufeff")
    else:
        tekst = _van_bytes(inhoud)
    if "\x00" in tekst:
        raise geen_rekenblad()
    _eis_leesbaar(tekst)
    return tekst


def _eis_leesbaar(tekst: str) -> None:
    """The mark that another program left where it could not read a sign."""
    plaats = tekst.find("\ufffd")
    if plaats >= 0:
        raise _onleesbaar(tekst, plaats)


def _van_bytes(inhoud: bytes) -> str:
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    gebroken = inhoud.decode("utf-8-sig", errors="surrogateescape")
    vreemd = [teken for teken in gebroken if not teken.isascii()]
    fout = sum(1 for teken in vreemd if _is_los(teken))
    if len(vreemd) - fout >= fout:
        raise _onleesbaar(gebroken, next(i for i, teken in enumerate(gebroken) if _is_los(teken)))
    return _beste(inhoud)


def _is_los(teken: str) -> bool:
    """A byte that is no part of any sign."""
    return "\udc80" <= teken <= "\udcff"


def _beste(inhoud: bytes) -> str:
    teksten = []
    for codering in _CODERINGEN:
        try:
            teksten.append(inhoud.decode(codering))
        except UnicodeDecodeError:
            continue
    return max(teksten, key=_oordeel)


def _oordeel(tekst: str) -> int:
    """How much the letters that are not ASCII look like those of names and words."""
    plaatsen = (m.start() for m in re.finditer(r"[^\x00-\x7f]", tekst))
    return sum(_punten(tekst, plaats) for plaats in islice(plaatsen, _HOOGSTENS))


def _punten(tekst: str, plaats: int) -> int:
    teken = tekst[plaats]
    voor, na = tekst[plaats - 1 : plaats], tekst[plaats + 1 : plaats + 2]
    if teken in _LEESTEKENS:
        return 1
    los = not (voor.isalpha() or na.isalpha())
    if teken in _KLEINE and not los and not (voor.isupper() and na.isupper()):
        return (3 if teken in _GEWONE else 2) - (not voor.isalpha())
    if teken in _GROTE and not los and not voor.islower():
        return -1 if voor.isupper() and na.islower() else 2
    return -3


def _onleesbaar(tekst: str, plaats: int) -> BestandGeweigerd:
    """Names row, column and sign."""
    rij = tekst.count("\n", 0, plaats) + 1
    begin = tekst[tekst.rfind("\n", 0, plaats) + 1 : plaats]
    cellen = _SCHEIDINGEN.split(begin)
    erna = f", na “{cellen[-1][-20:]}”" if cellen[-1] else ""
    teken = tekst[plaats]
    welk = f" ({ord(teken) - 0xDC00:02X})" if _is_los(teken) else ""
    return BestandGeweigerd(
        "tekstcodering",
        f"In rij {rij}, kolom {kolomletter(len(cellen) - 1)}{erna}, staat een teken{welk} dat we "
        "niet kunnen lezen. Verbeter het, bewaar het bestand in Excel als “CSV UTF-8” en kies het "
        "opnieuw.",
    )
