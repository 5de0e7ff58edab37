"""The one thing to do next for an employee: that of the first rule that holds for this reader."""

from collections.abc import Sequence
from typing import Final

from trajects.signaalsoorten.register import SIGNAALREGELS, regel_van, soort_van
from trajects.signaalsoorten.soort import Feit, Over, Stap, Urgentie
from trajects.signaalsoorten.soorten import rust

_RUST: Final = rust.REGEL.lijn
_SIGNALEN: Final = frozenset(soort.code for regel in SIGNAALREGELS for soort in regel.soorten)


def volgende_stap(feiten: Sequence[Feit], over: Over) -> Stap:
    """Of the rows of one employee as `feiten_van` gives them. What somebody postponed or closed
    comes after the rest; when there is nothing to do, how it is with the employee."""
    stappen = [(feit, stap) for feit in feiten if (stap := _stap(feit, over))]
    eerst = [stap for feit, stap in stappen if not feit.wacht]
    daarna = [stap for feit, stap in stappen if feit.wacht]
    return next(iter([*eerst, *daarna]), None) or _rust(feiten, over)


def is_nu(feit: Feit, over: Over) -> bool:
    """Whether the row of a rule holds on the day."""
    return feit.sinds is not None and feit.sinds <= over.op


def _stap(feit: Feit, over: Over) -> Stap | None:
    soort = soort_van(feit.soort)
    if feit.soort == _RUST or over.rol not in soort.voor | soort.ook_stap_voor:
        return None
    if feit.sinds is None or not (is_nu(feit, over) or regel_van(feit.soort).stap_vroeg):
        return None
    return soort.stap(feit, over)


def _rust(feiten: Sequence[Feit], over: Over) -> Stap:
    """Nothing has a step. What is due all the same is said first: all is not well then."""
    for feit in feiten:
        if _vraagt_aandacht(feit, over):
            zin = soort_van(feit.soort).zin(feit, over)
            return Stap(f"{zin[:1].upper()}{zin[1:]}.")
    stil = (rust.stap(feit, over) for feit in feiten if feit.soort == _RUST)
    return next(stil, Stap(""))


def _vraagt_aandacht(feit: Feit, over: Over) -> bool:
    return (
        feit.soort in _SIGNALEN
        and over.rol in soort_van(feit.soort).voor
        and is_nu(feit, over)
        and feit.urgentie <= Urgentie.DAARNA
    )
