"""The database does not answer, or not in time: what became of what somebody sent."""

from enum import StrEnum
from typing import Final

from django.db import InterfaceError, OperationalError

# Of SQLSTATE: the connection broke, or the server was told to stop. A commit may have come through.
_AFGEBROKEN: Final = ("08", "57P")


class Bewaarstand(StrEnum):
    """What became of a request: nothing is kept, all of it, or nobody can tell."""

    NIETS = "niets"
    ALLES = "alles"
    ONZEKER = "onzeker"


def is_storing(fout: BaseException | None) -> bool:
    """Whether an exception says that the database was away or took too long."""
    return isinstance(fout, OperationalError | InterfaceError)


def heeft_geantwoord(fout: BaseException) -> bool:
    """Whether the server itself refused; then it undid what the transaction did."""
    code: str = getattr(fout.__cause__, "pgcode", None) or ""
    return bool(code) and not code.startswith(_AFGEBROKEN)
