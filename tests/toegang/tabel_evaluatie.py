"""Which address of the evaluation pack, and of the periodic review, is open to whom."""

from typing import Any, Final

from tests.toegang.adres import BEGELEIDT, BEGELEIDT_EN_HR, WERKNEMER, Adres, doe, lees
from tests.toegang.wereld import Wereld


def verzoektekst(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.werknemer.pk, "kop": wereld.plan.verzoektekst.kop}


def _versie(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.plan.planversie.pk}


def _moment(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.plan.evaluatiemoment.pk}


def _voorstel(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.werknemer.pk, "dag": "2026-12-31"}


def _over_werknemer() -> Adres:
    return Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER)


EVALUATIE: Final[dict[str, Adres]] = {
    "trajects:evaluatie": Adres(get=lees(BEGELEIDT_EN_HR), van=WERKNEMER),
    "trajects:evaluatie_pdf": Adres(post=doe(BEGELEIDT_EN_HR, 302), van=WERKNEMER),
    "trajects:verzoektekst_bewerk": Adres(
        get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=verzoektekst
    ),
    "trajects:planversie_nieuw": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER),
    "trajects:planversie_bewerk": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=_versie),
    "trajects:planversie_verwijder": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=_versie),
    "trajects:evaluatiemoment": Adres(get=lees(BEGELEIDT), van=WERKNEMER),
    "trajects:evaluatie_gehouden": _over_werknemer(),
    "trajects:evaluatie_verzetten": _over_werknemer(),
    "trajects:evaluatie_vrijstellen": _over_werknemer(),
    "trajects:evaluatie_voorstel": Adres(post=doe(BEGELEIDT, 302), van=_voorstel),
    "trajects:evaluatie_verslag": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=_moment),
    "trajects:evaluatie_heropenen": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=_moment),
}
