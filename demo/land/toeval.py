"""Chance that is the same each time: `Random` with the few draws that a country needs, fast."""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Toeval(Random):
    """`choice` and `randrange` are exact and slow; these are drawn millions of times."""

    def kans(self, deel: float) -> bool:
        return self.random() < deel

    def onder(self, grens: int) -> int:
        """A whole number from 0 up to, not with, `grens`."""
        return int(self.random() * grens)

    def tussen(self, laagste: int, hoogste: int) -> int:
        """A whole number from `laagste` to `hoogste`, both counted."""
        return laagste + int(self.random() * (hoogste - laagste + 1))

    def uit(self, keuzes: Sequence[T]) -> T:
        return keuzes[int(self.random() * len(keuzes))]


class Kansverdeling(Generic[T]):
    """Values, each with how often it comes."""

    def __init__(self, gewichten: dict[T, float]) -> None:
        self._waarden = tuple(gewichten)
        self._grenzen = list(accumulate(gewichten.values()))
        self._som = self._grenzen[-1]

    def trek(self, toeval: Random) -> T:
        return self._waarden[bisect(self._grenzen, toeval.random() * self._som)]
