"""A reference wage beside the contracts of its quarter: what cannot be, and what looks odd."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from gedeeld.weergeven import bedrag

_MAANDEN: Final = 3
# Contributions, a premium or a month without pay stay within this of the gross wage.
_VER: Final = 2


@dataclass(frozen=True, slots=True)
class Loondeel:
    """A contract: its days and the gross wage of a month, None when that is not filled in."""

    periode: Periode
    maandloon: Decimal | None


@dataclass(frozen=True, slots=True)
class Loonoordeel:
    """At most one sentence of each. `weigering`: it cannot be. `ver`: it may come in when somebody
    looked and says so. `opmerking`: good to know."""

    weigering: str = ""
    ver: str = ""
    opmerking: str = ""


def beoordeel(
    kwartaal: Kwartaal, referteloon: Decimal, contracten: Iterable[Loondeel], *, op: date
) -> Loonoordeel:
    """`contracten` are all of the employee, `op` is today."""
    if kwartaal > Kwartaal.van(op):
        return Loonoordeel(weigering=f"{kwartaal} is nog niet begonnen. Kijk het kwartaal na.")
    delen = [deel for deel in contracten if deel.periode.overlapt(kwartaal.periode)]
    if not delen:
        return Loonoordeel(
            weigering=f"In {kwartaal} liep er geen contract. Kijk het kwartaal na, of vul eerst "
            "het contract in."
        )
    bruto = bruto_in(kwartaal, delen)
    if not bruto:
        return Loonoordeel(
            opmerking="In het contract staat geen loon. We kunnen dit bedrag nergens mee "
            "vergelijken."
        )
    loopt = f"{kwartaal} loopt nog: kijk na of dit het hele kwartaal is."
    return Loonoordeel(
        ver=_ver(kwartaal, referteloon, bruto),
        opmerking=loopt if kwartaal == Kwartaal.van(op) else "",
    )


def bruto_in(kwartaal: Kwartaal, contracten: Iterable[Loondeel]) -> Fraction:
    """The gross wages of a quarter by contract, by days for a part of it; 0 when one is unknown."""
    totaal = Fraction(0)
    for deel in contracten:
        dagen = _dagen_in(kwartaal.periode, deel.periode)
        if not dagen:
            continue
        if not deel.maandloon:
            return Fraction(0)
        totaal += Fraction(deel.maandloon) * _MAANDEN * dagen / (kwartaal.periode.dagen or 1)
    return totaal


def _ver(kwartaal: Kwartaal, referteloon: Decimal, bruto: Fraction) -> str:
    if bruto <= Fraction(referteloon) * _VER and Fraction(referteloon) <= bruto * _VER:
        return ""
    hoe = "minder dan de helft" if Fraction(referteloon) < bruto else "meer dan het dubbele"
    return (
        f"{bedrag(referteloon)} is {hoe} van het brutoloon van {kwartaal} volgens het contract "
        f"({bedrag(Decimal(round(bruto * 100)) / 100)}). Kijk het bedrag en het kwartaal na."
    )


def _dagen_in(heel: Periode, deel: Periode) -> int:
    samen = heel.doorsnede(deel)
    return 0 if samen is None else samen.dagen or 0
