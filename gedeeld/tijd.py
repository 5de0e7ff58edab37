"""Today, from one source."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Final

from django.utils import timezone

_ALSOF: Final[ContextVar[date | None]] = ContextVar("alsof", default=None)


def vandaag() -> date:
    """The calendar day in Brussels."""
    return _ALSOF.get() or timezone.localdate()


def nu() -> datetime:
    """This moment, aware of its time zone."""
    return timezone.now()


@contextmanager
def alsof(dag: date) -> Iterator[None]:
    """Let `vandaag()` be another day inside the block: so the demo lives a history day by day.

    Only `demo` may use it (tests/test_conventies.py); moments (`nu`) stay real.
    """
    vorige = _ALSOF.set(dag)
    try:
        yield
    finally:
        _ALSOF.reset(vorige)
