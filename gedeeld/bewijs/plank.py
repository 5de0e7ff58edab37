"""Where receipts are kept: a higher app says how, and a lower one keeps and finds its own
unknowing."""

from collections.abc import Callable
from typing import Any, Final

from gedeeld.bewijs.papier import Bewijsbestand

# Of which organisation, the receipt, and who asked.
Bewaarder = Callable[[Any, Bewijsbestand, Any], object]
# The key of the organisation, and the code.
Zoeker = Callable[[int, str], Bewijsbestand | None]
_PLANKEN: Final[list[tuple[Bewaarder, Zoeker]]] = []


def registreer(bewaarder: Bewaarder, zoeker: Zoeker) -> None:
    """Raises ValueError when somebody else keeps them already."""
    plank = (bewaarder, zoeker)
    if _PLANKEN and [plank] != _PLANKEN:
        raise ValueError("Receipts are kept in one place.")
    _PLANKEN[:] = [plank]


def leg_weg(organisatie: Any, bewijs: Bewijsbestand, door: Any) -> None:
    """Keep it; what is there already is there once. Raises IndexError when nobody keeps them."""
    _PLANKEN[0][0](organisatie, bewijs, door)


def zoek(organisatie: int, code: str) -> Bewijsbestand | None:
    """The receipt of the organisation with this code, when it is kept. Raises Bewijsfout when what
    is kept was changed, IndexError when nobody keeps them."""
    return _PLANKEN[0][1](organisatie, code)
