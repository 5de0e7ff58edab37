"""The LDE right of who is 55 or older, in blocks of years (docs/regels.md#lde-transition).

A proposal: it rests on one source, and what illness adds is typed
(`Adviesperiode.bijgetelde_dagen`).
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gedeeld.periode import dag_ervoor, plus_dagen, plus_jaren
from gedeeld.weergeven import meervoud
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from werknemers.domein.adviesdagen.dagregel import Dagregel, dagregel, getal_van

# The LDE decree is in force since then: who was hired before counts from this day (Herwin, B).
LDE_SINDS: Final = date(2015, 4, 1)
_BLOKKEN: Final = 12


def telt_in_blokken(geboren: date | None, op: date, parameters: Parameters) -> bool:
    """Whether somebody is old enough on the day; False when age or limit is not known."""
    jaren = getal_van(parameters, Parametercode.LDE_LEEFTIJD)
    return geboren is not None and jaren is not None and plus_jaren(geboren, jaren) <= op


def blokeindes(sinds: date, parameters: Parameters, bijgeteld: int = 0) -> Iterator[Dagregel]:
    """The last day of each block for who has the right since the day `sinds`, with the days that
    illness adds. Nothing when the length of a block is not known."""
    jaren = getal_van(parameters, Parametercode.LDE_BLOK)
    if not jaren:
        return
    begin = max(sinds, LDE_SINDS)
    regel = (
        f"Vanaf 55 jaar telt het LDE-recht in blokken van {jaren} jaar. Ziekte komt erbij: "
        f"{meervoud(bijgeteld, 'dag', 'dagen') if bijgeteld else 'daarvan is niets genoteerd'}."
    )
    for nummer in range(1, _BLOKKEN + 1):
        einde = dag_ervoor(plus_jaren(begin, nummer * jaren))
        dag = plus_dagen(einde, bijgeteld)
        yield dagregel(dag, regel, parameters, Parametercode.LDE_BLOK)


def lopend_blok(
    sinds: date, op: date, parameters: Parameters, bijgeteld: int = 0
) -> Dagregel | None:
    """The end of the block that the day lies in."""
    eindes = blokeindes(sinds, parameters, bijgeteld)
    return next((einde for einde in eindes if einde.dag >= op), None)
