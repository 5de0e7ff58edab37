"""What an extension brings in, from the app that knows money: that stands higher, so it registers
itself here (`AppConfig.ready`)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from gebruikers.models import Gebruiker

# Euro by key of the employee; None for who may see no money.
Bedragen = Mapping[int, Decimal] | None
Rekenaar = Callable[[Gebruiker, Sequence[int], date], Bedragen]

_REKENAARS: Final[list[Rekenaar]] = []


def registreer_rekenaar(rekenaar: Rekenaar) -> None:
    """Raises ValueError when another one counts already."""
    if rekenaar not in _REKENAARS and _REKENAARS:
        raise ValueError(f"{_REKENAARS[0].__name__} already says what an extension brings in.")
    _REKENAARS[:] = [rekenaar]


def verlengbedragen(gebruiker: Gebruiker, werknemers: Sequence[int], op: date) -> Bedragen:
    """Of these employees, over the whole of an extension against not asking; one forecast."""
    return _REKENAARS[0](gebruiker, werknemers, op) if _REKENAARS else None
