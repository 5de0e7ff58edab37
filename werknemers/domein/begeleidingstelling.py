"""Since when the quarters of the flat guidance premium count (docs/regels.md#guidance-premium).

The flat part is a cost of the first year: it does not begin again at an extension. Whether it
counts over an unbroken chain of advice or in each advice is a Regelparameter.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, ketens

# The flat part falls after quarter 5.
LAATSTE_BEGINKWARTAAL: Final = 5


def ketenbegin(adviezen: Iterable[Periode]) -> dict[Periode, date]:
    """The first day of the unbroken chain of each of these periods: the IMW advice of one employee
    with one employer. The LDE transition has no guidance premium and is no part of it."""
    alle = list(adviezen)
    delen = ketens(alle)
    return {periode: next(keten.van for keten in delen if periode.van in keten) for periode in alle}


def daalt_op(telt_van: date) -> date:
    """The first day of the lower flat part, when quarter 1 is that of `telt_van`."""
    return (Kwartaal.van(telt_van) + LAATSTE_BEGINKWARTAAL).eerste_dag
