"""The mails of the own organisation: how many wait, and what to do with those given up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from gebruikers.domein.post import verstuur_opnieuw, waarom_niet, zie_af, zie_af_van_vervallen
from gebruikers.models import Gebruiker
from gebruikers.rechten import mag_taken_zien
from gebruikers.verzoek import Verzoek
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import Mailfout
from gedeeld.web import vereist
from gedeeld.weergeven import meervoud

HOOGSTENS: Final = 50
_WAAROM: Final[dict[str, str]] = {
    Mailfout.SERVER_WEG: "De mailserver antwoordde niet.",
    Mailfout.ADRES_GEWEIGERD: "De mailserver aanvaardt dit e-mailadres niet. Kijk het na.",
    Mailfout.MAIL_GEWEIGERD: "De mailserver weigert deze mail.",
    Mailfout.ONVERZENDBAAR: "Er staat iets in deze mail dat niet verstuurd kan worden.",
    Mailfout.ONBEKEND: "Er liep iets mis in Doorstroom.",
    "": "Doorstroom kon deze mail niet op tijd versturen.",
}


@dataclass(frozen=True, slots=True)
class Mailregel:
    """A mail that was given up, as the page shows it. `verval` says why it cannot go any more."""

    pk: int
    aan: str
    onderwerp: str
    gemaakt_op: datetime
    waarom: str
    # Its kind only: the text behind the colon names whom the mail was for.
    fout: str
    verval: str


@dataclass(frozen=True, slots=True)
class Mailstand:
    """How the mails of one organisation stand; `verzwegen` is how many more were given up."""

    wachtend: int
    herhaald: int
    opgegeven: int
    regels: list[Mailregel]

    @property
    def verzwegen(self) -> int:
        return self.opgegeven - len(self.regels)

    @property
    def vervallen(self) -> int:
        """How many of those shown cannot go any more, when that is more than one."""
        aantal = sum(1 for regel in self.regels if regel.verval)
        return aantal if aantal > 1 else 0


def mailstand_voor(gebruiker: Gebruiker) -> Mailstand:
    """Two queries."""
    eigen = UitgaandeMail.objects.zichtbaar_voor(gebruiker)
    opgegeven = eigen.wacht_op_besluit().defer("tekst").order_by("gemaakt_op", "pk")[:HOOGSTENS]
    return Mailstand(**eigen.tellingen(), regels=[_regel(mail) for mail in opgegeven])


def _regel(mail: UitgaandeMail) -> Mailregel:
    return Mailregel(
        pk=mail.pk,
        aan=mail.aan,
        onderwerp=mail.onderwerp,
        gemaakt_op=mail.gemaakt_op,
        waarom=_WAAROM[mail.soort_fout],
        fout=mail.fout.partition(":")[0],
        verval=waarom_niet(mail),
    )


@require_POST
@vereist(mag_taken_zien)
def opnieuw(request: Verzoek, pk: int) -> HttpResponse:
    return _beslis(request, pk, verstuur_opnieuw, "De mail vertrekt binnen enkele minuten.")


@require_POST
@vereist(mag_taken_zien)
def niet_meer(request: Verzoek, pk: int) -> HttpResponse:
    return _beslis(request, pk, zie_af, "De mail wordt niet meer verstuurd, en is gewist.")


@require_POST
@vereist(mag_taken_zien)
def vervallen_weg(request: Verzoek) -> HttpResponse:
    aantal = zie_af_van_vervallen(door=request.user)
    zin = meervoud(aantal, "vervallen mail is gewist.", "vervallen mails zijn gewist.")
    messages.success(request, zin)
    return _terug()


def _beslis(request: Verzoek, pk: int, besluit: Callable[..., Any], zin: str) -> HttpResponse:
    mail = get_object_or_404(UitgaandeMail.objects.zichtbaar_voor(request.user), pk=pk)
    try:
        besluit(mail, door=request.user)
    except ValidationError as weigering:
        messages.error(request, weigering.messages[0])
    else:
        messages.success(request, zin)
    return _terug()


def _terug() -> HttpResponse:
    return redirect(f"{reverse('gebruikers:taken')}#mails")
