"""Which address of contracts, and of the passage in them, is open to whom."""

from typing import Final

from tests.toegang.adres import (
    BEGELEIDT_EN_HR,
    CONTRACT,
    IEDEREEN,
    WERKNEMER,
    Adres,
    doe,
    lees,
)

CONTRACT_EN_PASSAGE: Final[dict[str, Adres]] = {
    "trajects:contract": Adres(get=lees(IEDEREEN), van=WERKNEMER),
    "trajects:openheid": Adres(get=lees(BEGELEIDT_EN_HR), post=doe(BEGELEIDT_EN_HR), van=CONTRACT),
}
