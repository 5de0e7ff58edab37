"""The short code of a receipt: the same inputs have the same code, on every page and paper."""

import hashlib
import re
from typing import Final

# Crockford's base 32: no letters that are taken for a digit, and none for each other.
TEKENS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTE: Final = 16
_GROEP: Final = 4
_LIJKT_OP: Final = str.maketrans("OIL", "011")
_VORM: Final = re.compile(rf"[{TEKENS}]{{{_LENGTE}}}")


def bewijscode(inhoud: bytes) -> str:
    """ "7F3K-Q2MX-…": the first 80 bits of the SHA-256."""
    getal = int.from_bytes(hashlib.sha256(inhoud).digest()[: _LENGTE * 5 // 8], "big")
    tekens = "".join(TEKENS[getal >> 5 * plaats & 31] for plaats in reversed(range(_LENGTE)))
    return _in_groepen(tekens)


def lees_code(tekst: str) -> str | None:
    """A code as somebody typed it from paper; None for what is none."""
    kaal = re.sub(r"[\s-]", "", tekst).upper().translate(_LIJKT_OP)
    return _in_groepen(kaal) if _VORM.fullmatch(kaal) else None


def _in_groepen(tekens: str) -> str:
    return "-".join(tekens[begin : begin + _GROEP] for begin in range(0, _LENGTE, _GROEP))
