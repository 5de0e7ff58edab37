"""Mails while workers are killed and the mail server is silent, refuses, or is away."""

import os
import re
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from queue import Queue
from random import Random
from threading import Thread

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import localtime
from pytest_django import Settings

from gebruikers.models import Gebruiker
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import Mailfout
from gedeeld.post import postbus
from gedeeld.post.postbus import verstuur_wachtende
from gedeeld.tijd import nu
from tests.dagen import BRUSSEL
from tests.fabrieken import MailFactory
from tests.storing.melding import niet_in_orde
from tests.storing.postwerker import postwerker
from tests.storing.smtpserver import Gedrag, Moment, Smtpserver, smtpserver

pytestmark = pytest.mark.django_db(transaction=True)
Als = Callable[[Gebruiker], Client]
MAILS, KILLS = 60, 6


@pytest.fixture
def server(settings: Settings) -> Iterator[Smtpserver]:
    with smtpserver() as server:
        ga_naar(settings, server)
        yield server


def ga_naar(settings: Settings, server: Smtpserver) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.poort, 2


def echt_nu() -> datetime:
    """By the clock that other programs see."""
    return datetime.fromtimestamp(time_machine.escape_hatch.time.time(), BRUSSEL)


def schrijf_mails(aantal: int) -> None:
    """That are due by the clock of other programs."""
    with time_machine.travel(echt_nu() - timedelta(seconds=1)):
        for nummer in range(aantal):
            MailFactory(organisatie=None, sleutel=f"mail-{nummer}")


def pogingen() -> list[int]:
    return list(UitgaandeMail.objects.order_by("-pogingen").values_list("pogingen", flat=True))


@pytest.mark.parametrize("zaad", [1, 2])
def test_no_mail_is_lost_or_unrecognisably_doubled_when_workers_are_killed(
    server: Smtpserver, zaad: int
) -> None:
    schrijf_mails(MAILS)
    gok = Random(zaad)
    moorden = {n: gok.choice(list(Moment)) for n in gok.sample(range(2, MAILS - KILLS), KILLS)}
    pids: Queue[int] = Queue()

    def moord(moment: Moment, nummer: int) -> None:
        if moorden.get(nummer) == moment:
            del moorden[nummer]  # a mail before which somebody died gets its number again
            os.kill(pids.get(timeout=10), signal.SIGKILL)

    server.bij = moord
    with postwerker(server.poort) as werker:
        assert werker.stdout
        lezer = Thread(
            target=lambda: [pids.put(int(r)) for r in werker.stdout or () if " " not in r]
        )
        lezer.start()
        assert werker.wait(timeout=30) == 0
        lezer.join()
    assert moorden == {}
    assert pids.qsize() == 1, "Each of those that were killed had a successor."
    with time_machine.travel(echt_nu() + postbus.GREEP + timedelta(seconds=5), tick=True):
        rest = verstuur_wachtende()
    assert rest["mislukt"] == 0
    assert rest["verstuurd"] <= KILLS
    assert not UitgaandeMail.objects.filter(verstuurd_op=None).exists()
    keren = Counter(server.gekregen)
    assert len(keren) == MAILS
    assert sum(keren.values()) - MAILS <= KILLS
    assert max(pogingen()) <= 1 + KILLS


def test_two_workers_at_a_time_send_nothing_twice(server: Smtpserver, tmp_path: Path) -> None:
    schrijf_mails(MAILS)
    sein = tmp_path / "nu"
    samen = {"STARTSEIN": str(sein)}
    with postwerker(server.poort, **samen) as een, postwerker(server.poort, **samen) as twee:
        for werker in (een, twee):
            assert werker.stdout
            assert werker.stdout.readline()
        sein.touch()
        assert (een.wait(timeout=30), twee.wait(timeout=30)) == (0, 0)
    assert Counter(Counter(server.gekregen).values()) == {1: MAILS}
    assert server.gesprekken == 2


@pytest.mark.parametrize(("aantal", "erbij"), [(1, 0), (26, 1), (90, 3)])
def test_much_mail_calls_others_once_the_first_one_went(
    server: Smtpserver, aantal: int, erbij: int
) -> None:
    for _ in range(aantal):
        MailFactory(organisatie=None)
    geroepen: list[int] = []
    assert verstuur_wachtende(geroepen.append)["verstuurd"] == aantal
    assert geroepen == [erbij]


def test_a_silent_server_holds_one_sender_and_calls_no_other(server: Smtpserver) -> None:
    server.gedrag = Gedrag.STIL
    for _ in range(90):
        MailFactory(organisatie=None)
    geroepen: list[int] = []
    assert verstuur_wachtende(geroepen.append) == {"verstuurd": 0, "mislukt": 1}
    assert geroepen == []


# --- a server that is there, in a way --------------------------------------------------------


def test_a_silent_server_costs_a_round_one_timeout(server: Smtpserver) -> None:
    server.gedrag = Gedrag.STIL
    schrijf_mails(5)
    with postwerker(server.poort, EMAIL_TIMEOUT="1") as werker:
        uitvoer, _ = werker.communicate(timeout=30)
    verstuurd, mislukt, duur = uitvoer.split("\n")[1].split()
    assert (verstuurd, mislukt) == ("0", "1")
    assert 1 <= float(duur) < 4
    assert pogingen() == [1, 0, 0, 0, 0]


def test_a_server_that_falls_silent_over_a_mail_stops_no_other(server: Smtpserver) -> None:
    """It may have taken that mail; when it comes again, it is the same."""
    schrijf_mails(3)
    server.gedrag = Gedrag.STIL_NA_DATA
    with postwerker(server.poort, EMAIL_TIMEOUT="1") as werker:
        uitvoer, _ = werker.communicate(timeout=30)
    verstuurd, mislukt, duur = uitvoer.split("\n")[1].split()
    assert (verstuurd, mislukt) == ("0", "3")
    assert float(duur) < 8
    assert (pogingen(), server.gesprekken) == ([1, 1, 1], 3)
    server.gedrag = Gedrag.GEWOON
    with time_machine.travel(echt_nu() + timedelta(minutes=2), tick=True):
        assert verstuur_wachtende() == {"verstuurd": 3, "mislukt": 0}
    assert set(Counter(server.gekregen).values()) == {2}


def test_what_is_refused_stops_nobody_behind_it(server: Smtpserver) -> None:
    for nummer, velden in enumerate(
        [{}, {"aan": "weigert@voorbeeld.be"}, {}, {"onderwerp": "Dag\nBcc: x@y.be"}, {}]
    ):
        MailFactory(organisatie=None, sleutel=f"mail-{nummer}", **velden)
    assert verstuur_wachtende() == {"verstuurd": 3, "mislukt": 2}
    assert len(set(server.gekregen)) == 3
    soorten = UitgaandeMail.objects.onderweg().order_by("pk").values_list("soort_fout", flat=True)
    assert list(soorten) == [Mailfout.ADRES_GEWEIGERD, Mailfout.ONVERZENDBAAR]
    assert postbus.oudste_wachtende() is None, "Neither waits for the server."


def test_a_round_has_one_talk_with_the_server(server: Smtpserver) -> None:
    for _ in range(20):
        MailFactory(organisatie=None)
    assert verstuur_wachtende() == {"verstuurd": 20, "mislukt": 0}
    assert server.gesprekken == 1


# --- a server that is away -------------------------------------------------------------------


def leef(minuten: int, stap: int = 1) -> Iterator[int]:
    """Each minute of the schedule from now on, at its own time."""
    begin = localtime(nu())
    for minuut in range(1, minuten + 1, stap):
        with time_machine.travel(begin + timedelta(minutes=minuut), tick=True):
            yield minuut


def test_a_server_that_was_away_for_four_hours_gets_everything_within_the_hour(
    settings: Settings, als: Als, beheerder: Gebruiker
) -> None:
    with smtpserver() as weg:
        ga_naar(settings, weg)
    for nummer in range(12):
        MailFactory(organisatie=None, sleutel=f"mail-{nummer}")
    eerste = UitgaandeMail.objects.earliest("pk").gemaakt_op
    with ExitStack() as stapel:
        for minuut in leef(5 * 60):
            if minuut == 4 * 60:
                assert postbus.oudste_wachtende() == eerste
                assert "mail" in niet_in_orde(als(beheerder))
                terug = stapel.enter_context(smtpserver(weg.poort))
            verstuur_wachtende()
    assert len(set(terug.gekregen)) == len(terug.gekregen) == 12
    assert postbus.oudste_wachtende() is None
    assert "mail" not in niet_in_orde(als(beheerder))


def test_a_server_that_was_away_for_three_days_leaves_it_to_somebody(
    settings: Settings, als: Als, beheerder: Gebruiker
) -> None:
    with smtpserver() as weg:
        ga_naar(settings, weg)
    MailFactory(organisatie=beheerder.organisatie)
    for _ in leef(3 * 24 * 60 + 60, stap=60):
        verstuur_wachtende()
    assert (postbus.opgegeven(), postbus.oudste_wachtende()) == (1, None)
    pad = f"/beheer/taken/mails/{UitgaandeMail.objects.get().pk}/opnieuw/"
    with time_machine.travel(localtime(nu()) + timedelta(days=4), tick=True):
        client = als(beheerder)
        assert banner(client) == "1 mail van je organisatie is niet vertrokken."
        assert "opgegeven_mail" in niet_in_orde(client)
        with smtpserver(weg.poort) as terug:
            antwoord = client.post(pad, follow=True)
            assert "De mail vertrekt binnen enkele minuten." in antwoord.content.decode()
            assert verstuur_wachtende() == {"verstuurd": 1, "mislukt": 0}
        assert len(terug.gekregen) == 1
        assert banner(client) == ""
        assert "opgegeven_mail" not in niet_in_orde(client)


def banner(client: Client) -> str:
    """What Vandaag says of mails."""
    gevonden = re.search(r"\d+ mails? van .*", client.get("/vandaag/").content.decode())
    return gevonden[0].strip() if gevonden else ""
