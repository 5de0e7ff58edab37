"""From dates and amounts to places on the drawing."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal


@dataclass(frozen=True, slots=True)
class Tijdschaal:
    """Whole calendar years, `van_jaar` up to but not including `tot_jaar`, between x0 and x1."""

    van_jaar: int
    tot_jaar: int
    x0: float
    x1: float

    def x(self, datum: date | None) -> float:
        """The place of the start of a day, held inside the axis; None is an open end."""
        if datum is None:
            return self.x1
        begin = date(self.van_jaar, 1, 1).toordinal()
        einde = date(self.tot_jaar, 1, 1).toordinal()
        deel = (datum.toordinal() - begin) / (einde - begin)
        return self.x0 + (self.x1 - self.x0) * min(1.0, max(0.0, deel))

    @property
    def jaren(self) -> range:
        return range(self.van_jaar, self.tot_jaar)


def jaren_rond(dagen: Iterable[date], midden: int, hoogstens: int) -> tuple[int, int]:
    """The years that hold all `dagen`, cut to `hoogstens` years on both sides of year `midden`."""
    jaren = [dag.year for dag in dagen]
    van = max(min(jaren, default=midden), midden - hoogstens)
    tot = min(max(jaren, default=midden), midden + hoogstens) + 1
    return min(van, midden), max(tot, midden + 1)


def ronde_stappen(hoogste: Decimal, hoogstens: int = 5) -> list[Decimal]:
    """Axis values from 0 by 1, 2 or 5 times a power of ten, the last one at or above `hoogste`."""
    if hoogste <= 0:
        return [Decimal(0), Decimal(1)]
    macht = Decimal(10) ** math.floor(math.log10(hoogste / hoogstens))
    stap = next(macht * f for f in (1, 2, 5, 10, 20) if macht * f * hoogstens >= hoogste)
    if hoogste == hoogste.to_integral_value():
        stap = max(stap, Decimal(1))
    aantal = math.ceil(hoogste / stap)
    return [stap * nummer for nummer in range(aantal + 1)]


def stappen_rond_nul(waarden: Iterable[Decimal]) -> list[Decimal]:
    """Round axis values around all of these; zero is always one of them."""
    alle = [Decimal(0), *waarden]
    stap = ronde_stappen(max(alle) - min(alle))[1]
    eerste = int((min(alle) / stap).to_integral_value(ROUND_FLOOR))
    laatste = int((max(alle) / stap).to_integral_value(ROUND_CEILING))
    return [stap * nummer for nummer in range(eerste, max(laatste, eerste + 1) + 1)]
