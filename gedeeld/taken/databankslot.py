"""Locks that a connection holds until it lets go or is gone: PostgreSQL's advisory locks.

Who is killed leaves none behind, which is how a run that still goes is told from one that died.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Final
from zlib import crc32

import structlog
from django.db import DatabaseError, connection

log = structlog.get_logger("doorstroom.slot")

_SAMEN: Final = {False: "", True: "_shared"}
_GEHOUDEN: Final = """SELECT objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = %s
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"""


class Slotsoort(IntEnum):
    """What the number beside it names."""

    TAAKRUN = 7_301
    NACHTTAAK = 7_302


def neem(soort: Slotsoort, nummer: int, *, samen: bool = False) -> None:
    """Take a lock, and wait for who has it; `samen` shares it with others who do."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_lock{_SAMEN[samen]}(%s, %s)", [soort, nummer])


def laat_los(soort: Slotsoort, nummer: int, *, samen: bool = False) -> None:
    """With a connection that is gone, or a transaction that is broken, there is nothing to do."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_unlock{_SAMEN[samen]}(%s, %s)", [soort, nummer])
    except DatabaseError as fout:
        log.warning("slot_niet_losgelaten", slot=soort.name, soort=type(fout).__name__)


def gehouden(soort: Slotsoort) -> set[int]:
    """The numbers that somebody holds at this moment, this connection too."""
    with connection.cursor() as cursor:
        cursor.execute(_GEHOUDEN, [soort])
        return {nummer for (nummer,) in cursor.fetchall()}


@contextmanager
def alleen(soort: Slotsoort, naam: str) -> Iterator[bool]:
    """Whether this one got the lock with this name; who did not must not go on."""
    nummer = _nummer(naam)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [soort, nummer])
        (gekregen,) = cursor.fetchone()
    try:
        yield gekregen
    finally:
        if gekregen:
            laat_los(soort, nummer)


@contextmanager
def om_beurten(soort: Slotsoort, naam: str) -> Iterator[None]:
    """One after another: for a moment, and not for a whole job."""
    nummer = _nummer(naam)
    neem(soort, nummer)
    try:
        yield
    finally:
        laat_los(soort, nummer)


def _nummer(naam: str) -> int:
    return crc32(naam.encode()) & 0x7FFF_FFFF
