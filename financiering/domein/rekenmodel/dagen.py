"""Days and rows as numbers, which is how columns hold them."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
# The number of the day after the last one of what has no end: past every quarter.
OPEN: Final = date.max.toordinal()
# The day from which NumPy counts days and months.
_EPOCHE: Final = date(1970, 1, 1).toordinal()


def dagnummer(dag: date | None) -> int:
    return OPEN if dag is None else dag.toordinal()


def getallen(waarden: Iterable[int]) -> Getallen:
    return np.fromiter(waarden, np.int64)


def deze(rijen: Getallen, aantal: int) -> Getallen:
    """Each of these rows once and in order, of so many there are."""
    erbij = np.zeros(aantal, np.bool_)
    erbij[rijen] = True
    return np.flatnonzero(erbij)


def kwartaal_later(dagen: Getallen, aantal: int) -> Getallen:
    """The first day of the quarter that comes so many after that of each day."""
    maanden = (dagen - _EPOCHE).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    begin = (maanden // 3 + aantal) * 3
    return begin.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + _EPOCHE
