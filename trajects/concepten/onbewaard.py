"""Notes that somebody began to write and did not keep."""

from datetime import datetime
from typing import Final

from gebruikers.models import Gebruiker
from trajects.models import Concept
from werknemers.models import Werknemer

_NOTITIE: Final = "notitie-"


_OVER_WIE: Final = rf"^{_NOTITIE}[0-9]{{1,18}}$"


def notitiesleutel(werknemer: Werknemer) -> str:
    """The draft of a note on this employee, wherever it is written."""
    return f"{_NOTITIE}{werknemer.pk}"


def onbewaarde_notities(gebruiker: Gebruiker) -> list[tuple[Werknemer, datetime]]:
    """About whom this user has a note in draft, and since when; the last one first."""
    concepten = Concept.objects.zichtbaar_voor(gebruiker).filter(sleutel__regex=_OVER_WIE)
    momenten = dict(concepten.values_list("sleutel", "gewijzigd_op"))
    if not momenten:
        return []
    sleutels = [int(sleutel.removeprefix(_NOTITIE)) for sleutel in momenten]
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).in_bulk(sleutels)
    over = ((wie, momenten[notitiesleutel(wie)]) for wie in zichtbaar.values())
    return sorted(over, key=lambda paar: paar[1], reverse=True)
