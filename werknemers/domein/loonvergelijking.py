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
# Contributions and a premium stay within this of the gross wage, and who was paid for fewer hours
# than the contract has, seldom earned less than the other.
_HOOGSTENS: Final = Fraction(3, 2)
_MINSTENS_MET_UREN: Final = Fraction(1, 2)


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
    kwartaal: Kwartaal,
    referteloon: Decimal,
    contracten: Iterable[Loondeel],
    *,
    met_uren: bool,
    op: date,
) -> Loonoordeel:
    """`contracten` are all of the employee, `op` is today. `met_uren`: the hours that were paid are
    told, so that less than the gross wage is explained."""
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
        ver=_ver(kwartaal, Fraction(referteloon), bruto, met_uren=met_uren),
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


def _ver(kwartaal: Kwartaal, referteloon: Fraction, bruto: Fraction, *, met_uren: bool) -> str:
    minstens = bruto * _MINSTENS_MET_UREN if met_uren else bruto
    if minstens <= referteloon <= bruto * _HOOGSTENS:
        return ""
    if referteloon > bruto:
        hoe, kijk = "meer dan anderhalve keer het", "Kijk het bedrag en het kwartaal na."
    elif met_uren:
        hoe, kijk = "minder dan de helft van het", "Kijk het bedrag en het kwartaal na."
    else:
        hoe = "minder dan het"
        kijk = "Waren er minder uren betaald, vul die dan in. Kijk anders het bedrag na."
    return (
        f"{_bedrag(referteloon)} is {hoe} brutoloon van {kwartaal} volgens het contract "
        f"({_bedrag(bruto)}). {kijk}"
    )


def _bedrag(euro: Fraction) -> str:
    return bedrag(Decimal(round(euro * 100)) / 100)


def _dagen_in(heel: Periode, deel: Periode) -> int:
    samen = heel.doorsnede(deel)
    return 0 if samen is None else samen.dagen or 0
