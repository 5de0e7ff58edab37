"""Rounding half-up to the cent: exactly, and for whole tables at once."""

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

Centen = NDArray[np.int64]
Bedragen = NDArray[np.float64]

# A float that stands for a half cent may lie just below it. What is added lifts it over the edge,
# and is far less than the distance of any other amount to a half cent, as long as amounts have no
# larger denominator than this; see `Tarieven.noemers`.
_DUW: Final = 1e-8
GROOTSTE_NOEMER: Final = 20_000_000
DREMPEL: Final = 0.5 + _DUW
# So near to a half cent, a float no longer says on which side the amount lies.
_TWIJFEL: Final = 1e-6


def rond_af(bedrag: Fraction) -> int:
    """Cents from an amount of zero or more in cents; a half goes up."""
    return floor(bedrag + Fraction(1, 2))


def euro(centen: int) -> Decimal:
    """With two decimals."""
    return Decimal(int(centen)).scaleb(-2)


def twijfelachtig(bedragen: Bedragen) -> NDArray[np.bool_]:
    """Where an amount in cents lies so near to a half that it must be computed exactly."""
    resultaat: NDArray[np.bool_] = np.abs(bedragen - np.floor(bedragen) - 0.5) < _TWIJFEL
    return resultaat
