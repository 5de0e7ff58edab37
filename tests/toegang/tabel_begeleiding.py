"""Which address of the people around an employee is open to whom."""

from typing import Final

from tests.toegang.adres import BEGELEIDT, WERKNEMER, Adres, doe, lees
from tests.toegang.wereld import Wereld, Wie


def _wissel(wereld: Wereld) -> dict[str, object]:
    return {"pk": wereld.plan.wissel.pk}


def _van_begeleider(wereld: Wereld) -> dict[str, object]:
    return {"begeleider": wereld.mensen[Wie.BEGELEIDER].pk}


# Who stands in sees the employee, and does not give somebody else's caseload away.
_NIET = {Wie.VERVANGER: 403}
BEGELEIDING: Final[dict[str, Adres]] = {
    "trajects:team_bewerk": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER),
    "trajects:draag_over": Adres(
        get=lees(BEGELEIDT), post=doe(BEGELEIDT), van=WERKNEMER, anders=_NIET
    ),
    "trajects:overdrachtsblad": Adres(get=lees(BEGELEIDT), van=_wissel),
    "trajects:overdrachtsblad_bevestig": Adres(post=doe(BEGELEIDT, 302), van=_wissel),
    "trajects:overdragen": Adres(
        get=lees(BEGELEIDT), post=doe(BEGELEIDT), vraag=_van_begeleider, anders={Wie.VERVANGER: 404}
    ),
}
