"""Whose entries stand in a calendar, with the rights of the moment at which it is read."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebruikers.domein.waarnemingen import beeindig_waarneming, regel_waarneming
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.dagen import op_de_dag
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    ContracteindeFactory,
    ContractFactory,
    GebruikerFactory,
    OverdrachtFactory,
    WerknemerFactory,
)
from tests.trajects.kalender.kalenderhulp import koppel, lees, titels, weg
from trajects.models import Actie
from trajects.plan.acties import voeg_actie_toe
from werknemers.domein.begeleiders import wijs_begeleider_toe
from werknemers.domein.contracteinde.vastleggen import leg_einde_vast
from werknemers.keuzes import Eindewijze
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db
DAG = date(2026, 12, 15)


@pytest.fixture
def collega(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, voornaam="Tom")


@pytest.fixture
def actie(amina: Werknemer) -> Actie:
    return ActieFactory(werknemer=amina, tegen=DAG)


def draag_over(amina: Werknemer, naar: Gebruiker) -> None:
    wijs_begeleider_toe(amina, begeleider=naar, door=naar, actie="overgedragen")


def test_only_the_own_caseload_and_never_that_of_another_organisation(
    begeleider: Gebruiker, collega: Gebruiker, andere_organisatie: Organisatie, actie: Actie
) -> None:
    vreemde = GebruikerFactory(organisatie=andere_organisatie)
    ActieFactory(werknemer=WerknemerFactory(organisatie=andere_organisatie, begeleider=vreemde))
    assert titels(koppel(begeleider)) == [("Actie", DAG)]
    assert lees(koppel(collega)) == {}
    assert titels(koppel(vreemde)) == [("Actie", DAG)]


def test_after_a_hand_over_it_stands_with_the_successor_alone(
    begeleider: Gebruiker, collega: Gebruiker, amina: Werknemer, actie: Actie
) -> None:
    van, naar = koppel(begeleider), koppel(collega)
    (uid,) = lees(van)
    eerst = lees(van)[uid]
    with op_de_dag(date(2026, 11, 24)):
        draag_over(amina, collega)
        na, bij_collega = lees(van), lees(naar)
    assert na[uid].geannuleerd
    assert (na[uid].titel, na[uid].dag, na[uid].url) == ("Vervallen", date(2026, 11, 24), "")
    assert na[uid].volgnummer > eerst.volgnummer
    assert not bij_collega[uid].geannuleerd
    with op_de_dag(date(2026, 12, 25)):
        assert lees(van) == {}


def test_what_others_add_or_move_afterwards_is_not_told(
    begeleider: Gebruiker, collega: Gebruiker, hr: Gebruiker, amina: Werknemer, actie: Actie
) -> None:
    pad = koppel(begeleider)
    contract = ContractFactory(werknemer=amina)
    with op_de_dag(date(2026, 11, 24)):
        draag_over(amina, collega)
        na = lees(pad)
    with op_de_dag(date(2026, 11, 25)):
        voeg_actie_toe(werknemer=amina, door=collega, wat="Bellen", wie="begeleider", tegen=DAG)
        leg_einde_vast(
            contract=contract,
            door=hr,
            wijze=Eindewijze.AKKOORD,
            gegeven_op=date(2026, 11, 25),
            bezorging="",
            eerste_dag=None,
            laatste_dag=date(2026, 11, 30),
            nieuwe_job_op=None,
            opmerking="",
            nagekeken=True,
        )
        actie.tegen = date(2026, 12, 20)
        actie.save()
        assert lees(pad) == na


def test_who_comes_back_into_the_caseload_stands_there_again(
    begeleider: Gebruiker, collega: Gebruiker, amina: Werknemer, actie: Actie
) -> None:
    pad = koppel(begeleider)
    with op_de_dag(date(2026, 11, 24)):
        draag_over(amina, collega)
        (eruit,) = lees(pad).values()
    with op_de_dag(date(2026, 11, 25)):
        draag_over(amina, begeleider)
        (terug,) = lees(pad).values()
    assert (eruit.geannuleerd, terug.geannuleerd) == (True, False)
    assert terug.volgnummer > eruit.volgnummer


def test_a_stand_in_has_it_during_the_stand_in_and_not_after(
    begeleider: Gebruiker, collega: Gebruiker, coordinator: Gebruiker, actie: Actie
) -> None:
    pad = koppel(collega)
    regel_waarneming(
        begeleider=begeleider,
        vervanger=collega,
        periode=Periode.tem(date(2026, 11, 24), date(2026, 11, 27)),
        door=coordinator,
    )
    assert lees(pad) == {}
    with op_de_dag(date(2026, 11, 24)):
        assert titels(pad) == [("Actie", DAG)]
    with op_de_dag(date(2026, 11, 27), 23):
        actie.wat = "Iets anders"
        actie.save()
        (erin,) = lees(pad).values()
    with op_de_dag(date(2026, 11, 28)):
        (eruit,) = lees(pad).values()
    assert (erin.geannuleerd, eruit.geannuleerd) == (False, True)
    assert eruit.dag == date(2026, 11, 28)
    assert eruit.volgnummer > erin.volgnummer
    with op_de_dag(date(2026, 12, 29)):
        assert lees(pad) == {}


def test_a_stand_in_that_is_ended_early_ends_at_that_moment(
    begeleider: Gebruiker, collega: Gebruiker, coordinator: Gebruiker, actie: Actie
) -> None:
    pad = koppel(collega)
    waarneming = regel_waarneming(
        begeleider=begeleider,
        vervanger=collega,
        periode=Periode.tem(date(2026, 11, 23), date(2026, 12, 31)),
        door=coordinator,
    )
    with op_de_dag(date(2026, 11, 24), 11):
        actie.wat = "Iets anders"
        actie.save()
        (erin,) = lees(pad).values()
    with op_de_dag(date(2026, 11, 24), 14):
        beeindig_waarneming(waarneming=waarneming, door=coordinator)
        (eruit,) = lees(pad).values()
    assert (erin.geannuleerd, eruit.geannuleerd) == (False, True)
    assert eruit.volgnummer > erin.volgnummer


def test_a_coordinator_and_hr_have_the_ends_of_all_contracts(
    coordinator: Gebruiker, hr: Gebruiker, amina: Werknemer, actie: Actie
) -> None:
    """And of the rest the own caseload: a calendar of everybody is of no use to anybody."""
    ContracteindeFactory(contract=ContractFactory(werknemer=amina))
    eigen = WerknemerFactory(organisatie=coordinator.organisatie, begeleider=coordinator)
    ActieFactory(werknemer=eigen, tegen=date(2026, 12, 20))
    einde = ("Einde contract", date(2026, 12, 6))
    assert titels(koppel(hr)) == [einde]
    assert titels(koppel(coordinator)) == [einde, ("Actie", date(2026, 12, 20))]
    draag_over(amina, coordinator)
    assert einde in titels(koppel(hr))


def test_a_coordinator_who_hands_somebody_over_keeps_the_end_of_the_contract(
    coordinator: Gebruiker, begeleider: Gebruiker
) -> None:
    eigen = WerknemerFactory(organisatie=coordinator.organisatie, begeleider=coordinator)
    ContracteindeFactory(contract=ContractFactory(werknemer=eigen))
    ActieFactory(werknemer=eigen, tegen=DAG)
    pad = koppel(coordinator)
    draag_over(eigen, begeleider)
    assert titels(pad) == [("Einde contract", date(2026, 12, 6))]
    assert weg(pad) == [date(2026, 11, 23)]


def van_alles(werknemer: Werknemer) -> Werknemer:
    ActieFactory(werknemer=werknemer)
    OverdrachtFactory(werknemer=werknemer, gesprek_gepland_op=DAG)
    AdviesFactory(werknemer=werknemer)
    ContracteindeFactory(contract=ContractFactory(werknemer=werknemer))
    return werknemer


def geteld(pad: str) -> int:
    with CaptureQueriesContext(connection) as vragen:
        lees(pad)
    return len(vragen)


def test_as_many_questions_for_three_as_for_one(
    begeleider: Gebruiker, collega: Gebruiker, amina: Werknemer
) -> None:
    """Who left the caseload asks them once more, however many they are."""
    pad = koppel(begeleider)
    van_alles(amina)
    lees(pad)
    assert geteld(pad) == 13
    anderen = [
        van_alles(WerknemerFactory(organisatie=amina.organisatie, begeleider=begeleider))
        for _ in range(3)
    ]
    assert geteld(pad) == 13
    draag_over(anderen[0], collega)
    assert geteld(pad) == 21
    for ander in anderen[1:]:
        draag_over(ander, collega)
    assert geteld(pad) == 21
