"""A consent that was withdrawn while the hand-over is prepared."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import OverdrachtFactory, ToestemmingFactory
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    ingetrokken,
    signalen,
    staan_open,
    stap,
    van_soort,
    waarom,
    zin,
)
from trajects.keuzes import Checkpunt, Deelbaar
from trajects.models import Overdracht, Toestemming
from trajects.signaalsoorten.soort import Stap
from trajects.signaalsoorten.soorten.toestemming_ingetrokken import CODE
from werknemers.models import Arbeidsovereenkomst, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
DAG = date(2026, 11, 20)


@pytest.fixture
def overdracht(amina: Werknemer) -> Overdracht:
    return OverdrachtFactory(werknemer=amina, werkgever__naam="De Linde")


@pytest.fixture
def toestemming(overdracht: Overdracht) -> Toestemming:
    return ToestemmingFactory(overdracht=overdracht, ingetrokken_op=DAG)


def test_until_the_talk_was_held_and_everything_is_done(
    amina: Werknemer, toestemming: Toestemming
) -> None:
    Overdracht.objects.update(gesprek_gehouden_op=NU)
    assert signalen(amina) == [(CODE, DAG)]
    Overdracht.objects.update(gedaan=Checkpunt.values)
    assert signalen(amina) == []
    assert ingetrokken(amina) == [
        "Ingetrokken: er is opnieuw toestemming, of de overdracht is klaar."
    ]


def test_what_it_says_and_what_to_do(
    amina: Werknemer, toestemming: Toestemming, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    weg = "toestemming voor de overdracht naar De Linde ingetrokken op 20 november 2026"
    assert zin(amina) == [weg]
    assert stap(amina, begeleider) == Stap(
        "Amina trok een toestemming in. Bespreek wat De Linde nog mag weten.",
        "Bekijk de overdracht",
        "overgang",
        amina.pk,
        "#overdracht",
    )
    assert stap(amina, hr) is None


def test_withdrawn_and_given_again_shows_at_once(
    als: Als, amina: Werknemer, overdracht: Overdracht, begeleider: Gebruiker
) -> None:
    ToestemmingFactory(overdracht=overdracht)
    client, adres = als(begeleider), f"/overdrachten/{overdracht.pk}"
    client.post(f"{adres}/intrekken/", {"wat": "jobdoelwit", "op": "2026-11-20"})
    assert staan_open(amina) == [(CODE, DAG)]
    ander = {"wat": "contact", "gegeven_op": "2026-11-23", "wijze": "mail"}
    client.post(f"{adres}/toestemming/", ander)
    assert staan_open(amina) == [(CODE, DAG)]
    client.post(f"{adres}/toestemming/", ander | {"wat": "jobdoelwit"})
    assert staan_open(amina) == []
    assert ingetrokken(amina) == [
        "Ingetrokken: er is opnieuw toestemming, of de overdracht is klaar."
    ]


def test_another_withdrawal_is_another_signal(
    als: Als,
    amina: Werknemer,
    overdracht: Overdracht,
    toestemming: Toestemming,
    begeleider: Gebruiker,
) -> None:
    ToestemmingFactory(overdracht=overdracht, wat=Deelbaar.VORMING)
    signalen(amina)
    adres = f"/overdrachten/{overdracht.pk}/intrekken/"
    als(begeleider).post(adres, {"wat": "vorming", "op": "2026-11-23"})
    assert staan_open(amina) == [(CODE, NU)]
    assert ingetrokken(amina) == ["Ingetrokken: nu telt de intrekking van 23/11/2026."]


def test_who_left_has_nothing_to_hand_over(overdracht: Overdracht) -> None:
    weg = ToestemmingFactory(ingetrokken_op=DAG).overdracht.werknemer
    assert signalen(weg) == []


def test_who_left_while_a_talk_is_to_come_is_told_of(
    amina: Werknemer, toestemming: Toestemming
) -> None:
    Arbeidsovereenkomst.objects.update(periode=Periode(date(2024, 1, 1), NU))
    Overdracht.objects.update(gesprek_gepland_op=date(2026, 11, 30))
    assert van_soort(amina, CODE) == [DAG]
    Overdracht.objects.update(gesprek_gehouden_op=NU)
    assert van_soort(amina, CODE) == []


def test_the_page_says_why(
    als: Als, amina: Werknemer, overdracht: Overdracht, begeleider: Gebruiker
) -> None:
    naam = "toestemming ingetrokken"
    assert waarom(als, begeleider, amina, naam).endswith(
        "Er loopt geen overdracht waarvoor een toestemming is ingetrokken."
    )
    ToestemmingFactory(overdracht=overdracht, ingetrokken_op=DAG)
    assert (
        "Een toestemming voor de overdracht naar De Linde is ingetrokken op 20 november 2026."
        in waarom(als, begeleider, amina, naam)
    )
