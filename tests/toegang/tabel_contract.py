"""Which address of contracts, and of the passage in them, is open to whom."""

from typing import Final

from gebruikers.keuzes import Rol
from tests.toegang.adres import (
    BEGELEIDT_EN_HR,
    CONTRACT,
    IEDEREEN,
    WERKNEMER,
    Adres,
    doe,
    lees,
    van,
)

EINDE: Final = van("einde")
BEHEERT_PASSAGE: Final = frozenset({Rol.COORDINATOR, Rol.HR})

CONTRACT_EN_PASSAGE: Final[dict[str, Adres]] = {
    "trajects:contract": Adres(get=lees(IEDEREEN), van=WERKNEMER),
    "trajects:contracteinde": Adres(get=lees(BEHEERT_PASSAGE), van=CONTRACT),
    "trajects:einde_nieuw": Adres(
        get=lees(BEHEERT_PASSAGE), post=doe(BEHEERT_PASSAGE), van=CONTRACT
    ),
    "trajects:einde_bewerk": Adres(get=lees(BEHEERT_PASSAGE), post=doe(BEHEERT_PASSAGE), van=EINDE),
    "trajects:einde_intrek": Adres(get=lees(BEHEERT_PASSAGE), post=doe(BEHEERT_PASSAGE), van=EINDE),
    "trajects:einde_bevestig": Adres(post=doe(BEHEERT_PASSAGE, 302), van=EINDE),
    "trajects:openheid": Adres(get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=CONTRACT),
    "trajects:passage_pdf": Adres(post=doe(BEGELEIDT_EN_HR, 302), van=CONTRACT),
    "trajects:dossier": Adres(get=lees(BEGELEIDT_EN_HR), van=WERKNEMER),
    "trajects:dossier_pdf": Adres(post=doe(BEGELEIDT_EN_HR, 302), van=WERKNEMER),
    "trajects:dossier_zip": Adres(post=doe(BEGELEIDT_EN_HR, 302), van=WERKNEMER),
    "trajects:dossiers": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:dossiers_xlsx": Adres(get=lees(BEGELEIDT_EN_HR)),
    "trajects:passages": Adres(get=lees(BEHEERT_PASSAGE)),
    "trajects:passage_nieuw": Adres(get=lees(BEHEERT_PASSAGE), post=doe(BEHEERT_PASSAGE)),
}
