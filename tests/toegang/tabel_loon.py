"""Which address of the wage records is open to whom."""

from typing import Any, Final

from tests.toegang.adres import BEWERKT, WERKNEMER, Adres, doe, lees, van
from tests.toegang.wereld import Wereld

LOONOPGAVE: Final = van("loonopgave")


def _kwartaal(_: Wereld) -> dict[str, Any]:
    return {"kwartaal": "2026-K3"}


LOONOPGAVEN: Final[dict[str, Adres]] = {
    "werknemers:loonopgaven": Adres(get=lees(BEWERKT)),
    "werknemers:loonopgaven_kwartaal": Adres(get=lees(BEWERKT), van=_kwartaal, algemeen=True),
    "werknemers:loonopgaven_inbrengen": Adres(get=lees(BEWERKT), post=doe(BEWERKT)),
    "werknemers:loonopgave_nieuw": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=WERKNEMER),
    "werknemers:loonopgave_bewerk": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=LOONOPGAVE),
    "werknemers:loonopgave_verwijder": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=LOONOPGAVE),
}
