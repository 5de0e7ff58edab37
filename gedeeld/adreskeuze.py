"""A choice in an address. A page that shows something else than its address asks, says so.

What a form of filters refuses is said by that form; this is for the choices that have none.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from django.http import HttpRequest

Waarde = TypeVar("Waarde")

_NAAM: Final = "_niet_zoals_gevraagd"
# What somebody typed is shown as far as it helps to recognise it.
_LANGSTE: Final = 30


def niet_zoals_gevraagd(request: HttpRequest | None) -> tuple[str, ...]:
    """What this page shows otherwise than its address asks, in sentences."""
    return tuple(getattr(request, _NAAM, ()))


def zeg(request: HttpRequest, *zinnen: str) -> None:
    """Above the page, once; nothing of it is kept for a next one."""
    alle = dict.fromkeys((*niet_zoals_gevraagd(request), *filter(None, zinnen)))
    setattr(request, _NAAM, tuple(alle))


def lees_keuze(
    keuzes: Mapping[str, str], naam: str, aanbod: Mapping[str, Waarde], zin: str
) -> tuple[Waarde, str]:
    """The choice that `naam` makes, and "". When nothing is asked, or something that is not
    offered, the choice of ""; `zin` then says what is shown, after what was asked."""
    gevraagd = keuzes.get(naam) or ""
    if gevraagd in aanbod:
        return aanbod[gevraagd], ""
    return aanbod[""], f"“{_kort(gevraagd)}” kun je hier niet kiezen. {zin}"


def kies(request: HttpRequest, naam: str, aanbod: Mapping[str, Waarde], zin: str) -> Waarde:
    """As `lees_keuze`, with the sentence said."""
    waarde, opmerking = lees_keuze(request.GET, naam, aanbod, zin)
    zeg(request, opmerking)
    return waarde


def zeg_bladzijde(request: HttpRequest, gevraagd: str | None, getoond: int) -> None:
    """That another page of a list is shown than the one that was asked for."""
    if gevraagd and gevraagd.lstrip("0") != str(getoond):
        zeg(request, f"Bladzijde “{_kort(gevraagd)}” is er niet. Je ziet bladzijde {getoond}.")


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGSTE else f"{tekst[:_LANGSTE]}…"
