"""The lists that belong to the employees, as tabs above each of them."""

from typing import Any, Final

from gebruikers.models import Gebruiker
from gedeeld.adressen import adres_van
from trajects.rechten import (
    mag_adviesdagen_zien,
    mag_logboek_zien,
    mag_plan_zien,
    mag_vorming_zien,
    mag_werkgevers_zien,
)
from werknemers.rechten import mag_werknemers_zien

# name, view, who sees it
_LIJSTEN: Final = (
    ("Lijst", "werknemers", mag_werknemers_zien),
    ("Bord", "bord", mag_plan_zien),
    ("Adviesdagen", "adviesdagen", mag_adviesdagen_zien),
    ("Vorming", "vormingen", mag_vorming_zien),
    ("Werkgevers", "werkgevers", mag_werkgevers_zien),
    ("Notities", "notities", mag_logboek_zien),
)


def tabbladen(gebruiker: Gebruiker, view: str) -> list[dict[str, Any]]:
    """For `{% bladwijzers %}`; `view` is the one that is lit. One list alone needs no tabs."""
    punten = [
        {"naam": naam, "url": adres_van(f"trajects:{naar}"), "actief": naar == view, "aantal": None}
        for naam, naar, recht in _LIJSTEN
        if recht(gebruiker)
    ]
    return punten if len(punten) > 1 else []
