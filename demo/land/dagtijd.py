"""Moments of a day."""

from datetime import UTC, date, datetime, time
from typing import Final

_ZES_UUR: Final = time(6, tzinfo=UTC)
_VIER_UUR: Final = time(16, tzinfo=UTC)


def in_de_vroegte(dag: date) -> datetime:
    return datetime.combine(dag, _ZES_UUR)


def om_vier_uur(dag: date) -> datetime:
    """When most things are written down."""
    return datetime.combine(dag, _VIER_UUR)
