"""What many tests begin with is made once, and stands: each of them leaves it as it was.

It is made in a transaction around all those tests, each of which is a transaction inside it. So
none of them may be a test with real transactions.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from typing import TypeVar

from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from tests.dagen import op_de_dag

T = TypeVar("T")


def staand(blocker: DjangoDbBlocker, dag: date, maak: Callable[[], T]) -> Iterator[T]:
    """For a fixture of more than one test: what `maak` makes, early on this day."""
    with blocker.unblock(), ExitStack() as stapel:
        stapel.enter_context(_teruggedraaid())
        with op_de_dag(dag, uur=9):
            gemaakt = maak()
        later = stapel.pop_all()
    yield gemaakt
    with blocker.unblock():
        later.close()


@contextmanager
def _teruggedraaid() -> Iterator[None]:
    assert not connection.in_atomic_block, "Somebody else's transaction is around this one."
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
