"""Notes that somebody began to write and did not keep."""

from datetime import datetime
from typing import Final

from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.functions import Cast, JSONObject, Substr

from gebruikers.models import Gebruiker
from trajects.models import Concept
from werknemers.models import Werknemer

_NOTITIE: Final = "notitie-"
_OVER_WIE: Final = rf"^{_NOTITIE}[0-9]{{1,18}}$"


def notitiesleutel(werknemer: Werknemer) -> str:
    """The draft of a note on this employee, wherever it is written."""
    return f"{_NOTITIE}{werknemer.pk}"


def onbewaarde_notities(gebruiker: Gebruiker) -> list[tuple[Werknemer, datetime]]:
    """About whom this user has a note in draft, and since when; the last one first. One query."""
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).filter(pk=OuterRef("over"))
    wie = JSONObject(pk="pk", voornaam="voornaam", familienaam="familienaam")
    concepten = Concept.objects.zichtbaar_voor(gebruiker).filter(sleutel__regex=_OVER_WIE)
    rijen = concepten.alias(
        over=Cast(Substr("sleutel", len(_NOTITIE) + 1), BigIntegerField())
    ).values_list(Subquery(zichtbaar.values(rij=wie)), "gewijzigd_op")
    return [(Werknemer(**rij), sinds) for rij, sinds in rijen if rij]
