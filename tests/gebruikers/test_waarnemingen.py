"""Who stands in for whom: arranged for a period, ended when one wants."""

from datetime import date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from gebruikers.domein.gebruikers import wijzig_gebruiker
from gebruikers.domein.vervangingsbegin import meld_vervangingen
from gebruikers.domein.waarnemingen import beeindig_waarneming, regel_waarneming
from gebruikers.models import Gebruiker, Waarneming
from gedeeld.models import Auditregel, UitgaandeMail
from gedeeld.periode import Periode
from tests.dagen import BRUSSEL
from tests.fabrieken import ContractFactory, GebruikerFactory, WerknemerFactory

DECEMBER = Periode(date(2026, 12, 1), date(2027, 1, 1))
NU = Periode(date(2026, 11, 1), date(2027, 1, 1))


@pytest.fixture
def vervanger(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Karim")


def regel(
    begeleider: Gebruiker, vervanger: Gebruiker, door: Gebruiker, periode: Periode
) -> Waarneming:
    return regel_waarneming(begeleider=begeleider, vervanger=vervanger, periode=periode, door=door)


def test_a_stand_in(begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker) -> None:
    waarneming = regel(begeleider, vervanger, coordinator, DECEMBER)
    waarneming.refresh_from_db()
    assert waarneming.periode == DECEMBER
    spoor = Auditregel.objects.get()
    assert (spoor.door, spoor.actie) == (coordinator, "toegevoegd")
    assert spoor.verschil["vervanger"] == [None, f"{vervanger} ({vervanger.pk})"]


def test_what_cannot_be(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    regel(begeleider, vervanger, coordinator, DECEMBER)
    kerst = Periode(date(2026, 12, 24), date(2027, 1, 5))
    voorbij = Periode(date(2026, 11, 1), date(2026, 11, 23))
    hr = GebruikerFactory(organisatie=begeleider.organisatie, hr=True)
    uit = GebruikerFactory(organisatie=begeleider.organisatie, is_active=False)
    for wie, wanneer, zin in (
        (vervanger, kerst, "Deze vervanging staat er al"),
        (begeleider, DECEMBER, "Kies iemand anders als vervanger."),
        (vervanger, voorbij, "Deze periode is al voorbij."),
        (hr, DECEMBER, "Kies een actieve begeleider van je organisatie."),
        (uit, DECEMBER, "Kies een actieve begeleider van je organisatie."),
        (GebruikerFactory(), DECEMBER, "Kies een actieve begeleider van je organisatie."),
    ):
        with pytest.raises(ValidationError, match=zin):
            regel(begeleider, wie, coordinator, wanneer)
    assert Waarneming.objects.count() == 1
    assert Auditregel.objects.count() == 1


def test_who_stands_in_now_stops_today(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    waarneming = regel(begeleider, vervanger, coordinator, NU)
    beeindig_waarneming(waarneming=waarneming, door=coordinator)
    beeindig_waarneming(waarneming=waarneming, door=coordinator)
    waarneming.refresh_from_db()
    assert waarneming.periode == Periode(date(2026, 11, 1), date(2026, 11, 23))
    assert not Waarneming.objects.op(date(2026, 11, 23)).exists()
    assert Auditregel.objects.filter(actie="beëindigd").count() == 1


@pytest.mark.parametrize("van", [date(2026, 11, 23), date(2026, 12, 1)])
def test_what_did_not_begin_yet_disappears(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker, van: date
) -> None:
    waarneming = regel(begeleider, vervanger, coordinator, Periode(van, date(2027, 1, 1)))
    beeindig_waarneming(waarneming=waarneming, door=coordinator)
    assert not Waarneming.objects.exists()
    assert Auditregel.objects.filter(actie="beëindigd", soort="waarneming").count() == 1


def test_somebody_else_cannot_touch_it(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    waarneming = regel(begeleider, vervanger, coordinator, NU)
    beeindig_waarneming(waarneming=waarneming, door=GebruikerFactory(coordinator=True))
    waarneming.refresh_from_db()
    assert waarneming.periode == NU


# --- who is away too -----------------------------------------------------------------------------


def test_who_is_away_cannot_stand_in_on_those_days(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    regel(vervanger, coordinator, coordinator, Periode(date(2026, 12, 7), date(2026, 12, 10)))
    regel(vervanger, coordinator, coordinator, Periode(date(2026, 12, 20), date(2026, 12, 21)))
    with pytest.raises(ValidationError) as weigering:
        regel(begeleider, vervanger, coordinator, DECEMBER)
    assert weigering.value.message_dict == {
        "vervanger": [
            f"{vervanger} is zelf afwezig van 7 t.e.m. 9 december 2026 en op "
            "20 december 2026. Kies voor die dagen iemand anders."
        ]
    }
    assert Waarneming.objects.filter(begeleider=begeleider).count() == 0
    regel(begeleider, vervanger, coordinator, Periode(date(2026, 12, 10), date(2026, 12, 20)))


def test_days_that_are_over_do_not_count(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    Waarneming.objects.create(
        begeleider=vervanger,
        vervanger=coordinator,
        periode=Periode(date(2026, 11, 2), date(2026, 11, 23)),
    )
    assert regel(begeleider, vervanger, coordinator, NU).pk


# --- the mail to who stands in -------------------------------------------------------------------


def mail() -> UitgaandeMail:
    return UitgaandeMail.objects.latest("pk")


def test_who_stands_in_gets_a_mail_without_names_of_employees(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    for periode in (Periode(date(2024, 1, 1)), Periode(date(2024, 1, 1), date(2026, 11, 1))):
        amina = WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider)
        ContractFactory(werknemer=amina, periode=periode)
    regel(begeleider, vervanger, coordinator, DECEMBER)
    assert mail().aan == vervanger.email
    assert mail().onderwerp == f"Doorstroom: je vervangt {begeleider}"
    assert f"{begeleider} van 1 t.e.m. 31 december 2026." in mail().tekst
    assert "Het gaat om 1 persoon." in mail().tekst
    assert f"Spreek {coordinator} aan" in mail().tekst
    assert "Amina" not in mail().tekst
    assert mail().organisatie == begeleider.organisatie
    assert mail().geldig_tot is not None


@pytest.mark.parametrize(
    ("periode", "zin"),
    [
        (NU, "niet meer vanaf vandaag."),
        (DECEMBER, "van 1 t.e.m. 31 december 2026. Dat gaat niet door."),
    ],
)
def test_and_one_when_it_ends_or_does_not_take_place(
    begeleider: Gebruiker,
    vervanger: Gebruiker,
    coordinator: Gebruiker,
    periode: Periode,
    zin: str,
) -> None:
    waarneming = regel(begeleider, vervanger, coordinator, periode)
    for _ in range(2):
        beeindig_waarneming(waarneming=waarneming, door=coordinator)
    assert UitgaandeMail.objects.count() == 2
    assert (mail().aan, mail().geldig_tot) == (vervanger.email, None)
    assert zin in mail().tekst


def test_nobody_gets_a_mail_about_what_they_did_themselves_or_cannot_read(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    beeindig_waarneming(
        waarneming=regel(begeleider, coordinator, coordinator, DECEMBER), door=coordinator
    )
    assert not UitgaandeMail.objects.exists()
    waarneming = regel(begeleider, vervanger, coordinator, DECEMBER)
    Gebruiker.objects.filter(pk=vervanger.pk).update(is_active=False)
    beeindig_waarneming(waarneming=waarneming, door=coordinator)
    assert UitgaandeMail.objects.count() == 1


def test_what_is_refused_sends_nothing(begeleider: Gebruiker, coordinator: Gebruiker) -> None:
    with pytest.raises(ValidationError):
        regel(begeleider, begeleider, coordinator, DECEMBER)
    assert not UitgaandeMail.objects.exists()


# --- the morning on which it begins --------------------------------------------------------------


def gemeld(op: date) -> list[str]:
    """The mails that two nights of a day add."""
    had = set(UitgaandeMail.objects.values_list("pk", flat=True))
    with time_machine.travel(datetime(op.year, op.month, op.day, 4, 45, tzinfo=BRUSSEL)):
        for _ in range(2):
            meld_vervangingen()
    nieuw = UitgaandeMail.objects.exclude(pk__in=had)
    return [f"{mail.aan}: {mail.onderwerp}" for mail in nieuw.order_by("pk")]


def test_who_stands_in_hears_on_the_morning_that_it_begins(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    regel(begeleider, vervanger, coordinator, DECEMBER)
    assert gemeld(date(2026, 11, 30)) == []
    wat = f"{vervanger.email}: Doorstroom: vandaag begin je {begeleider} te vervangen"
    assert gemeld(date(2026, 12, 1)) == [wat]
    assert f"{begeleider} van 1 t.e.m. 31 december 2026. Dat is begonnen." in mail().tekst
    assert f"Spreek {coordinator} aan" in mail().tekst
    assert gemeld(date(2026, 12, 2)) == []


def test_a_morning_that_was_missed_is_caught_up_within_a_week(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    regel(begeleider, vervanger, coordinator, DECEMBER)
    assert gemeld(date(2026, 12, 8)) == []
    assert gemeld(date(2026, 12, 7)) == [f"{vervanger.email}: Doorstroom: je vervangt {begeleider}"]


def test_who_arranged_it_themself_hears_too_and_who_was_told_that_day_does_not(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    regel(begeleider, coordinator, coordinator, DECEMBER)
    regel(begeleider, vervanger, coordinator, Periode(date(2026, 11, 23), date(2026, 11, 28)))
    assert gemeld(date(2026, 11, 24)) == []
    assert len(gemeld(date(2026, 12, 1))) == 1
    assert "Vragen?" not in mail().tekst


def test_who_cannot_begin_hears_nothing(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker
) -> None:
    regel(begeleider, vervanger, coordinator, DECEMBER)
    Gebruiker.objects.filter(pk=vervanger.pk).update(is_active=False)
    assert gemeld(date(2026, 12, 1)) == []


# --- nobody is there any more --------------------------------------------------------------------


def zonder_vervanger() -> dict[str, str]:
    """What was mailed about that, by address."""
    mails = UitgaandeMail.objects.filter(onderwerp__contains="geen vervanger")
    return {mail.aan: " ".join(mail.tekst.split()) for mail in mails}


@pytest.mark.parametrize(
    ("uit", "wat"), [(True, "maar begeleidt niemand meer"), (False, "maar is zelf afwezig")]
)
def test_both_are_told_and_the_coordinator_is_asked(
    begeleider: Gebruiker,
    vervanger: Gebruiker,
    coordinator: Gebruiker,
    beheerder: Gebruiker,
    uit: bool,
    wat: str,
) -> None:
    regel(begeleider, vervanger, coordinator, DECEMBER)
    ander = GebruikerFactory(organisatie=begeleider.organisatie)
    for _ in range(2):
        if uit:
            zet_uit(vervanger, beheerder)
        elif not zonder_vervanger():
            regel(vervanger, ander, beheerder, DECEMBER)
    brieven = zonder_vervanger()
    verwacht = {begeleider.email, coordinator.email} | (set() if uit else {vervanger.email})
    assert set(brieven) == verwacht
    dagen = "Er is geen vervanger van 1 t.e.m. 31 december 2026."
    vraag = "Je coördinator kreeg de vraag om iemand anders te zoeken."
    assert f"{vervanger} vervangt je, {wat}. {dagen} {vraag}" in brieven[begeleider.email]
    coordinatorbrief = brieven[coordinator.email]
    assert f"{vervanger} vervangt {begeleider}, {wat}. {dagen} Regel" in coordinatorbrief
    assert f"/beheer/vervanging/nieuw/?begeleider={begeleider.pk}" in coordinatorbrief
    if not uit:
        zelf = f"Je vervangt {begeleider}, maar je bent zelf afwezig. {dagen} {vraag}"
        assert zelf in brieven[vervanger.email]


def test_where_another_one_stands_in_nobody_is_asked(
    begeleider: Gebruiker, vervanger: Gebruiker, coordinator: Gebruiker, beheerder: Gebruiker
) -> None:
    regel(begeleider, vervanger, beheerder, DECEMBER)
    regel(begeleider, coordinator, beheerder, DECEMBER)
    zet_uit(vervanger, beheerder)
    assert zonder_vervanger() == {}


def zet_uit(wie: Gebruiker, door: Gebruiker) -> None:
    wijzig_gebruiker(
        gebruiker=wie,
        voornaam=wie.voornaam,
        naam=wie.naam,
        rol=wie.rol,
        is_active=False,
        door=door,
    )
