"""What an organisation answered about the columns of its sheets, kept for the next one."""

from collections.abc import Iterable, Mapping
from typing import Any

from gebruikers.models import Gebruiker
from werknemers.domein.invoer.kolombeeld import Kolombeeld
from werknemers.domein.invoer.kolomkeuze import Antwoord
from werknemers.domein.invoer.tekst import sleutel
from werknemers.models import Importgewoonte
from werknemers.schrijvers import IMPORTGEWOONTEN


def onthoud(
    beelden: Iterable[Kolombeeld], keuze: Mapping[str, Antwoord], *, door: Gebruiker
) -> None:
    """Keep the answers for the next file; the caller holds the organisation, so that two who
    answer about the same title wait for each other.

    Our own title that stands for itself, without a habit, need not be known; nor does an empty
    column, about which nobody thought.
    """
    bewaard = Importgewoonte.objects.filter(organisatie=door.organisatie_id)
    bekend = {rij.titel: rij for rij in bewaard}
    for beeld in beelden:
        antwoord = keuze[beeld.sleutel]
        rij = bekend.get(beeld.sleutel)
        if rij is not None:
            IMPORTGEWOONTEN.schrijf(rij, _velden(antwoord, rij), door=door)
        elif beeld.voorbeelden and not _spreekt_vanzelf(beeld, antwoord):
            waarvan = {"organisatie": door.organisatie, "titel": beeld.sleutel}
            IMPORTGEWOONTEN.schrijf(Importgewoonte(), waarvan | _velden(antwoord), door=door)


def _spreekt_vanzelf(beeld: Kolombeeld, antwoord: Antwoord) -> bool:
    if antwoord.kolom is None or antwoord.gewoonte:
        return False
    return sleutel(antwoord.kolom) == sleutel(beeld.titel)


def _velden(antwoord: Antwoord, rij: Importgewoonte | None = None) -> dict[str, Any]:
    """A habit stays when this file leaves no question about the same column."""
    kolom = antwoord.kolom or ""
    eerder = rij.gewoonte if rij is not None and rij.kolom == kolom else ""
    return {"kolom": kolom, "gewoonte": antwoord.gewoonte or eerder}
