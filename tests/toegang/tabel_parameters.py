"""Which address of the parameters is open to whom."""

from typing import Any, Final

from tests.toegang.adres import BEWERKT, Adres, doe, lees
from tests.toegang.wereld import Wereld


def _bijdrage(_: Wereld) -> dict[str, Any]:
    return {"code": "patronale_bijdrage"}


def _terugkeer(_: Wereld) -> dict[str, Any]:
    return {"code": "terugkeer"}


PARAMETERS: Final[dict[str, Adres]] = {
    "regels:parameters": Adres(get=lees(BEWERKT)),
    "regels:parameter": Adres(get=lees(BEWERKT), van=_bijdrage, algemeen=True),
    "regels:vragen": Adres(get=lees(BEWERKT)),
    "regels:vraag": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=_terugkeer, algemeen=True),
    # Who is no administrator may try a value; nothing is saved.
    "financiering:parameter_waarde": Adres(
        get=lees(BEWERKT), post=doe(BEWERKT), van=_bijdrage, algemeen=True
    ),
    "financiering:parameter_terug": Adres(
        get=lees(BEWERKT), post=doe(BEWERKT), van=_bijdrage, algemeen=True
    ),
}
