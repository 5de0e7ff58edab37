"""The outbox: once, after commit, again when it failed, for three days, never two at a time."""

from collections.abc import Callable, Iterator
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

from gebruikers.models import Organisatie
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import Mailfout
from gedeeld.post import postbus
from gedeeld.tasks import verstuur_post
from gedeeld.tijd import nu
from tests.fabrieken import MailFactory

Later = Callable[..., Any]
NIETS = {"verstuurd": 0, "mislukt": 0}


class Weg(EmailBackend):
    """A mail server that is away."""

    def open(self) -> bool:
        raise ConnectionRefusedError("mail.example.be weigert")


class Telt(EmailBackend):
    """Counts how often it is opened; refuses who is called "weigert"."""

    geopend = 0

    def open(self) -> bool:
        Telt.geopend += 1
        return True

    def send_messages(self, messages: Any) -> int:
        if "weigert" in messages[0].to[0]:
            raise RuntimeError("weigert@voorbeeld.be bestaat niet")
        return super().send_messages(messages)


@pytest.fixture
def weg(settings: Settings) -> Iterator[Settings]:
    settings.EMAIL_BACKEND = f"{__name__}.Weg"
    return settings


@pytest.fixture
def later() -> Later:
    """A moment after that on which the test began."""
    begin = localtime(nu())
    return lambda **duur: time_machine.travel(begin + timedelta(**duur), tick=True)


def stel_op(sleutel: str = "digest-1-2026-11-23", **velden: Any) -> UitgaandeMail:
    standaard: dict[str, Any] = {
        "organisatie_id": None,
        "aan": "an@voorbeeld.be",
        "onderwerp": "Signalen",
        "tekst": "Dag An",
    }
    postbus.stel_op(sleutel=sleutel, **standaard | velden)
    return UitgaandeMail.objects.get(sleutel=sleutel)


@pytest.mark.django_db
def test_one_key_one_mail() -> None:
    stel_op()
    stel_op()
    stel_op("digest-1-2026-11-24")
    assert postbus.verstuur_wachtende() == {"verstuurd": 2, "mislukt": 0}
    assert postbus.verstuur_wachtende() == NIETS
    assert [bericht.to for bericht in mail.outbox] == [["an@voorbeeld.be"]] * 2
    assert mail.outbox[0].subject == "Signalen"
    assert mail.outbox[0].body == "Dag An"


@pytest.mark.django_db
def test_a_sent_mail_does_not_keep_its_text(organisatie: Organisatie) -> None:
    stel_op(organisatie_id=organisatie.pk, na_verval="Nodig An opnieuw uit.", geldig_tot=nu())
    UitgaandeMail.objects.update(geldig_tot=None)
    verstuur_post()
    bericht = UitgaandeMail.objects.get()
    assert (bericht.tekst, bericht.na_verval, bericht.organisatie) == ("", "", organisatie)
    assert bericht.verstuurd_op is not None
    stel_op()
    assert postbus.verstuur_wachtende() == NIETS


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
def test_a_row_has_one_message_id_of_its_own(settings: Settings) -> None:
    settings.BASIS_URL = "https://doorstroom.example.be"
    stel_op("een")
    stel_op("twee")
    postbus.verstuur_wachtende()
    UitgaandeMail.objects.update(verstuurd_op=None, niet_voor=nu())
    postbus.verstuur_wachtende()
    een, twee, nog_een, nog_twee = (m.message()["Message-ID"] for m in mail.outbox)
    assert (een, twee) == (nog_een, nog_twee)
    assert een != twee
    assert een.endswith("@doorstroom.example.be>")


@pytest.mark.django_db
def test_a_subject_holds_no_line_break() -> None:
    assert stel_op(onderwerp="De\nLepel\r\nBcc: x@y.be ").onderwerp == "De Lepel Bcc: x@y.be"
    assert len(stel_op("lang", onderwerp="x" * 300).onderwerp) == 200


# --- again -----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_server_that_is_gone_is_tried_again_later(weg: Settings, later: Later) -> None:
    stel_op()
    assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 1}
    bericht = UitgaandeMail.objects.get()
    assert (bericht.pogingen, bericht.tekst) == (1, "Dag An")
    assert bericht.fout == "ConnectionRefusedError: mail.example.be weigert"
    assert bericht.soort_fout == Mailfout.SERVER_WEG
    weg.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert postbus.verstuur_wachtende() == NIETS
    with later(seconds=61):
        assert postbus.verstuur_wachtende() == {"verstuurd": 1, "mislukt": 0}
    bericht.refresh_from_db()
    assert (bericht.fout, bericht.soort_fout) == ("", "")


@pytest.mark.django_db
def test_a_server_that_is_gone_costs_one_attempt_a_round(weg: Settings) -> None:
    for nummer in range(3):
        stel_op(f"mail-{nummer}")
    assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 1}
    assert list(UitgaandeMail.objects.values_list("pogingen", flat=True)) == [1, 0, 0]


@pytest.mark.django_db
def test_it_waits_twice_as_long_each_time_up_to_an_hour(weg: Settings) -> None:
    stel_op()
    minuten = []
    for _ in range(9):
        postbus.verstuur_wachtende()
        bericht = UitgaandeMail.objects.get()
        minuten.append(round((bericht.niet_voor - nu()).total_seconds() / 60))
        UitgaandeMail.objects.update(niet_voor=nu())
    assert minuten == [1, 2, 4, 8, 16, 32, 60, 60, 60]


@pytest.mark.django_db
def test_one_connection_for_a_round_and_a_new_one_after_a_failure(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Telt"
    Telt.geopend = 0
    for nummer in range(5):
        stel_op(f"mail-{nummer}", aan=f"{'weigert' if nummer == 2 else 'an'}@voorbeeld.be")
    assert postbus.verstuur_wachtende() == {"verstuurd": 4, "mislukt": 1}
    assert Telt.geopend == 2
    assert UitgaandeMail.objects.get(verstuurd_op=None).soort_fout == Mailfout.ONBEKEND


@pytest.mark.parametrize(
    "velden",
    [
        {"onderwerp": "Dag\nBcc: iedereen@voorbeeld.be"},
        {"aan": "geen adres\n"},
        {"aan": ""},
    ],
    ids=["line break in the subject", "no address", "nobody"],
)
@pytest.mark.django_db
def test_what_is_wrong_with_one_mail_stops_no_other(velden: dict[str, str]) -> None:
    stel_op("eerste")
    MailFactory(sleutel="fout", **velden)
    stel_op("laatste")
    assert postbus.verstuur_wachtende() == {"verstuurd": 2, "mislukt": 1}
    (blijft,) = UitgaandeMail.objects.onderweg()
    assert (blijft.sleutel, blijft.soort_fout) == ("fout", Mailfout.ONVERZENDBAAR)


@pytest.mark.django_db
def test_who_failed_comes_after_who_waits(settings: Settings, later: Later) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Telt"
    stel_op("eerst", aan="weigert@voorbeeld.be")
    postbus.verstuur_wachtende()
    stel_op("later")
    with later(minutes=2):
        volgorde = UitgaandeMail.objects.te_versturen().values_list("sleutel", flat=True)
        assert list(volgorde) == ["later", "eerst"]


@pytest.mark.django_db
def test_a_round_ends_in_time(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postbus, "RONDE_S", 0)
    stel_op()
    assert postbus.verstuur_wachtende() == NIETS
    assert UitgaandeMail.objects.get().pogingen == 0


# --- given up --------------------------------------------------------------------------------


@pytest.mark.django_db
def test_after_three_days_it_is_given_up(weg: Settings, later: Later) -> None:
    stel_op()
    for uren in range(1, 71, 6):
        with later(hours=uren):
            postbus.verstuur_wachtende()
    bericht = UitgaandeMail.objects.get()
    assert (bericht.pogingen, bericht.opgegeven_op) == (12, None)
    with later(days=3, minutes=1):
        assert postbus.verstuur_wachtende()["mislukt"] == 1
    bericht.refresh_from_db()
    assert bericht.opgegeven_op
    assert bericht.tekst == "Dag An"
    with later(days=4):
        assert postbus.verstuur_wachtende() == NIETS
    assert UitgaandeMail.objects.tellingen() == {"wachtend": 0, "herhaald": 0, "opgegeven": 1}


@pytest.mark.django_db
def test_after_three_days_without_a_worker_it_still_goes(later: Later) -> None:
    stel_op()
    with later(days=5):
        assert postbus.verstuur_wachtende()["verstuurd"] == 1
    assert UitgaandeMail.objects.get().opgegeven_op is None


@pytest.mark.django_db
def test_who_kills_whoever_sends_it_is_given_up_too(
    monkeypatch: pytest.MonkeyPatch, later: Later
) -> None:
    """An exception that is no Exception leaves what a kill leaves: the claim."""

    class Doodt(EmailBackend):
        def send_messages(self, messages: Any) -> int:
            raise KeyboardInterrupt

    monkeypatch.setattr("gedeeld.post.mailserver.get_connection", Doodt)
    stel_op()
    with pytest.raises(KeyboardInterrupt):
        postbus.verstuur_wachtende()
    assert UitgaandeMail.objects.te_versturen().count() == 0
    with later(days=3, minutes=1), pytest.raises(KeyboardInterrupt):
        postbus.verstuur_wachtende()
    assert UitgaandeMail.objects.get().opgegeven_op


@pytest.mark.django_db
def test_what_says_nothing_useful_any_more_is_not_sent(later: Later) -> None:
    stel_op(geldig_tot=nu() + timedelta(hours=1), na_verval="Nodig An opnieuw uit.")
    with later(hours=2):
        assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 1}
    bericht = UitgaandeMail.objects.get()
    assert bericht.opgegeven_op
    assert (bericht.tekst, bericht.na_verval) == ("", "Nodig An opnieuw uit.")
    assert mail.outbox == []


# --- for the health check --------------------------------------------------------------------


@pytest.mark.django_db
def test_the_oldest_mail_that_waits_for_the_server(weg: Settings, later: Later) -> None:
    assert postbus.oudste_wachtende() is None
    eerste = stel_op()
    MailFactory(opgegeven=True, organisatie=None)
    MailFactory(verstuurd_op=nu(), organisatie=None)
    with later(hours=1):
        stel_op("later")
        postbus.verstuur_wachtende()
        assert postbus.oudste_wachtende() == eerste.gemaakt_op
    UitgaandeMail.objects.filter(pk=eerste.pk).update(soort_fout=Mailfout.ADRES_GEWEIGERD)
    assert postbus.oudste_wachtende() != eerste.gemaakt_op


@pytest.mark.django_db
def test_how_many_given_up_mails_wait_for_somebody(organisatie: Organisatie) -> None:
    MailFactory(opgegeven=True, organisatie=organisatie, geldig_tot=nu())
    MailFactory(opgegeven=True, organisatie=None)
    MailFactory(opgegeven=True, organisatie=None, geldig_tot=nu())
    MailFactory(opgegeven=True, organisatie=organisatie, afgezien_op=nu())
    MailFactory(organisatie=organisatie)
    assert postbus.opgegeven() == 2


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
