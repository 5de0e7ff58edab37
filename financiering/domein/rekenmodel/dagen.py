"""Days and rows as numbers, which is how columns hold them."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
# The number of the day after the last one of what has no end: past every quarter.
OPEN: Final = date.max.toordinal()


def dagnummer(dag: date | None) -> int:
    return OPEN if dag is None else dag.toordinal()


def getallen(waarden: Iterable[int]) -> Getallen:
    return np.fromiter(waarden, np.int64)


def deze(rijen: Getallen, aantal: int) -> Getallen:
    """Each of these rows once and in order, of so many there are."""
    erbij = np.zeros(aantal, np.bool_)
    erbij[rijen] = True
    return np.flatnonzero(erbij)
