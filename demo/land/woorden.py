"""Text of real Dutch words, the n-th of which comes 1/n as often as the first (Zipf)."""

from itertools import accumulate
from pathlib import Path
from typing import Final

from demo.land.toeval import Toeval

# From the spelling dictionary of OpenTaal: see static/vendor/README.md.
_LIJST: Final = Path(__file__).parent / "opentaal" / "woorden.txt"
_LENGTE_VAN_DE_STROOM: Final = 300_000


class Tekstmaker:
    """Cuts its texts out of one long stream: a draw for each word would take minutes."""

    def __init__(self) -> None:
        woorden = _LIJST.read_text(encoding="utf-8").split()
        gewichten = list(accumulate(1 / plaats for plaats in range(1, len(woorden) + 1)))
        self._stroom = Toeval("woorden").choices(
            woorden, cum_weights=gewichten, k=_LENGTE_VAN_DE_STROOM
        )

    def tekst(self, toeval: Toeval, aantal: int) -> str:
        """A sentence of so many words."""
        begin = toeval.onder(_LENGTE_VAN_DE_STROOM - aantal)
        zin = " ".join(self._stroom[begin : begin + aantal])
        return f"{zin[0].upper()}{zin[1:]}."
