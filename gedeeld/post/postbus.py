"""The outbox: put a mail in, send what is waiting, say what waits too long."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, Final, NotRequired, TypedDict, Unpack

import structlog
from django.db import transaction
from django.db.models import Q

from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import ALGEMENE_FOUTEN
from gedeeld.post.mailserver import Mailserver, ServerWeg, maak_bericht, soort_fout
from gedeeld.tijd import nu

# A round begins no mail after this. Two silences of EMAIL_TIMEOUT later it still ends within the
# time that its task gets.
RONDE_S: Final = 40
# So many mails keep one sender busy for about a second; for more of them others are called.
PER_ZENDER: Final = 25
HOOGSTENS_ERBIJ: Final = 3
# Longer than a task may run, so that a mail that is being sent is not sent by another one too.
GREEP: Final = timedelta(minutes=5)
HOOGSTENS_WACHTEN_MIN: Final = 60

log = structlog.get_logger("doorstroom.postbus")


class Vervallen(Exception):
    """What the mail says holds no longer."""


class Brief(TypedDict):
    """What goes into the outbox, once for each `sleutel`.

    The key stays when the rest is emptied: it may hold no address and no name. `na_verval` is the
    sentence for who would send it again after `geldig_tot`.
    """

    sleutel: str
    organisatie_id: int | None
    aan: str
    onderwerp: str
    tekst: str
    geldig_tot: NotRequired[datetime]
    na_verval: NotRequired[str]


def stel_op(**brief: Unpack[Brief]) -> None:
    """Put a mail in the outbox inside the caller's transaction."""
    stel_vele_op([brief])


def stel_vele_op(brieven: Iterable[Brief]) -> None:
    """The same for many, in one statement."""
    rijen = [
        # A line break in a header is how mails are forged, and nothing sends such a subject.
        UitgaandeMail(**brief | {"onderwerp": " ".join(brief["onderwerp"].split())[:200]})
        for brief in brieven
    ]
    UitgaandeMail.objects.bulk_create(rijen, ignore_conflicts=True)


def _niemand(_: int) -> None:
    """For a sender that was called itself."""


def verstuur_wachtende(roep: Callable[[int], None] = _niemand) -> dict[str, int]:
    """One round; returns how many went out and how many did not.

    A mail that fails waits a while, and those behind it go on; a server that cannot be reached
    ends the round. Who is killed between sending and noting it sends the mail again later, with
    the same Message-ID. Once the first mail went out, `roep` hears how many more senders are of
    use: a server that says nothing holds one sender, not all of them.
    """
    tellingen = {"verstuurd": 0, "mislukt": 0}
    einde = monotonic() + RONDE_S
    with Mailserver() as server:
        while monotonic() < einde and (mail := _grijp()) is not None:
            fout = _probeer(mail, server)
            tellingen["mislukt" if fout else "verstuurd"] += 1
            if fout is None and tellingen["verstuurd"] == 1:
                roep(_zenders_erbij())
            if isinstance(fout, ServerWeg):
                break
    return tellingen


def _zenders_erbij() -> int:
    """How many senders beside this one what waits is worth."""
    genoeg = PER_ZENDER * HOOGSTENS_ERBIJ
    wachtend = UitgaandeMail.objects.te_versturen()[:genoeg].count()
    return min(HOOGSTENS_ERBIJ, wachtend // PER_ZENDER)


def _grijp() -> UitgaandeMail | None:
    """The next mail, with this attempt counted and kept before anything goes out.

    At its last chance it counts as given up beforehand: one that kills whoever sends it, too, is
    not tried for ever.
    """
    with transaction.atomic():
        mail = UitgaandeMail.objects.te_versturen().select_for_update(skip_locked=True).first()
        if mail is None:
            return None
        if mail.is_vervallen or mail.proberen_tot <= nu():
            mail.opgegeven_op = nu()
        mail.pogingen += 1
        mail.niet_voor = nu() + GREEP
        mail.save(update_fields=["opgegeven_op", "pogingen", "niet_voor"])
    return mail


def _stuur(mail: UitgaandeMail, server: Mailserver) -> None:
    if mail.is_vervallen:
        raise Vervallen
    server.verstuur(maak_bericht(mail))


def _probeer(mail: UitgaandeMail, server: Mailserver) -> Exception | None:
    """Send it outside any transaction, and note how that ended; the error, if there was one."""
    try:
        _stuur(mail, server)
    # Whatever is wrong with one mail, known to us or not, those behind it do not wait for it.
    except Exception as fout:  # noqa: BLE001
        _noteer_mislukt(mail, fout)
        return fout
    # What is sent need not be kept: it names people, or holds a link that gives access.
    UitgaandeMail.objects.filter(pk=mail.pk).update(
        verstuurd_op=nu(), opgegeven_op=None, tekst="", na_verval="", soort_fout="", fout=""
    )
    return None


def _noteer_mislukt(mail: UitgaandeMail, fout: Exception) -> None:
    """Why, and when it is tried again; one that is given up waits for somebody, not for a time."""
    opgegeven = mail.opgegeven_op is not None
    minuten = min(2 ** min(mail.pogingen - 1, 6), HOOGSTENS_WACHTEN_MIN)
    velden: dict[str, Any] = {"niet_voor": nu() + timedelta(minutes=0 if opgegeven else minuten)}
    if isinstance(fout, Vervallen):
        velden["tekst"] = ""  # why it did not go before is what somebody wants to know
    else:
        oorzaak = fout.__cause__ if isinstance(fout, ServerWeg) else fout
        velden["soort_fout"] = soort_fout(fout)
        velden["fout"] = f"{type(oorzaak).__name__}: {oorzaak}"[:500]
    UitgaandeMail.objects.filter(pk=mail.pk).update(**velden)
    wat = "mail_opgegeven" if opgegeven else "mail_mislukt"
    log.warning(wat, mail=mail.pk, poging=mail.pogingen, soort=type(fout).__name__)


def oudste_wachtende() -> datetime | None:
    """When the oldest mail was made that should have gone by now; None when none waits.

    Not one of which the address or the text is refused: that is no fault of the server or of us.
    """
    wachtend = UitgaandeMail.objects.onderweg().filter(soort_fout__in=ALGEMENE_FOUTEN)
    return wachtend.order_by("gemaakt_op").values_list("gemaakt_op", flat=True).first()


def opgegeven() -> int:
    """How many given-up mails wait for somebody.

    Of those that concern no organisation only what is still worth sending: a link for a password
    that nobody could deliver asks nothing, and anybody can have one made.
    """
    van_iemand = Q(organisatie__isnull=False) | Q(geldig_tot=None) | Q(geldig_tot__gt=nu())
    return UitgaandeMail.objects.wacht_op_besluit().filter(van_iemand).count()
