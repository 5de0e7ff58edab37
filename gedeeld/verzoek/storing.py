"""The database does not answer, or not in time: what became of what somebody sent."""

from enum import StrEnum
from typing import Final

from django.db import InterfaceError, OperationalError

# Of SQLSTATE: the connection broke, or the server was told to stop. A commit may have come through.
_AFGEBROKEN: Final = ("08", "57P")
_WACHTTE_TE_LANG: Final = "55P03"


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
    code = _code(fout)
    return bool(code) and not code.startswith(_AFGEBROKEN)


def wachtte_te_lang(fout: BaseException) -> bool:
    """Whether somebody else held what was asked for, until patience ended."""
    return _code(fout) == _WACHTTE_TE_LANG


def _code(fout: BaseException) -> str:
    return getattr(fout.__cause__, "pgcode", None) or ""
