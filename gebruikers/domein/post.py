"""What somebody decides about a mail that was given up: try again, or leave it."""

from contextlib import suppress
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.models import Gebruiker
from gebruikers.schrijvers import MAILS
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import einde_van_het_proberen
from gedeeld.post.postopruiming import LEEG
from gedeeld.tijd import nu

AL_BESLIST: Final = "Over deze mail is intussen al beslist."
GEWIST: Final = "De inhoud van deze mail is gewist. Je kunt hem niet meer versturen."
VERVALLEN: Final = "Wat in deze mail staat, geldt niet meer. Je kunt hem niet meer versturen."


def waarom_niet(mail: UitgaandeMail) -> str:
    """Why it cannot be sent any more; "" when it can."""
    if mail.is_gewist:
        return GEWIST
    return (mail.na_verval or VERVALLEN) if mail.is_vervallen else ""


@transaction.atomic
def verstuur_opnieuw(mail: UitgaandeMail, *, door: Gebruiker) -> UitgaandeMail:
    """Try it again from now on, as long as a new mail. Raises ValidationError when what it says
    holds no longer or is gone, and when somebody decided about it already."""
    huidig = _eis_opgegeven(mail)
    if waarom := waarom_niet(huidig):
        raise ValidationError(waarom)
    velden = {
        "opgegeven_op": None,
        "proberen_tot": einde_van_het_proberen(),
        # Its last attempt may be going on at this moment: then that one goes first.
        "niet_voor": max(huidig.niet_voor, nu()),
        "pogingen": 0,
    }
    MAILS.schrijf(huidig, velden, door=door, actie="opnieuw verstuurd")
    return huidig


@transaction.atomic
def zie_af(mail: UitgaandeMail, *, door: Gebruiker) -> None:
    """It need not go any more: who it was for and what it said is emptied. Raises ValidationError
    when somebody decided about it already."""
    huidig = _eis_opgegeven(mail)
    MAILS.schrijf(huidig, LEEG | {"afgezien_op": nu()}, door=door, actie="niet meer verstuurd")


def zie_af_van_vervallen(*, door: Gebruiker) -> int:
    """The same for all those of the organisation that cannot go any more; how many."""
    opgegeven = UitgaandeMail.objects.zichtbaar_voor(door).wacht_op_besluit()
    aantal = 0
    for mail in opgegeven.vervallen().order_by("pk"):
        with suppress(ValidationError):  # a colleague was first
            zie_af(mail, door=door)
            aantal += 1
    return aantal


def _eis_opgegeven(mail: UitgaandeMail) -> UitgaandeMail:
    huidig = MAILS.vergrendel(mail)
    if huidig.opgegeven_op is None or huidig.afgezien_op is not None:
        raise ValidationError(AL_BESLIST)
    return huidig
