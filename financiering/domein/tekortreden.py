"""Why the shortage begins in the quarter in which it begins: whose premium falls there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from financiering.domein.rekenmodel.klaverblad import IMW_PREMIES
from financiering.domein.rekenmodel.prognose import Prognose
from gedeeld.kwartaal import Kwartaal
from gedeeld.weergeven import en

_GENOEMD: Final = 3


@dataclass(frozen=True, slots=True)
class Val:
    """The premium of one employee falls; `naar` 0: it stops. `centen` is what falls away against
    the quarter before."""

    wie: str
    naar: int
    centen: int


def vallen(
    prognose: Prognose, dalingen: Sequence[tuple[int, int, int]], plaats: int, gedeeld: set[int]
) -> list[Val]:
    """Of who has a percentage that falls in a quarter; those who work in several services count
    for nothing, for what falls in one of them is not known here."""
    return [
        Val(
            prognose.personen.namen[rij],
            naar,
            0 if rij in gedeeld else _minder(prognose, rij, plaats),
        )
        for rij, _, naar in dalingen
    ]


def reden(kwartaal: Kwartaal, tekort: int, mensen: Sequence[Val]) -> str:
    """Names who it is when there would be no shortage without their fall, and is "" otherwise;
    `tekort` is that of the quarter, in cents above zero."""
    if not mensen or sum(val.centen for val in mensen) < tekort:
        return ""
    stopt, daalt = (
        _namen([val.wie for val in mensen if bool(val.naar) is nog]) for nog in (False, True)
    )
    delen = [f"{namen} {wat}" for namen, wat in ((stopt, "stopt"), (daalt, "daalt")) if namen]
    return f"Het tekort begint in {kwartaal}, omdat de premie van {' en die van '.join(delen)}."


def _minder(prognose: Prognose, rij: int, plaats: int) -> int:
    return sum(
        int(prognose.bladen[blad][rij, plaats - 1] - prognose.bladen[blad][rij, plaats])
        for blad in IMW_PREMIES
    )


def _namen(namen: Sequence[str]) -> str:
    """An, Bart en Cem; with more than those: An, Bart, Cem en 4 anderen"""
    rest = len(namen) - _GENOEMD
    if rest <= 0:
        return en(namen)
    return en([*namen[:_GENOEMD], "1 ander" if rest == 1 else f"{rest} anderen"])
