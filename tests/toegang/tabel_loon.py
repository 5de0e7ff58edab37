"""Which address of the wage records, and of what happens to an advice, is open to whom."""

from typing import Any, Final

from tests.toegang.adres import BEWERKT, WERKNEMER, Adres, doe, lees, van
from tests.toegang.wereld import Wereld

LOONOPGAVE: Final = van("loonopgave")


def _kwartaal(_: Wereld) -> dict[str, Any]:
    return {"kwartaal": "2026-K3"}


def _verlenging(wereld: Wereld) -> dict[str, Any]:
    return {"pk": wereld.werknemer.pk, "soort": "verlenging"}


GEBEURTENIS: Final = van("gebeurtenis")
GEBEURTENISSEN: Final[dict[str, Adres]] = {
    "werknemers:gebeurtenis_kies": Adres(get=lees(BEWERKT), van=WERKNEMER),
    "werknemers:gebeurtenis_nieuw": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=_verlenging),
    "werknemers:gebeurtenis_bewerk": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=GEBEURTENIS),
    "werknemers:gebeurtenis_verwijder": Adres(
        get=lees(BEWERKT), post=doe(BEWERKT), van=GEBEURTENIS
    ),
}
LOONOPGAVEN: Final[dict[str, Adres]] = {
    "werknemers:loonopgaven": Adres(get=lees(BEWERKT)),
    "werknemers:loonopgaven_kwartaal": Adres(get=lees(BEWERKT), van=_kwartaal, algemeen=True),
    "werknemers:loonopgaven_inbrengen": Adres(get=lees(BEWERKT), post=doe(BEWERKT)),
    "werknemers:loonopgave_nieuw": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=WERKNEMER),
    "werknemers:loonopgave_bewerk": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=LOONOPGAVE),
    "werknemers:loonopgave_verwijder": Adres(get=lees(BEWERKT), post=doe(BEWERKT), van=LOONOPGAVE),
}
