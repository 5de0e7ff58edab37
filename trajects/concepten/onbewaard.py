"""Notes that somebody began to write and did not keep."""

from datetime import date, datetime
from typing import Any, Final

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, JSONObject, Substr

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.tijd import vandaag
from trajects.models import Concept
from werknemers.models import Werknemer

_NOTITIE: Final = "notitie-"
_OVER_WIE: Final = rf"^{_NOTITIE}[0-9]{{1,18}}$"


def notitiesleutel(werknemer: Werknemer) -> str:
    """The draft of a note on this employee, wherever it is written."""
    return f"{_NOTITIE}{werknemer.pk}"


def onbewaarde_notities(gebruiker: Gebruiker) -> list[tuple[Werknemer, datetime]]:
    """About whom this user has a note in draft, and since when; the last one first. One query."""
    rijen = _begonnen(gebruiker, vandaag())
    return [(Werknemer(**rij), sinds) for rij, sinds in rijen if rij]


@per_rol
def _begonnen(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker).filter(pk=OuterRef("over"))
    wie = JSONObject(pk="pk", voornaam="voornaam", familienaam="familienaam")
    concepten = Concept.objects.zichtbaar_voor(gebruiker).filter(sleutel__regex=_OVER_WIE)
    return concepten.alias(
        over=Cast(Substr("sleutel", len(_NOTITIE) + 1), BigIntegerField())
    ).values_list(Subquery(zichtbaar.values(rij=wie)), "gewijzigd_op")
