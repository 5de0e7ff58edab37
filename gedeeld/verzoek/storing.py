"""The database does not answer, or not in time: what became of what somebody sent."""

from enum import StrEnum
from typing import Final

from django.db import InterfaceError, OperationalError

# Of SQLSTATE: the connection broke, or the server was told to stop. A commit may have come through.
_AFGEBROKEN: Final = ("08", "57P")
_WACHTTE_TE_LANG: Final = "55P03"
_REKENDE_TE_LANG: Final = "57014"
_LEEST_ALLEEN: Final = "25006"
_GEWEIGERD: Final = 400
_FORMULIER_TERUG: Final = 422


class Bewaarstand(StrEnum):
    """What became of a request: nothing is kept, all of it, or nobody can tell."""

    NIETS = "niets"
    ALLES = "alles"
    ONZEKER = "onzeker"


def wordt_ongedaan(status: int) -> bool:
    """Whether nothing stays of a request with this answer. A form that comes back (422) may have
    kept what was right in it, such as the other rows of a page, and says so."""
    return status >= _GEWEIGERD and status != _FORMULIER_TERUG


def is_storing(fout: BaseException | None, *, bij_bewaren: bool) -> bool:
    """Whether an exception says that the database was away, took too long, or, to who was keeping
    something, that it only reads."""
    if isinstance(fout, OperationalError | InterfaceError):
        return True
    return bij_bewaren and fout is not None and _code(fout) == _LEEST_ALLEEN


def heeft_geantwoord(fout: BaseException) -> bool:
    """Whether the server itself refused; then it undid what the transaction did."""
    code = _code(fout)
    return bool(code) and not code.startswith(_AFGEBROKEN)


def wachtte_te_lang(fout: BaseException) -> bool:
    """Whether somebody else held what was asked for, until patience ended."""
    return _code(fout) == _WACHTTE_TE_LANG


def duurde_te_lang(fout: BaseException | None) -> bool:
    """Whether a statement took longer than anybody waits for; the database itself is well."""
    return fout is not None and _code(fout) in {_WACHTTE_TE_LANG, _REKENDE_TE_LANG}


def _code(fout: BaseException) -> str:
    return getattr(fout.__cause__, "pgcode", None) or ""
