"""Where receipts are kept: a higher app says how, and a lower one keeps its own unknowing."""

from collections.abc import Callable
from typing import Any, Final

from gedeeld.bewijs.papier import Bewijsbestand

# Of which organisation, the receipt, and who asked.
Bewaarder = Callable[[Any, Bewijsbestand, Any], object]
_BEWAARDERS: Final[list[Bewaarder]] = []


def registreer(bewaarder: Bewaarder) -> None:
    """Raises ValueError when somebody else keeps them already."""
    if _BEWAARDERS and [bewaarder] != _BEWAARDERS:
        raise ValueError("Receipts are kept in one place.")
    _BEWAARDERS[:] = [bewaarder]


def leg_weg(organisatie: Any, bewijs: Bewijsbestand, door: Any) -> None:
    """Keep it; what is there already is there once. Raises IndexError when nobody keeps them."""
    _BEWAARDERS[0](organisatie, bewijs, door)
