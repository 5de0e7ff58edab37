"""Which address of goals, actions and plan templates is open to whom."""

from collections.abc import Callable
from typing import Any, Final

from gebruikers.keuzes import Rol
from tests.toegang.adres import BEGELEIDT, BEGELEIDT_EN_HR, WERKNEMER, Adres, doe, lees
from tests.toegang.wereld import Wereld

COORDINEERT: Final = frozenset({Rol.COORDINATOR})


def _plan(naam: str) -> Callable[[Wereld], dict[str, Any]]:
    return lambda wereld: {"pk": getattr(wereld.plan, naam).pk}


def _formulier(van: Callable[[Wereld], dict[str, Any]]) -> Adres:
    return Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=van)


def _beheer(naam: str, *, antwoord: int = 422) -> Adres:
    return Adres(
        get=lees(COORDINEERT) if antwoord == 422 else None,
        post=doe(COORDINEERT, antwoord),
        van=_plan(naam),
        caseload=False,
    )


DOELEN: Final[dict[str, Adres]] = {
    "trajects:doel_nieuw": _formulier(WERKNEMER),
    "trajects:sjabloon_toepassen": _formulier(WERKNEMER),
    "trajects:doel_bewerk": _formulier(_plan("doel")),
    "trajects:doel_sluit": _formulier(_plan("doel")),
    "trajects:doel_heropen": Adres(post=doe(BEGELEIDT, 302), van=_plan("doel")),
    "trajects:acties": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:acties_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:actie_nieuw": _formulier(WERKNEMER),
    "trajects:actie_bewerk": _formulier(_plan("actie")),
    "trajects:actie_gedaan": _formulier(_plan("actie")),
    "trajects:actie_vervallen": _formulier(_plan("actie")),
    "trajects:actie_heropen": Adres(post=doe(BEGELEIDT, 302), van=_plan("actie")),
    "trajects:sjablonen": Adres(get=lees(COORDINEERT)),
    "trajects:sjabloon_nieuw": Adres(get=lees(COORDINEERT), post=doe(COORDINEERT)),
    "trajects:sjabloon": Adres(get=lees(COORDINEERT), van=_plan("sjabloon"), caseload=False),
    "trajects:sjabloon_kopieer": _beheer("sjabloon", antwoord=302),
    "trajects:sjabloon_bewerk": _beheer("sjabloon"),
    "trajects:sjabloonregel_nieuw": _beheer("sjabloon"),
    "trajects:sjabloonregel": _beheer("sjabloonregel"),
    "trajects:sjabloonregel_weg": _beheer("sjabloonregel", antwoord=302),
}
