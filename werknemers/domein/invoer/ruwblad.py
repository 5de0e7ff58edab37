"""One tab of a file, as cells."""

from dataclasses import dataclass

from werknemers.domein.invoer.cel import Cel
from werknemers.domein.invoer.meldingen import BestandGeweigerd


@dataclass(frozen=True, slots=True)
class RuwBlad:
    """A sheet from its cell A1 on; empty rows and columns before the data are included.

    `verborgen` are the rows that people do not see, `samengevoegd` what was merged into one cell:
    first row, last row, column, from 0. `telt_vanaf_1904`: its days count from 1904. A sheet that
    is not `zichtbaar` holds no cells here, nor does one that cannot be read: `weigering` says why.
    Where it is not `volledig` (XLSB, and XLS that Excel did not make), errors, formulas without a
    result and hidden rows could not be seen.
    """

    naam: str
    rijen: list[list[Cel]]
    zichtbaar: bool = True
    verborgen: frozenset[int] = frozenset()
    samengevoegd: tuple[tuple[int, int, int], ...] = ()
    telt_vanaf_1904: bool = False
    weigering: BestandGeweigerd | None = None
    volledig: bool = True
