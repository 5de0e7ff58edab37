"""How far a long import is, outside the transaction that writes it."""

from collections.abc import Callable
from typing import Final

from django.core.cache import cache

Meld = Callable[[int], None]

_BEWAARD: Final = 15 * 60


def stil(_: int) -> None:
    """For callers that nobody watches."""


def meldpunt(pk: int) -> Meld:
    """A function that keeps the percentage of an import where a web page can see it."""

    def meld(percentage: int) -> None:
        cache.set(_sleutel(pk), percentage, _BEWAARD)

    return meld


def percentage(pk: int) -> int:
    """The last percentage told; 0 when nobody told one lately."""
    return int(cache.get(_sleutel(pk), 0))


def _sleutel(pk: int) -> str:
    return f"import:{pk}:voortgang"
