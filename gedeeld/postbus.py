"""The outbox: put a mail in, send what is waiting."""

from datetime import timedelta

import structlog
from django.core.mail import send_mail
from django.db import transaction

from gedeeld.models import UitgaandeMail
from gedeeld.tijd import nu

log = structlog.get_logger("doorstroom.postbus")


def stel_op(*, sleutel: str, aan: str, onderwerp: str, tekst: str) -> None:
    """Put a mail in the outbox inside the caller's transaction; once for each `sleutel`."""
    mail = UitgaandeMail(sleutel=sleutel, aan=aan, onderwerp=onderwerp, tekst=tekst)
    UitgaandeMail.objects.bulk_create([mail], ignore_conflicts=True)


def verstuur_wachtende() -> dict[str, int]:
    """Send what waits, one transaction a mail; returns how many went out and how many failed.

    The row is locked while its mail is sent, so that two workers never send the same one.
    """
    tellingen = {"verstuurd": 0, "mislukt": 0}
    for pk in list(UitgaandeMail.objects.te_versturen().values_list("pk", flat=True)[:500]):
        with transaction.atomic():
            mail = (
                UitgaandeMail.objects.te_versturen()
                .select_for_update(skip_locked=True)
                .filter(pk=pk)
                .first()
            )
            if mail is not None:
                tellingen["verstuurd" if _verstuur(mail) else "mislukt"] += 1
    return tellingen


def _verstuur(mail: UitgaandeMail) -> bool:
    mail.pogingen += 1
    try:
        send_mail(mail.onderwerp, mail.tekst, None, [mail.aan])
    except OSError as fout:  # SMTPException is an OSError: the server is away or refuses
        mail.fout = str(fout)[:500]
        mail.niet_voor = nu() + timedelta(minutes=2**mail.pogingen)
        log.warning("mail_mislukt", mail=mail.pk, poging=mail.pogingen)
    else:
        mail.verstuurd_op = nu()
        # What is sent need not be kept: it names people, or holds a link that gives access.
        mail.fout = mail.tekst = ""
    mail.save(update_fields=["pogingen", "fout", "niet_voor", "verstuurd_op", "tekst"])
    return mail.verstuurd_op is not None
