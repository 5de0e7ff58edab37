"""Which records a piece of work locks, in what order; and somebody else who locks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connections
from django.test.utils import CaptureQueriesContext

_SLOT: Final = re.compile(r'FROM "(\w+)".*?(?:"id" = (\d+).*)?FOR (?:NO KEY )?UPDATE')


def sloten(vragen: CaptureQueriesContext) -> list[tuple[str, int | None]]:
    """Table and key of every record that was locked, once, in the order of the first time.

    The key is None for a set of records.
    """
    gevonden = (_SLOT.search(vraag["sql"]) for vraag in vragen)
    paren = [(slot[1], slot[2] and int(slot[2])) for slot in gevonden if slot]
    return list(dict.fromkeys(paren))


@contextmanager
def op_slot(tabel: str, modus: str = "ACCESS EXCLUSIVE") -> Iterator[None]:
    """Somebody holds a whole table: a migration, or a session that hangs."""
    ander = connections.create_connection("default")
    try:
        with ander.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(f"LOCK TABLE {tabel} IN {modus} MODE")
            yield
            cursor.execute("ROLLBACK")
    finally:
        ander.close()
