"""Which address of competences, talents and preconditions is open to whom."""

from collections.abc import Callable
from typing import Any, Final

from tests.toegang.adres import BEGELEIDT, BEGELEIDT_EN_HR, WERKNEMER, Adres, doe, lees
from tests.toegang.tabel_doelen import COORDINEERT
from tests.toegang.wereld import Wereld


def _plan(naam: str) -> Callable[[Wereld], dict[str, Any]]:
    return lambda wereld: {"pk": getattr(wereld.plan, naam).pk}


def _thema(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.werknemer.pk, "thema": wereld.plan.randvoorwaarde.thema}


def _formulier(van: Callable[[Wereld], dict[str, Any]], antwoord: int = 422) -> Adres:
    return Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT, antwoord), van=van)


PROFIEL: Final[dict[str, Adres]] = {
    "trajects:competentieronde": _formulier(WERKNEMER),
    "trajects:score_bewerk": _formulier(_plan("score")),
    "trajects:score_verwijder": _formulier(_plan("score")),
    "trajects:talent_nieuw": _formulier(WERKNEMER),
    "trajects:talent_weg": _formulier(_plan("talent"), 302),
    "trajects:talent_terug": Adres(post=doe(BEGELEIDT, 302), van=_plan("talent")),
    "trajects:planbespreking_nieuw": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=WERKNEMER
    ),
    "trajects:planbespreking_bewerk": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_plan("bespreking")
    ),
    "trajects:planbespreking_verwijder": _formulier(_plan("bespreking")),
    "trajects:randvoorwaarde_bewerk": _formulier(_thema),
    "trajects:competenties": Adres(get=lees(COORDINEERT), post=doe(COORDINEERT)),
    "trajects:competentie_bewerk": Adres(
        get=lees(COORDINEERT), post=doe(COORDINEERT), van=_plan("competentie"), caseload=False
    ),
    "trajects:competentie_verplaats": Adres(
        post=doe(COORDINEERT, 302), van=_plan("competentie"), caseload=False
    ),
}
