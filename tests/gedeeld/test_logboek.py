"""The logs: one JSON object a line, nobody in them by name, address or number."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from django.db import IntegrityError
from django.test import Client

from doorstroom.logboek import zonder_persoonsgegevens
from gebruikers.models import Gebruiker
from gedeeld.post import postbus
from tests.fabrieken import GebruikerFactory


class Logboek:
    """What the handler of the settings writes."""

    def __init__(self) -> None:
        self.stroom = io.StringIO()

    @property
    def tekst(self) -> str:
        return self.stroom.getvalue()

    @property
    def regels(self) -> list[dict[str, Any]]:
        return [json.loads(regel) for regel in self.tekst.splitlines()]


@pytest.fixture
def logboek() -> Iterator[Logboek]:
    (handler,) = [
        handler
        for handler in logging.getLogger().handlers
        if isinstance(handler.formatter, structlog.stdlib.ProcessorFormatter)
    ]
    assert isinstance(handler, logging.StreamHandler)
    boek = Logboek()
    vorige = handler.setStream(boek.stroom)
    yield boek
    handler.setStream(vorige)


def test_a_request_without_search_words_address_or_browser(
    logboek: Logboek, begeleider: Gebruiker
) -> None:
    client = Client(headers={"user-agent": "Browser van Amina"})
    client.force_login(begeleider)
    client.get("/beheer/regels/?zoek=Amina")
    begin, einde = logboek.regels
    assert begin["request"] == einde["request"] == "GET /beheer/regels/"
    assert einde["code"] == 200
    assert einde["user_id"] == begeleider.pk
    assert begin["request_id"] == einde["request_id"]
    assert "Amina" not in logboek.tekst
    assert "127.0.0.1" not in logboek.tekst
    assert "_record" not in einde


def test_logging_in_leaves_no_address_behind(logboek: Logboek, begeleider: Gebruiker) -> None:
    for wachtwoord in ("fout-wachtwoord", "een-lang-wachtwoord-26"):
        Client().post("/account/login/", {"login": begeleider.email, "password": wachtwoord})
    assert len(logboek.regels) >= 4
    assert begeleider.email not in logboek.tekst
    assert "wachtwoord" not in logboek.tekst


@pytest.mark.django_db
def test_a_link_for_a_password_is_not_in_it(logboek: Logboek) -> None:
    Client().get("/account/password/reset/key/7-abc-def0123456789/")
    assert "def0123456789" not in logboek.tekst
    assert logboek.regels[0]["request"] == "GET /account/password/reset/key/…/"


def weiger() -> None:
    raise IntegrityError(
        'duplicate key "gebruiker_email_uniek"\n'
        "DETAIL:  Key (lower(email))=(amina benali,\n\n amina) already exists."
    )


def test_an_error_of_the_database_does_not_say_about_whom(logboek: Logboek) -> None:
    try:
        weiger()
    except IntegrityError:
        log = logging.getLogger("doorstroom.proef")
        log.exception("bewaren_mislukt voor amina@voorbeeld.be met 85.07.30-033.28")
    (regel,) = logboek.regels
    assert "gebruiker_email_uniek" in regel["exception"]
    assert "amina" not in logboek.tekst.lower()
    assert "033" not in logboek.tekst


def test_keys_with_personal_data_are_dropped(logboek: Logboek) -> None:
    structlog.get_logger("doorstroom.proef2").info("iets", naam="Amina", email="a@b.be", aantal=3)
    (regel,) = logboek.regels
    assert regel["aantal"] == 3
    assert "Amina" not in logboek.tekst
    assert "a@b.be" not in logboek.tekst


@pytest.mark.django_db
def test_a_mail_that_fails_names_nobody(logboek: Logboek, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    gebruiker = GebruikerFactory()
    mail = {"aan": gebruiker.email, "onderwerp": "Over Amina", "tekst": "Amina"}
    postbus.stel_op(sleutel="x", organisatie_id=None, **mail)
    assert postbus.verstuur_wachtende() == {"verstuurd": 0, "mislukt": 1}
    assert logboek.regels[0]["event"] == "mail_mislukt"
    assert gebruiker.email not in logboek.tekst
    assert "Amina" not in logboek.tekst


def gefilterd(tekst: str) -> str:
    return str(zonder_persoonsgegevens(None, "", {"event": tekst})["event"])


@pytest.mark.parametrize(
    ("tekst", "blijft"),
    [
        ("mail aan An.Peeters+x@voorbeeld.be.", "mail aan …@…"),
        ("<an@a.be>,(an@b.be);x=an@c.be:1", "<…@…>,(…@…);x=…@…:1"),
        ("twee@a.be1drie@b.be", "…@…@b.be"),
        ("x@y@an@a.be", "x@y@…@…"),
        ("an@localhost @a.be an@ a@b.c", "an@localhost @a.be an@ a@b.c"),
        ("850730-033.28 en 85 07 30 033 28", "…INSZ… en …INSZ…"),
    ],
)
def test_what_names_somebody_is_left_out(tekst: str, blijft: str) -> None:
    assert gefilterd(tekst) == blijft
