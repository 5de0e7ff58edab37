"""The frame that all pages of one employee share: the header and the way to the other pages."""

from typing import Any, Final

from django.urls import reverse

from gebruikers.models import Gebruiker
from trajects.domein.werknemerbeeld import Werknemerbeeld
from trajects.rechten import (
    mag_logboek_zien,
    mag_notities_schrijven,
    mag_plan_zien,
)
from werknemers.rechten import mag_werknemers_zien

# name, view, who sees it
_PAGINAS: Final = (
    ("Overzicht", "werknemer", mag_werknemers_zien),
    ("Plan", "plan", mag_plan_zien),
    ("Logboek", "logboek", mag_logboek_zien),
)


def raam_van(beeld: Werknemerbeeld, gebruiker: Gebruiker, pagina: str) -> dict[str, Any]:
    """Context of `trajects/werknemer_hoofd.html`; `pagina` is the view whose tab is lit."""
    pk = beeld.werknemer.pk
    punten = [
        {
            "naam": naam,
            "url": reverse(f"trajects:{view}", args=[pk]),
            "actief": view == pagina,
            "aantal": len(beeld.notities) if view == "logboek" else None,
        }
        for naam, view, recht in _PAGINAS
        if recht(gebruiker)
    ]
    return {
        "beeld": beeld,
        "werknemer": beeld.werknemer,
        "punten": punten,
        "mag_plan": mag_plan_zien(gebruiker),
        "mag_schrijven": mag_notities_schrijven(gebruiker),
        # The log has a box of its own.
        "notitieknop": mag_notities_schrijven(gebruiker) and pagina != "logboek",
    }
