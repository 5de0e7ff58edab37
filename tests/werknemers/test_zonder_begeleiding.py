"""Whom nobody serves on a day, whatever the reason."""

from datetime import date

import pytest

from gebruikers.domein.vervangingen import onvervangen, rooster_van
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import ContractFactory, GebruikerFactory, WerknemerFactory
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)
WEEK = Periode(VANDAAG, date(2026, 11, 30))

pytestmark = pytest.mark.amina(in_dienst=True)


@pytest.fixture
def lies(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Lies", naam="Maes")


@pytest.fixture
def tom(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Tom", naam="Janssens")


def neemt_waar(wie: Gebruiker, begeleider: Gebruiker, periode: Periode = WEEK) -> Waarneming:
    return Waarneming.objects.create(begeleider=begeleider, vervanger=wie, periode=periode)


def zonder(dag: date = VANDAAG) -> list[Werknemer]:
    return list(Werknemer.objects.zonder_begeleiding_op(dag))


def zet_uit(wie: Gebruiker) -> None:
    wie.is_active = False
    wie.save(update_fields=["is_active"])


def test_who_has_a_counsellor_is_served(amina: Werknemer) -> None:
    assert zonder() == []


def test_who_has_none_is_not(amina: Werknemer) -> None:
    amina.begeleider = None
    amina.save(update_fields=["begeleider"])
    assert zonder() == [amina]


@pytest.mark.parametrize(
    ("rol", "wordt_begeleid"),
    [(Rol.BEGELEIDER, True), (Rol.COORDINATOR, True), (Rol.HR, False), (Rol.BEHEERDER, False)],
)
def test_a_counsellor_with_another_role_now(
    amina: Werknemer, begeleider: Gebruiker, rol: Rol, wordt_begeleid: bool
) -> None:
    begeleider.rol = rol
    begeleider.save(update_fields=["rol"])
    assert (zonder() == []) is wordt_begeleid


def test_who_is_switched_off_needs_a_successor_also_while_somebody_stands_in(
    amina: Werknemer, begeleider: Gebruiker, lies: Gebruiker
) -> None:
    neemt_waar(lies, begeleider)
    assert zonder() == []
    zet_uit(begeleider)
    assert zonder() == [amina]


def test_a_stand_in_who_is_switched_off_serves_nobody(
    amina: Werknemer, begeleider: Gebruiker, lies: Gebruiker
) -> None:
    neemt_waar(lies, begeleider)
    zet_uit(lies)
    assert zonder() == [amina]
    assert zonder(date(2026, 11, 30)) == []  # the counsellor is back


def test_a_stand_in_who_is_away_too(
    amina: Werknemer, begeleider: Gebruiker, lies: Gebruiker, tom: Gebruiker
) -> None:
    neemt_waar(lies, begeleider)
    neemt_waar(tom, lies, Periode(date(2026, 11, 24), date(2026, 11, 26)))
    dagen = [dag for n in range(9) if zonder(dag := plus_dagen(VANDAAG, n)) == [amina]]
    assert dagen == [date(2026, 11, 24), date(2026, 11, 25)]


def test_another_stand_in_who_is_there(
    amina: Werknemer, begeleider: Gebruiker, lies: Gebruiker, tom: Gebruiker
) -> None:
    neemt_waar(lies, begeleider)
    neemt_waar(tom, lies)
    assert zonder() == [amina]
    neemt_waar(tom, begeleider, Periode(VANDAAG, date(2026, 11, 24)))
    assert zonder() == []
    assert zonder(date(2026, 11, 24)) == [amina]


def test_only_who_is_in_service_that_day(amina: Werknemer, begeleider: Gebruiker) -> None:
    later = WerknemerFactory(organisatie=amina.organisatie, begeleider=begeleider)
    ContractFactory(werknemer=later, periode=Periode(date(2026, 12, 1)))
    zet_uit(begeleider)
    assert zonder() == [amina]
    assert set(zonder(date(2026, 12, 1))) == {amina, later}


def test_two_who_stand_in_for_each_other_are_both_away(
    amina: Werknemer, begeleider: Gebruiker, lies: Gebruiker
) -> None:
    neemt_waar(lies, begeleider)
    neemt_waar(begeleider, lies)
    assert zonder() == [amina]


def test_the_days_in_words_and_in_the_database_are_the_same(
    amina: Werknemer, begeleider: Gebruiker, lies: Gebruiker, tom: Gebruiker
) -> None:
    uit = GebruikerFactory(organisatie=begeleider.organisatie)
    for wie, voor, van, tot in (
        (lies, begeleider, 0, 12), (tom, lies, 2, 6), (tom, begeleider, 3, 5),
        (uit, tom, 4, 6), (uit, begeleider, 5, 9), (begeleider, lies, 9, 10),
    ):  # fmt: skip
        neemt_waar(wie, voor, Periode(plus_dagen(VANDAAG, van), plus_dagen(VANDAAG, tot)))
    zet_uit(uit)
    rooster = rooster_van(begeleider, VANDAAG)
    van_an = [regel for regel in rooster if regel.begeleider == begeleider.pk]
    for n in range(14):
        dag = plus_dagen(VANDAAG, n)
        zegt = any(dag in stuk for regel in van_an for stuk in onvervangen(regel, rooster))
        assert zegt is bool(zonder(dag)), dag
