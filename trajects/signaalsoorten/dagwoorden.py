"""The days of a row in words, as the kinds say them."""

from datetime import date

from gedeeld.weergeven import datum_voluit
from trajects.signaalsoorten.soort import Feit


def dag_van(feit: Feit) -> date:
    """The day of a kind whose rows always have one."""
    if feit.dag is None:
        raise ValueError(f"{feit.soort} has a day.")
    return feit.dag


def op_dag(feit: Feit) -> str:
    return datum_voluit(dag_van(feit))


def komt_nog(feit: Feit) -> str:
    """When the signal comes, of a row that is not due; "" when it will not."""
    return f"Het signaal komt op {datum_voluit(feit.sinds)}." if feit.sinds else ""
