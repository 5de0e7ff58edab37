"""Which address of the plan of an employee is open to whom."""

from typing import Final

from tests.toegang.adres import BEGELEIDT, BEGELEIDT_EN_HR, WERKNEMER, Adres, doe, lees
from tests.toegang.wereld import Wereld, Wie


def _sectie(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.werknemer.pk, "naam": "jobdoelwit"}


PLAN: Final[dict[str, Adres]] = {
    "trajects:plan": Adres(get=lees(BEGELEIDT_EN_HR), van=WERKNEMER),
    "trajects:sectie": Adres(get=lees(BEGELEIDT_EN_HR, 302), van=_sectie),
    "trajects:jobdoelwit_bewerk": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER),
    "trajects:jobdoelwit_kies": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER),
    # A file of a note: whoever reads the log; HR finds none of those.
    "trajects:bijlage": Adres(
        get=lees(BEGELEIDT_EN_HR),
        van=lambda wereld: {"pk": wereld.plan.bijlage.pk},
        anders={Wie.HR: 404},
    ),
}
