"""Which address of leaving and aftercare is open to whom."""

from typing import Any, Final

from tests.toegang.adres import BEGELEIDT, BEGELEIDT_EN_HR, WERKNEMER, Adres, C, H, doe, lees
from tests.toegang.wereld import Wereld


def _uitstroom(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.plan.uitstroom.pk}


def _nazorg(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.plan.nazorg.pk}


UITSTROMEN: Final[dict[str, Adres]] = {
    "trajects:uitstroom_nieuw": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=WERKNEMER
    ),
    "trajects:uitstroom_bewerk": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_uitstroom
    ),
    "trajects:uitstroom_weg": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_uitstroom
    ),
    "trajects:uitstroom_contract": Adres(post=doe(frozenset({C, H}), 302), van=_uitstroom),
    "trajects:nazorg": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=_nazorg),
    "trajects:adviesdagen": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:adviesdagen_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:uitgestroomd": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:uitgestroomd_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
}
