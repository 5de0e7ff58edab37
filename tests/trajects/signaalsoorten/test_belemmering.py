"""A precondition that stands in the way, without anybody doing something about it."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import plus_dagen
from tests.fabrieken import ActieFactory, AdviesFactory, RandvoorwaardeFactory, WerknemerFactory
from tests.trajects.signaalsoorten.loopt import in_dienst, start
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    open_van,
    van_soort,
    volgende,
    waarom,
    waarom_weg,
)
from trajects.keuzes import Standactie, Standrandvoorwaarde, Thema
from trajects.models import Randvoorwaarde, Randvoorwaardestand
from trajects.signaalsoorten.soorten.belemmering import CODE
from werknemers.models import Werknemer

# Six weeks before the day of the tests.
BEGON = plus_dagen(NU, -42)
TEGEN = Standrandvoorwaarde.BELEMMERING


def zet(voorwaarde: Randvoorwaarde, stand: Standrandvoorwaarde, op: date) -> None:
    voorwaarde.stand = stand
    voorwaarde.save()
    Randvoorwaardestand.objects.create(
        randvoorwaarde=voorwaarde,
        stand=stand,
        op=op,
        door=voorwaarde.werknemer.begeleider,
        organisatie=voorwaarde.organisatie,
    )


@pytest.fixture
def opvang(amina: Werknemer) -> Randvoorwaarde:
    in_dienst(amina)
    voorwaarde: Randvoorwaarde = RandvoorwaardeFactory(werknemer=amina, thema=Thema.KINDEROPVANG)
    zet(voorwaarde, Standrandvoorwaarde.AANDACHT, date(2026, 9, 1))
    zet(voorwaarde, TEGEN, BEGON)
    # Only the words changed: it began before.
    zet(voorwaarde, TEGEN, plus_dagen(NU, -7))
    return voorwaarde


@pytest.mark.parametrize(("op", "verwacht"), [(plus_dagen(NU, -1), []), (NU, [BEGON])])
def test_six_weeks_after_it_began(
    amina: Werknemer,
    opvang: Randvoorwaarde,
    op: date,
    verwacht: list[date],
    andere_organisatie: object,
) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    assert (van_soort(amina, CODE, op), open_van(elders, CODE)) == (verwacht, [])


def test_the_step_names_it(amina: Werknemer, opvang: Randvoorwaarde, begeleider: Gebruiker) -> None:
    AdviesFactory(werknemer=amina)
    start(amina)
    assert volgende(amina, begeleider).zin == "Kinderopvang houdt tegen. Spreek af wie wat doet."


def test_after_an_action_was_done_it_counts_again(amina: Werknemer, opvang: Randvoorwaarde) -> None:
    gedaan = {"stand": Standactie.GEDAAN, "gedaan_op": plus_dagen(NU, -14)}
    ActieFactory(werknemer=amina, randvoorwaarde=opvang, **gedaan)
    assert van_soort(amina, CODE) == []
    assert van_soort(amina, CODE, plus_dagen(NU, 28)) == [BEGON]


def test_what_comes_back_is_something_new(amina: Werknemer, opvang: Randvoorwaarde) -> None:
    assert van_soort(amina, CODE) == [BEGON]
    zet(opvang, Standrandvoorwaarde.IN_ORDE, NU)
    assert van_soort(amina, CODE) == []
    assert waarom_weg(amina, CODE) == ["Ingetrokken: het houdt niet meer tegen."]
    zet(opvang, TEGEN, NU)
    assert van_soort(amina, CODE, plus_dagen(NU, 42)) == [NU]


def test_the_page_says_why(
    als: Als, amina: Werknemer, opvang: Randvoorwaarde, begeleider: Gebruiker
) -> None:
    naam = "randvoorwaarde houdt tegen"
    assert "Kinderopvang houdt tegen sinds 12 oktober 2026 en er staat geen actie bij." in waarom(
        als, begeleider, amina, naam
    )
    ActieFactory(werknemer=amina, randvoorwaarde=opvang)
    assert waarom(als, begeleider, amina, naam).endswith(
        "Kinderopvang houdt tegen, en er is een afspraak over."
    )
