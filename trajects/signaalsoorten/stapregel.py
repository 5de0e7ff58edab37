"""A rule that is only ever a next step: nothing is kept of it, and nobody is mailed."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from gebruikers.keuzes import Rol
from regels.keuzes import Parametercode
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap


def stapregel(
    *,
    code: str,
    naam: str,
    voor: frozenset[Rol],
    kandidaten: Callable[[date], "QuerySet[Any, Any]"],
    stap: Callable[[Feit, Over], Stap | None],
    getallen: Iterable[Parametercode] = (),
) -> Regel:
    """The step of a row, for who has one of these roles, from its day on."""
    soort = Signaalsoort(
        code=code,
        naam=naam,
        voor=voor,
        zin=_geen_zin,
        waarom=_geen_zin,
        nog_niet=_geen_zin,
        geen="",
        stap=stap,
    )
    return Regel(
        soorten=(soort,),
        kandidaten=kandidaten,
        weg="",
        is_signaal=False,
        getallen=tuple(getallen),
    )


def _geen_zin(_feit: Feit, _over: Over) -> str:
    return ""
