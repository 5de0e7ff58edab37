"""Which address about employers, placements and the board is open to whom."""

from typing import Final

from tests.toegang.adres import BEGELEIDT, BEGELEIDT_EN_HR, WERKNEMER, Adres, Maker, doe, lees
from tests.toegang.wereld import Wereld


def _werkgever(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.plan.werkgever.pk}


def _traject(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.traject.pk}


def _stage(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.plan.stage.pk}


def _sollicitatie(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.plan.sollicitatie.pk}


def _formulier(van: Maker) -> Adres:
    return Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=van)


WERK: Final[dict[str, Adres]] = {
    "trajects:bord": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:bord_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:bord_verplaats": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=_traject),
    "trajects:werkgevers": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:werkgevers_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:werkgevers_voorstellen": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:werkgever_nieuw": Adres(get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR)),
    # The register is of the whole organisation; the people on the page are of the caseload.
    "trajects:werkgever": Adres(get=lees(BEGELEIDT_EN_HR), van=_werkgever, caseload=False),
    "trajects:werkgever_bewerk": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_werkgever, caseload=False
    ),
    "trajects:werkgever_zet": Adres(post=doe(BEGELEIDT_EN_HR, 302), van=_werkgever, caseload=False),
    "trajects:werk": Adres(get=lees(BEGELEIDT_EN_HR), van=WERKNEMER),
    "trajects:stage_nieuw": _formulier(WERKNEMER),
    "trajects:stage_bewerk": _formulier(_stage),
    "trajects:stage_verwijder": _formulier(_stage),
    "trajects:sollicitatie_nieuw": _formulier(WERKNEMER),
    "trajects:sollicitatie_bewerk": _formulier(_sollicitatie),
    "trajects:sollicitatie_verwijder": _formulier(_sollicitatie),
}
