"""The versions of the special passage of an organisation; a version never changes."""

from datetime import date, datetime
from typing import Final

from django.core.exceptions import ValidationError

from gebruikers.models import Gebruiker
from gebruikers.schrijvers import ORGANISATIES
from gedeeld.gelijktijdig import IntussenGewijzigd
from gedeeld.schendingen import als_zin
from trajects.models import Contractpassage
from trajects.schrijvers import PASSAGES

_ZONDER_ORGANISATIE: Final = "Alleen wie bij een organisatie hoort, houdt een passage bij."


def laatste_passage(organisatie_id: int | None) -> Contractpassage:
    """The version with the highest number; the example while there is none of one's own."""
    return Contractpassage.objects.van(organisatie_id).order_by("versie", "pk").reverse()[0]


def voeg_passage_toe(
    *, door: Gebruiker, gezien: datetime | None, tekst: str, toelichting: str, vanaf: date
) -> Contractpassage:
    """Add a version with the next number. The same text again needs none: the last one comes back.

    `gezien` is when the last version that the user saw was made; None skips the comparison. Raises
    IntussenGewijzigd with the version that somebody else added since, ValidationError by field.
    """
    if door.organisatie is None:
        raise ValidationError(_ZONDER_ORGANISATIE)
    nieuw = _schoon(tekst)
    if not nieuw:
        raise ValidationError({"tekst": "Schrijf de tekst die in het contract komt."})
    with als_zin():
        ORGANISATIES.vergrendel(door.organisatie)
        laatste = laatste_passage(door.organisatie_id)
        if gezien is not None and laatste.gewijzigd_op != gezien:
            raise IntussenGewijzigd(laatste)
        if _schoon(laatste.tekst) == nieuw:
            return laatste
        passage = Contractpassage(
            organisatie=door.organisatie, versie=laatste.versie + 1, door=door
        )
        velden = {"tekst": nieuw, "toelichting": toelichting, "vanaf": vanaf}
        PASSAGES.schrijf(passage, velden, door=door)
    return passage


def _schoon(tekst: str) -> str:
    """Browsers send two characters for the end of a line."""
    return tekst.replace("\r\n", "\n").strip()
