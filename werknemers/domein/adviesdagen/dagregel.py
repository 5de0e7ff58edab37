"""A day that follows from a rule, with who says so and what contradicts it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from gedeeld.uitleg import Uitleg
from regels.domein.herkomst import uit_parameters
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode


@dataclass(frozen=True, slots=True)
class Dagregel:
    """`waarom` gives the rule, its source with how sure that is, and the contradiction."""

    dag: date
    waarom: Callable[[], Uitleg] = field(compare=False)

    @property
    def uitleg(self) -> Uitleg:
        """A list of many people shows the days alone, so it is made for who asks."""
        return self.waarom()


def dagregel(dag: date, regel: str, parameters: Parameters, *codes: Parametercode) -> Dagregel:
    """A day that these dated values gave."""
    return Dagregel(dag, partial(uit_parameters, regel, parameters, *codes))


def getal_van(parameters: Parameters, code: Parametercode) -> int | None:
    """A whole number of its unit; None when it is not known."""
    waarde = parameters.waarde(code)
    return None if waarde is None else int(waarde)
