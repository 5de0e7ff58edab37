"""Days that a query knows as numbers: these can be keys of a fixed question."""

from typing import ClassVar

from django.db.models import DateField, Func, Value

from gedeeld.periode import Periode
from gedeeld.velden import PeriodeVeld


class Uitdag(Func):
    """The day with this number, as `date.fromordinal`."""

    template = "(DATE '0001-01-01' + (%(expressions)s - 1)::integer)"
    output_field: ClassVar = DateField()

    def __init__(self, dag: int) -> None:
        super().__init__(Value(dag))


class Uitdagen(Func):
    """The period from the day with this number up to another; see `dagen_van`."""

    function = "daterange"
    output_field: ClassVar = PeriodeVeld()

    def __init__(self, van: int, tot: int) -> None:
        super().__init__(Uitdag(van), Uitdag(tot))


def dagen_van(periode: Periode) -> tuple[int, int]:
    """The number of the first day, and of the day after the last. Raises ValueError when it is
    open."""
    if periode.tot is None:
        raise ValueError("Een periode zonder einde heeft geen laatste dag.")
    return periode.van.toordinal(), periode.tot.toordinal()
