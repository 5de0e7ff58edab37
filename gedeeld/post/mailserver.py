"""The mail server: one connection for many mails, and what its errors mean."""

from contextlib import suppress
from hashlib import sha256
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from smtplib import SMTPServerDisconnected as Verbroken
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import Mailfout

# "Service not available, closing": it is about the server, whatever was being said to it.
SERVER_SLUIT: Final = 421


class ServerWeg(Exception):
    """No connection could be opened, so no other mail can go now either; `__cause__` says why."""


class Mailserver:
    """Opens a connection when the first mail needs it, and a new one after something failed."""

    def __init__(self) -> None:
        self._verbinding: BaseEmailBackend | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self._sluit()

    def verstuur(self, bericht: EmailMessage) -> None:
        """Raises ServerWeg, or whatever is wrong with this mail or with the talk about it."""
        if not bericht.recipients():  # a backend passes it by in silence
            raise ValueError("Nobody to send it to.")
        verbinding = self._verbinding or self._open()
        try:
            verbinding.send_messages([bericht])
        except Exception:
            self._sluit()  # what is left of a talk that failed is not known
            raise

    def _open(self) -> BaseEmailBackend:
        verbinding = get_connection()
        try:
            verbinding.open()
        # Refused, silent, another certificate, a wrong password: each holds for every mail.
        except Exception as fout:
            with suppress(Exception):
                verbinding.close()
            raise ServerWeg from fout
        self._verbinding = verbinding
        return verbinding

    def _sluit(self) -> None:
        verbinding, self._verbinding = self._verbinding, None
        if verbinding is not None:
            # A server that does not say goodbye takes nothing away from what it accepted.
            with suppress(Exception):
                verbinding.close()


def maak_bericht(mail: UitgaandeMail) -> EmailMessage:
    """The same row gives the same Message-ID, by which a receiver knows a mail that comes twice."""
    kenmerk = sha256(mail.sleutel.encode()).hexdigest()[:32]
    kop = {"Message-ID": f"<{kenmerk}@{urlsplit(settings.BASIS_URL).hostname}>"}
    return EmailMessage(mail.onderwerp, mail.tekst, None, [mail.aan], headers=kop)


def soort_fout(fout: Exception) -> Mailfout:
    """What an attempt that failed says about the mail or the server."""
    if isinstance(fout, SMTPRecipientsRefused):
        return Mailfout.ADRES_GEWEIGERD
    if isinstance(fout, ServerWeg | Verbroken) or _sluit_de_server(fout):
        return Mailfout.SERVER_WEG
    if isinstance(fout, SMTPException):
        return Mailfout.MAIL_GEWEIGERD
    if isinstance(fout, OSError):
        return Mailfout.SERVER_WEG
    # BadHeaderError and UnicodeError are ValueErrors.
    return Mailfout.ONVERZENDBAAR if isinstance(fout, ValueError) else Mailfout.ONBEKEND


def _sluit_de_server(fout: Exception) -> bool:
    return isinstance(fout, SMTPResponseException) and fout.smtp_code == SERVER_SLUIT
