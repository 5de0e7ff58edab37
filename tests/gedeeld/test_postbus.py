"""The outbox: once, after commit, again when the server was away, never twice at the same time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils.timezone import localtime
from pytest_django import Settings

from gedeeld import postbus
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import HOOGSTENS_POGINGEN
from gedeeld.tasks import verstuur_post
from gedeeld.tijd import nu


class Weg(EmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages: Any) -> int:
        raise ConnectionRefusedError("mail.example.be weigert")


def stel_op(sleutel: str = "digest-1-2026-11-23") -> None:
    postbus.stel_op(sleutel=sleutel, aan="an@voorbeeld.be", onderwerp="Signalen", tekst="Dag An")


@pytest.mark.django_db
def test_one_key_one_mail() -> None:
    stel_op()
    stel_op()
    stel_op("digest-1-2026-11-24")
    assert postbus.verstuur_wachtende() == {"verstuurd": 2, "mislukt": 0}
    assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 0}
    assert [bericht.to for bericht in mail.outbox] == [["an@voorbeeld.be"]] * 2
    assert mail.outbox[0].subject == "Signalen"
    assert mail.outbox[0].body == "Dag An"


@pytest.mark.django_db
def test_a_sent_mail_does_not_keep_its_text() -> None:
    stel_op()
    verstuur_post()
    bericht = UitgaandeMail.objects.get()
    assert bericht.tekst == ""
    assert bericht.verstuurd_op is not None
    stel_op()
    assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 0}


@pytest.mark.django_db(transaction=True)
def test_what_does_not_go_through_sends_nothing() -> None:
    def stel_op_en_mislukt() -> None:
        with transaction.atomic():
            stel_op()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stel_op_en_mislukt()
    assert postbus.verstuur_wachtende()["verstuurd"] == 0


@pytest.mark.django_db
def test_a_server_that_is_gone_is_tried_again_later(settings: Settings) -> None:
    stel_op()
    settings.EMAIL_BACKEND = f"{__name__}.Weg"
    assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 1}
    bericht = UitgaandeMail.objects.get()
    assert (bericht.pogingen, bericht.tekst) == (1, "Dag An")
    assert bericht.fout == "mail.example.be weigert"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 0}
    with time_machine.travel(localtime(nu()) + timedelta(minutes=3), tick=True):
        assert postbus.verstuur_wachtende() == {"verstuurd": 1, "mislukt": 0}
    bericht.refresh_from_db()
    assert bericht.fout == ""


@pytest.mark.django_db
def test_after_eight_attempts_it_stops(settings: Settings) -> None:
    stel_op()
    settings.EMAIL_BACKEND = f"{__name__}.Weg"
    begin = localtime(nu())
    for poging in range(HOOGSTENS_POGINGEN + 2):
        with time_machine.travel(begin + timedelta(days=poging), tick=True):
            postbus.verstuur_wachtende()
    assert UitgaandeMail.objects.get().pogingen == HOOGSTENS_POGINGEN
    assert UitgaandeMail.objects.tellingen() == {"wachtend": 0, "herhaald": 0, "opgegeven": 1}


@pytest.mark.django_db(transaction=True)
def test_two_workers_each_send_another_part() -> None:
    for nummer in range(20):
        stel_op(f"mail-{nummer}")

    def werk(_: int) -> int:
        try:
            return postbus.verstuur_wachtende()["verstuurd"]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as draden:
        verstuurd = sum(draden.map(werk, range(2)))
    verstuurd += postbus.verstuur_wachtende()["verstuurd"]
    assert verstuurd == 20
    assert len(mail.outbox) == 20
