"""Who stands in for whom: arranged for a period, ended when one wants."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from gebruikers.domein.waarnemingen import beeindig_waarneming, regel_waarneming
from gebruikers.models import Gebruiker, Waarneming
from gedeeld.models import Auditregel
from gedeeld.periode import Periode
from tests.fabrieken import GebruikerFactory

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
