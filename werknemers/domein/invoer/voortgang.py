"""How far a long import is, outside the transaction that writes it.

It is a service to who watches: where it cannot be kept, the import goes on unseen.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from django.core.cache import cache
from redis.exceptions import RedisError

Meld = Callable[[int], None]

_BEWAARD: Final = 15 * 60


def stil(_: int) -> None:
    """For callers that nobody watches."""


def meldpunt(pk: int) -> Meld:
    """A function that keeps the percentage of an import where a web page can see it."""

    def meld(percentage: int) -> None:
        with suppress(RedisError, OSError):
            cache.set(_sleutel(pk), percentage, _BEWAARD)

    return meld


def percentage(pk: int) -> int:
    """The last percentage told; 0 when nobody told one lately."""
    with suppress(RedisError, OSError):
        return int(cache.get(_sleutel(pk), 0))
    return 0


def _sleutel(pk: int) -> str:
    return f"import:{pk}:voortgang"
