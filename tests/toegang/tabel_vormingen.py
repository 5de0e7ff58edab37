"""Which address of training is open to whom."""

from typing import Any, Final

from gebruikers.keuzes import Rol
from tests.toegang.adres import BEGELEIDT_EN_HR, WERKNEMER, Adres, doe, lees
from tests.toegang.wereld import Wereld

FONDS: Final = frozenset({Rol.COORDINATOR, Rol.HR})


def _vorming(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.plan.vorming.pk}


def _deelname(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.plan.deelname.pk}


VORMINGEN: Final[dict[str, Adres]] = {
    "trajects:vormingen": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:vormingen_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:vormingen_overzicht": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:deelnemers_zoeken": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:vorming_nieuw": Adres(get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR)),
    # The trainings of the organisation are no secret; who takes part is.
    "trajects:vorming": Adres(get=lees(BEGELEIDT_EN_HR), van=_vorming, caseload=False),
    "trajects:vorming_bewerk": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_vorming, caseload=False
    ),
    "trajects:vorming_annuleer": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR, 302), van=_vorming, caseload=False
    ),
    "trajects:vorming_deelnemers": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_vorming, caseload=False
    ),
    "trajects:vorming_aanwezigheid": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_vorming, caseload=False
    ),
    "trajects:vorming_fonds": Adres(get=lees(FONDS), post=doe(FONDS), van=_vorming, caseload=False),
    "trajects:deelname": Adres(get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=_deelname),
    "trajects:deelname_weg": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR, 302), van=_deelname
    ),
    "trajects:inschrijving": Adres(
        get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=WERKNEMER
    ),
}
