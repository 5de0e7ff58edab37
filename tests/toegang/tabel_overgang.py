"""Which address of the hand-over to a next employer is open to whom."""

from typing import Final

from tests.toegang.adres import BEGELEIDT_EN_HR, WERKNEMER, Adres, lees

OVERGANG: Final[dict[str, Adres]] = {
    "trajects:overgang": Adres(get=lees(BEGELEIDT_EN_HR), van=WERKNEMER),
}
