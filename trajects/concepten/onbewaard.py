"""Notes that somebody began to write and did not keep."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, JSONObject, Substr

from gebruikers.domein.vragen import per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from gedeeld.meelezen import mee
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
    (rij,) = _lees(gebruiker, vandaag())
    return notities_uit(rij)


@per_rol
def _lees(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    eigen = Gebruiker.objects.zichtbaar_voor(gebruiker).filter(pk=gebruiker.pk)
    rij: QuerySet[Any, Any] = eigen.order_by().values(**notitiekolommen(gebruiker))
    return rij


def notitiekolommen(gebruiker: HeeftRol) -> dict[str, Any]:
    """What `notities_uit` needs, to read in a row of who asks."""
    zichtbaar = Werknemer.objects.zichtbaar_voor(gebruiker)
    wie = JSONObject(pk="pk", voornaam="voornaam", familienaam="familienaam")
    concepten = Concept.objects.zichtbaar_voor(gebruiker).filter(sleutel__regex=_OVER_WIE)
    over = concepten.alias(over=Cast(Substr("sleutel", len(_NOTITIE) + 1), BigIntegerField()))
    mensen = zichtbaar.filter(pk=OuterRef("over")).order_by()
    rijen = mee(over, wie=Subquery(mensen.values(rij=wie)), sinds=F("gewijzigd_op"))
    return {"onbewaard": rijen}


def notities_uit(rij: Mapping[str, Any]) -> list[tuple[Werknemer, datetime]]:
    """From `notitiekolommen`."""
    begonnen = ((een["wie"], een["sinds"]) for een in rij["onbewaard"])
    return [(Werknemer(**wie), datetime.fromisoformat(sinds)) for wie, sinds in begonnen if wie]
