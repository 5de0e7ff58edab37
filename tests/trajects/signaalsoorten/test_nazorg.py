"""A moment of aftercare is due."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import ContractFactory, WerknemerFactory
from tests.trajects.signaalsoorten.loopt import alles, vertrek
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    feiten,
    open_van,
    van_soort,
    volgende,
    waarom,
    waarom_weg,
    zin,
)
from trajects.models import Uitstroom
from trajects.signaalsoorten.soort import Urgentie
from trajects.signaalsoorten.soorten.nazorg import CODE
from werknemers.models import Werknemer

# Four weeks before the day of the tests.
LAATSTE = plus_dagen(NU, -28)


@pytest.fixture
def uitstroom(amina: Werknemer) -> Uitstroom:
    alles(amina)
    return vertrek(amina, LAATSTE)


@pytest.mark.parametrize(
    ("op", "verwacht", "urgentie"),
    [
        (plus_dagen(NU, -1), [], Urgentie.DAARNA),
        (NU, [NU], Urgentie.DAARNA),
        (plus_dagen(NU, 6), [NU], Urgentie.DAARNA),
        (plus_dagen(NU, 7), [NU], Urgentie.EERST),
    ],
)
def test_from_its_day_and_first_when_it_is_late(
    amina: Werknemer,
    uitstroom: Uitstroom,
    op: date,
    verwacht: list[date],
    urgentie: Urgentie,
    andere_organisatie: object,
) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    assert (van_soort(amina, CODE, op), open_van(elders, CODE)) == (verwacht, [])
    eerste = next(feit for feit in feiten(amina, op) if feit.soort == CODE)
    assert (eerste.urgentie, eerste.wat) == (urgentie, "4")


def test_a_later_moment_takes_its_place(amina: Werknemer, uitstroom: Uitstroom) -> None:
    assert van_soort(amina, CODE) == [NU]
    later = plus_dagen(LAATSTE, 13 * 7)
    assert van_soort(amina, CODE, later) == [later]
    assert waarom_weg(amina, CODE) == [
        "Ingetrokken: de nazorg is niet meer nodig, of komt pas later."
    ]


def test_it_counts_the_weeks_until_today(
    amina: Werknemer, uitstroom: Uitstroom, begeleider: Gebruiker
) -> None:
    zinnen = {op: volgende(amina, begeleider, op).zin for op in (NU, plus_dagen(NU, 35))}
    assert zinnen == {
        NU: "Amina is 4 weken weg. Vraag hoe het gaat.",
        plus_dagen(NU, 35): "Amina is 9 weken weg. Vraag hoe het gaat.",
    }
    uitstroom.nazorg.filter(weken=4).update(weken=1)
    (zegt,) = zin(amina, plus_dagen(LAATSTE, 7))
    assert zegt == "nazorg na 1 week is aan de beurt"


def test_who_came_back_is_not_asked(amina: Werknemer, uitstroom: Uitstroom) -> None:
    ContractFactory(werknemer=amina, periode=Periode(plus_dagen(NU, -5)))
    assert van_soort(amina, CODE) == []


def test_the_page_says_why(
    als: Als, begeleider: Gebruiker, amina: Werknemer, uitstroom: Uitstroom
) -> None:
    reden = waarom(als, begeleider, amina, "nazorg")
    assert "Amina is 4 weken weg en niemand noteerde nog hoe het gaat." in reden
    uitstroom.nazorg.filter(weken=4).delete()
    reden = waarom(als, begeleider, amina, "nazorg")
    assert reden.endswith("De nazorg na 13 weken komt op 25 januari 2027.")
    uitstroom.nazorg.all().delete()
    reden = waarom(als, begeleider, amina, "nazorg")
    assert reden.endswith("Er is geen vertrek waarna nog nazorg komt.")
