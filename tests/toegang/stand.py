"""Whether something was written: a fingerprint of all that is stored, taken only when it must be.

PostgreSQL counts the rows that a transaction inserts, changes and deletes, however that came
about: through a model, in bulk, in raw SQL, in a function or a trigger, kept or rolled back. Only
when those counts moved is the whole of what is stored compared.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.db import connection, transaction

EIGEN_APPS: Final = ("gedeeld", "gebruikers", "regels", "werknemers", "trajects", "financiering")


@dataclass(slots=True)
class Poging:
    """What is known when the block ends."""

    schreef: bool = False


def stand() -> list[Any]:
    """A fingerprint of all that is stored."""
    return _vraag(
        " UNION ALL ".join(
            f"SELECT '{t}', md5(string_agg(r::text, '|' ORDER BY r::text)) FROM {t} r"  # noqa: S608
            for t in _tabellen()
        )
    )


def geteld() -> list[Any]:
    """How many rows this transaction has written so far, and where each table is stored: to empty
    a table with TRUNCATE counts no rows, and moves it."""
    return _vraag(
        """SELECT sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
            + pg_stat_get_xact_tuples_deleted(oid)), sum(relfilenode::bigint)
        FROM pg_class WHERE oid = ANY (%s::regclass[])""",
        _tabellen(),
    )


@contextmanager
def proef(*, kijk: bool = True) -> Iterator[Poging]:
    """Whatever the block does is put back; afterwards `schreef` says whether it changed anything,
    if we are to look."""
    poging, na = Poging(), None
    voor = geteld() if kijk else []
    with transaction.atomic():
        yield poging
        if kijk and geteld() != voor:
            na = stand()
        transaction.set_rollback(True)
    poging.schreef = na is not None and na != stand()


@cache
def _tabellen() -> list[str]:
    modellen = (model for app in EIGEN_APPS for model in apps.get_app_config(app).get_models())
    return sorted(model._meta.db_table for model in modellen)


def _vraag(sql: str, *parameters: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
        return cursor.fetchall()
