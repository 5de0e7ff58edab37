"""The statements of some work once more, with nothing around them: their rows are read, as
columns, and nothing is made of them."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection, transaction

# What belongs to the transaction around the work, not to the work.
_GRENS: Final = re.compile(r"^\s*(SAVEPOINT|RELEASE|ROLLBACK|SET TRANSACTION)", re.IGNORECASE)


@dataclass(slots=True)
class Opname:
    """The statements in their order, with their parameters."""

    vragen: list[tuple[str, Any]] = field(default_factory=list)

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if not _GRENS.match(sql):
            self.vragen.append((sql, params))
        return execute(sql, params, many, context)

    def speel(self) -> None:
        """In one transaction, which is undone."""
        with ongedaan(), connection.connection.cursor() as cursor:
            for sql, params in self.vragen:
                cursor.execute(sql, params)
                if cursor.description:
                    cursor.fetchall()


def neem_op(werk: Callable[[], Any]) -> Opname:
    """What the work asks of the database, which does it once and undoes it."""
    opname = Opname()
    with ongedaan(), connection.execute_wrapper(opname):
        werk()
    return opname


@contextmanager
def ongedaan() -> Iterator[None]:
    """Whatever is written is undone, once it was judged as a commit would do: that is work too."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)
