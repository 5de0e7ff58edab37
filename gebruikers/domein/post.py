"""What somebody decides about a mail that was given up: try again, or leave it."""

from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction

from gebruikers.models import Gebruiker
from gebruikers.schrijvers import MAILS
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import einde_van_het_proberen
from gedeeld.postopruiming import LEEG
from gedeeld.tijd import nu

AL_BESLIST: Final = "Over deze mail is intussen al beslist."
GEWIST: Final = "De inhoud van deze mail is gewist. Je kunt hem niet meer versturen."


@transaction.atomic
def verstuur_opnieuw(mail: UitgaandeMail, *, door: Gebruiker) -> UitgaandeMail:
    """Try it again from now on, as long as a new mail. Raises ValidationError when what it says
    holds no longer or is gone, and when somebody decided about it already."""
    huidig = _eis_opgegeven(mail)
    if huidig.is_vervallen:
        raise ValidationError(huidig.na_verval or GEWIST)
    if huidig.is_gewist:
        raise ValidationError(GEWIST)
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


def _eis_opgegeven(mail: UitgaandeMail) -> UitgaandeMail:
    huidig = MAILS.vergrendel(mail)
    if huidig.opgegeven_op is None or huidig.afgezien_op is not None:
        raise ValidationError(AL_BESLIST)
    return huidig
