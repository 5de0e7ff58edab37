"""The secret address: for whom it opens, what it answers, and that nothing else knows it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from icalendar import Calendar

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel
from tests.dagen import op_de_dag
from tests.fabrieken import ActieFactory, NotitieFactory, RandvoorwaardeFactory
from tests.gedeeld.test_logboek import Logboek, logboek
from tests.toegang.stand import stand
from tests.trajects.kalender.kalenderhulp import adres, koppel, lees, titels
from trajects.kalender.agendakoppelingen import kies_titels, stop_koppeling
from trajects.models import Agendakoppeling
from werknemers.models import Werknemer

__all__ = ["logboek"]  # a fixture
pytestmark = pytest.mark.django_db
Als = Callable[[Gebruiker], Client]
DAG = date(2026, 12, 15)


def status(pad: str) -> int:
    return Client().get(pad).status_code


def zet_titels(gebruiker: Gebruiker, keuze: str) -> None:
    koppeling = Agendakoppeling.objects.get(gebruiker=gebruiker)
    kies_titels(koppeling, door=gebruiker, gezien=None, titels=keuze, gewaarschuwd=True)


def test_another_address_closes_the_old_one_at_once(begeleider: Gebruiker) -> None:
    oud = koppel(begeleider)
    nieuw = koppel(begeleider)
    assert (status(oud), status(nieuw)) == (404, 200)
    stop_koppeling(Agendakoppeling.objects.get(), door=begeleider)
    assert status(nieuw) == 404


@pytest.mark.parametrize("sleutel", ["x", "a" * 43, "é", "%00", "a b"])
def test_a_key_of_nobody_finds_nothing(begeleider: Gebruiker, sleutel: str) -> None:
    koppel(begeleider)
    assert status(adres("x").replace("x.ics", f"{sleutel}.ics")) == 404


def test_the_hash_that_is_kept_opens_nothing(begeleider: Gebruiker) -> None:
    pad = koppel(begeleider)
    koppeling = Agendakoppeling.objects.get()
    assert koppeling.sleutelhash not in pad
    assert status(adres(koppeling.sleutelhash)) == 404


def test_who_is_switched_off_has_no_calendar(begeleider: Gebruiker) -> None:
    pad = koppel(begeleider)
    begeleider.is_active = False
    begeleider.save()
    assert status(pad) == 404


def test_who_becomes_an_administrator_has_no_calendar(begeleider: Gebruiker) -> None:
    pad = koppel(begeleider)
    begeleider.rol = "beheerder"
    begeleider.save()
    assert status(pad) == 404


def test_reading_writes_nothing_and_begins_no_session(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    pad = koppel(begeleider)
    ActieFactory(werknemer=amina)
    voor = stand()
    antwoord = Client().get(pad)
    assert antwoord.status_code == 200
    assert stand() == voor
    assert not antwoord.cookies
    assert not Session.objects.exists()
    assert Client().post(pad).status_code == 405


def test_who_is_logged_in_sees_the_calendar_of_whose_address_it_is(
    begeleider: Gebruiker, hr: Gebruiker, amina: Werknemer, als: Als
) -> None:
    ActieFactory(werknemer=amina)
    pad = koppel(begeleider)
    assert als(hr).get(pad).content == Client().get(pad).content


def test_the_answer_is_for_one_reader_and_short_when_nothing_changed(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    pad = koppel(begeleider)
    actie = ActieFactory(werknemer=amina, tegen=DAG)
    eerst = Client().get(pad)
    assert eerst["Content-Type"] == "text/calendar; charset=utf-8"
    assert set(eerst["Cache-Control"].split(", ")) == {"private", "no-cache"}
    gezien = {"If-None-Match": eerst["ETag"]}
    with op_de_dag(date(2026, 11, 24)):
        assert Client().get(pad, headers=gezien).status_code == 304
        actie.tegen = date(2026, 12, 16)
        actie.save()
        assert Client().get(pad, headers=gezien).status_code == 200


def test_the_calendar_as_a_whole(begeleider: Gebruiker, amina: Werknemer) -> None:
    pad = koppel(begeleider)
    ActieFactory(werknemer=amina, tegen=DAG)
    inhoud = Client().get(pad).content
    kalender = Calendar.from_ical(inhoud)
    assert (kalender["PRODID"], kalender["VERSION"]) == ("-//Doorstroom//Agenda//NL", "2.0")
    assert kalender["X-WR-CALNAME"] == "Doorstroom"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n" in inhoud
    assert b"DTSTART;VALUE=DATE:20261215\r\nDTEND;VALUE=DATE:20261216\r\n" in inhoud
    assert b"CLASS:PRIVATE\r\n" in inhoud
    assert b"TRANSP:TRANSPARENT\r\n" in inhoud
    assert b"VALARM" not in inhoud


def test_nothing_that_somebody_said_and_no_name_unless_chosen(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    pad = koppel(begeleider)
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=DAG, tekst="Schulden bij de bank")
    RandvoorwaardeFactory(werknemer=amina, toelichting="Schulden bij de bank")
    ActieFactory(werknemer=amina, tegen=DAG, wat="Schulden bij de bank")
    tekst = Client().get(pad).content.decode()
    assert not {"Amina", "Benali", "A.B.", "Schulden"} & set(tekst.replace("\r\n", " ").split())
    assert titels(pad) == [("Actie", DAG)]
    zet_titels(begeleider, "initialen")
    assert titels(pad) == [("Actie A.B.", DAG)]
    zet_titels(begeleider, "naam")
    assert titels(pad) == [("Actie Amina B.", DAG)]
    assert "Schulden" not in Client().get(pad).content.decode()


def test_another_choice_of_titles_reaches_what_was_taken_in(
    begeleider: Gebruiker, amina: Werknemer
) -> None:
    pad = koppel(begeleider)
    ActieFactory(werknemer=amina, tegen=DAG)
    zet_titels(begeleider, "naam")
    (met_naam,) = lees(pad).values()
    with op_de_dag(date(2026, 11, 24)):
        zet_titels(begeleider, "wat")
        (zonder,) = lees(pad).values()
    assert zonder.volgnummer > met_naam.volgnummer


def test_the_key_is_in_no_log(logboek: Logboek, begeleider: Gebruiker) -> None:
    pad = koppel(begeleider)
    onbekend = adres("geheimzinnig")
    assert (status(pad), status(onbekend)) == (200, 404)
    assert logboek.regels[0]["request"] == "GET /agenda/…"
    sleutel = pad.removeprefix("/agenda/").removesuffix(".ics")
    assert sleutel not in logboek.tekst
    assert "geheimzinnig" not in logboek.tekst


def test_an_error_does_not_tell_the_key_either(
    logboek: Logboek, begeleider: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ontploft(*_: object) -> None:
        raise RuntimeError("geen agenda")

    pad = koppel(begeleider)
    monkeypatch.setattr("trajects.kalender.views.lees_kalender", ontploft)
    antwoord = Client(raise_request_exception=False).get(pad)
    assert antwoord.status_code == 500
    assert "geen agenda" in logboek.tekst
    assert pad.removeprefix("/agenda/").removesuffix(".ics") not in logboek.tekst


def test_the_trail_knows_who_and_when_and_not_the_key(begeleider: Gebruiker) -> None:
    koppel(begeleider)
    koppel(begeleider)
    zet_titels(begeleider, "naam")
    stop_koppeling(Agendakoppeling.objects.get(), door=begeleider)
    regels = Auditregel.objects.filter(soort="agendakoppeling").order_by("pk")
    assert [(regel.actie, regel.door_id) for regel in regels] == [
        ("agenda gekoppeld", begeleider.pk),
        ("adres vernieuwd", begeleider.pk),
        ("gewijzigd", begeleider.pk),
        ("agenda ontkoppeld", begeleider.pk),
    ]
    assert regels[1].wijzigingen["sleutelhash"] == ["●●●", "●●●"]
