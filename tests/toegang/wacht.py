"""Sees whether a request tried to change the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection

_LEEST: Final = re.compile(
    r"[\s(]*(SELECT|WITH|SAVEPOINT|RELEASE|ROLLBACK|SET|SHOW)\b", re.IGNORECASE
)
# Who is logged in is no fact about anybody.
_VAN_DE_SESSIE: Final = re.compile(r'"django_session"')


@contextmanager
def geschreven() -> Iterator[list[str]]:
    """Collects what is sent to the database to write, also when it is undone afterwards."""
    gevonden: list[str] = []

    def kijk(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not _LEEST.match(sql) and not _VAN_DE_SESSIE.search(sql):
            gevonden.append(sql[:120])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kijk):
        yield gevonden
