"""The rate of contribution that follows from what the payroll office counted for a quarter.

Docs: docs/regels.md#employer-contribution.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from financiering.domein.rekenmodel.bijdrage import op_miljoenste
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode

WEKEN_PER_KWARTAAL: Final = 13
_GEEN: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Kwartaalwerk:
    """A contract of the employee; `bruto` in euro a month."""

    periode: Periode
    breuk: Decimal
    bruto: Decimal


@dataclass(frozen=True, slots=True)
class Kwartaalloon:
    """What the contracts say of a quarter: the gross wages in euro, and the hours."""

    bruto: Fraction
    uren: Fraction

    @classmethod
    def van(
        cls, werk: Iterable[Kwartaalwerk], kwartaal: Kwartaal, voltijdse_week: Decimal
    ) -> "Kwartaalloon":
        delen = [(deel, sum(_aandelen(deel.periode, kwartaal), _GEEN)) for deel in werk]
        jobs = sum((Fraction(deel.breuk) * maanden for deel, maanden in delen), _GEEN) / 3
        return cls(
            sum((Fraction(deel.bruto) * maanden for deel, maanden in delen), _GEEN),
            jobs * Fraction(voltijdse_week) * WEKEN_PER_KWARTAAL,
        )


def deel_volgens_opgave(
    loon: Kwartaalloon, referteloon: Decimal, uren: Decimal | None
) -> Fraction | None:
    """The part of the gross wage that comes on top: with it the wages by contract, scaled by the
    paid hours over those of the contracts, are the reference wage.

    None when it is no contribution: there was no wage or no hour, or it does not lie between 0
    and 1.
    """
    bruto = loon.bruto
    if uren is not None:
        bruto = bruto * Fraction(uren) / loon.uren if loon.uren else _GEEN
    if not bruto:
        return None
    deel = op_miljoenste(Fraction(referteloon) / bruto - 1)
    return deel if 0 <= deel <= 1 else None


def _aandelen(periode: Periode, kwartaal: Kwartaal) -> Iterable[Fraction]:
    """The part of each month of the quarter that lies in the period."""
    for maand in kwartaal.maanden:
        deel = periode.doorsnede(maand)
        yield Fraction(deel.dagen or 0, maand.dagen or 1) if deel else _GEEN
