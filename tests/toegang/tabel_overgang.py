"""Which address of the hand-over to a next employer is open to whom."""

from typing import Final

from tests.toegang.adres import BEGELEIDT, BEGELEIDT_EN_HR, WERKNEMER, Adres, Maker, doe, lees
from tests.toegang.wereld import Wereld


def _plan(naam: str) -> Maker:
    return lambda wereld: {"pk": getattr(wereld.plan, naam).pk}


def _checkpunt(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.plan.overdracht.pk, "punt": "taken"}


def _formulier(van: Maker) -> Adres:
    return Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=van)


OVERGANG: Final[dict[str, Adres]] = {
    "trajects:overgang": Adres(get=lees(BEGELEIDT_EN_HR), van=WERKNEMER),
    "trajects:overdracht_nieuw": _formulier(WERKNEMER),
    "trajects:overdracht_bewerk": _formulier(_plan("overdracht")),
    "trajects:overdracht_verwijder": _formulier(_plan("overdracht")),
    "trajects:overdracht_checkpunt": Adres(post=doe(BEGELEIDT, 302), van=_checkpunt),
    "trajects:overdracht_pdf": Adres(post=doe(BEGELEIDT_EN_HR, 302), van=_plan("overdracht")),
    "trajects:toestemming_geef": _formulier(_plan("overdracht")),
    "trajects:toestemming_deel": _formulier(_plan("overdracht")),
    "trajects:toestemming_intrek": _formulier(_plan("overdracht")),
    "trajects:toestemming_niet_gedeeld": Adres(post=doe(BEGELEIDT, 302), van=_plan("toestemming")),
}
