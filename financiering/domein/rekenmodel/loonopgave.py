"""The rate of contribution that follows from what the payroll office counted for a quarter.

Docs: docs/regels.md#employer-contribution.
"""

from collections.abc import Iterable, Sequence
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


def deel_volgens_opgave(
    werk: Sequence[Kwartaalwerk],
    kwartaal: Kwartaal,
    referteloon: Decimal,
    uren: Decimal | None,
    voltijdse_week: Decimal,
) -> Fraction | None:
    """The part of the gross wage that comes on top: with it the wages of these contracts in the
    quarter, scaled by the paid hours over those of the contracts, are the reference wage.

    None when it is no contribution: there was no wage or no hour, or it does not lie between 0
    and 1.
    """
    aandelen = [sum(_aandelen(deel.periode, kwartaal), _GEEN) for deel in werk]
    bruto = sum((Fraction(w.bruto) * a for w, a in zip(werk, aandelen, strict=True)), _GEEN)
    if uren is not None:
        jobs = sum((Fraction(w.breuk) * a for w, a in zip(werk, aandelen, strict=True)), _GEEN) / 3
        contracturen = jobs * Fraction(voltijdse_week) * WEKEN_PER_KWARTAAL
        bruto = bruto * Fraction(uren) / contracturen if contracturen else _GEEN
    if not bruto:
        return None
    deel = op_miljoenste(Fraction(referteloon) / bruto - 1)
    return deel if 0 <= deel <= 1 else None


def _aandelen(periode: Periode, kwartaal: Kwartaal) -> Iterable[Fraction]:
    """The part of each month of the quarter that lies in the period."""
    for maand in kwartaal.maanden:
        deel = periode.doorsnede(maand)
        yield Fraction(deel.dagen or 0, maand.dagen or 1) if deel else _GEEN
