"""Notes that a question was asked, or what was answered."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.models import Gebruiker
from regels.models import Wetsvraag
from regels.schrijvers import WETSVRAGEN


def noteer_vraag(
    *, code: str, gesteld_op: date, antwoord: str, door: Gebruiker, op: date
) -> Wetsvraag:
    """`op` is today. Raises ValidationError for a day that is still to come."""
    if gesteld_op > op:
        raise ValidationError({"gesteld_op": "Deze dag moet nog komen. Kies de dag van je vraag."})
    rij = Wetsvraag(organisatie=door.organisatie)
    velden = {"vraag": code, "gesteld_op": gesteld_op, "antwoord": antwoord, "door": door}
    with transaction.atomic():
        WETSVRAGEN.schrijf(rij, velden, door=door)
    return rij
