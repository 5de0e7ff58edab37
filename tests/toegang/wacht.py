"""Sees whether a request tried to change the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection

from gedeeld.verzoek.eenmaal import schrijft

_INSTELLING: Final = re.compile(r"\s*(SET|RELEASE)\b", re.IGNORECASE)


@contextmanager
def geschreven() -> Iterator[list[str]]:
    """Collects what is sent to the database to write, also when it is undone afterwards."""
    gevonden: list[str] = []

    def kijk(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if schrijft(sql) and not _INSTELLING.match(sql):
            gevonden.append(sql[:120])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kijk):
        yield gevonden
