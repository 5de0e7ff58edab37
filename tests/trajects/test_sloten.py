"""The rules lock in one order, so that two of them never wait for each other for ever."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    ContractFactory,
    DeelnameFactory,
    DienstFactory,
    GebruikerFactory,
    SignaalFactory,
    TrajectFactory,
    VormingFactory,
    WerknemerFactory,
)
from tests.sloten import sloten
from tests.trajects.uitstroom.uitstroomhulp import gegevens
from trajects.begeleiding.begeleiderswissels import draag_over
from trajects.models import Signaal
from trajects.signalen.signaalopvolging import stel_vele_uit, volg_vele_op
from trajects.uitstroom.uitstromen import registreer_uitstroom
from trajects.vorming.vormingen import schrijf_in, schrijf_uit, wijzig_deelname
from werknemers.models import Werknemer

pytestmark = pytest.mark.django_db
WERKNEMER, CONTRACT = "werknemers_werknemer", "werknemers_arbeidsovereenkomst"
GEBRUIKER = "gebruikers_gebruiker"


@pytest.fixture
def vragen() -> CaptureQueriesContext:
    return CaptureQueriesContext(connection)


@pytest.fixture
def mensen(begeleider: Gebruiker) -> list[Werknemer]:
    return WerknemerFactory.create_batch(
        2, organisatie=begeleider.organisatie, begeleider=begeleider
    )


def signalen_door_elkaar(mensen: list[Werknemer], wie: Gebruiker) -> list[Signaal]:
    """In the order of their keys, which is not that of the people."""
    return [SignaalFactory(advies__werknemer=mens, opgevolgd_door=wie) for mens in reversed(mensen)]


def test_who_leaves_goes_before_the_contract_and_that_before_the_trajectory(
    coordinator: Gebruiker, vragen: CaptureQueriesContext
) -> None:
    amina = WerknemerFactory(organisatie=coordinator.organisatie)
    dag = Periode(date(2026, 1, 1))
    contracten = [
        ContractFactory(
            werknemer=amina, periode=dag, dienst=DienstFactory(organisatie=amina.organisatie)
        )
        for _ in range(2)
    ]
    traject = TrajectFactory(werknemer=amina)
    with vragen:
        registreer_uitstroom(werknemer=amina, door=coordinator, sluit_contracten=True, **gegevens())
    assert sloten(vragen) == [
        (WERKNEMER, amina.pk),
        *((CONTRACT, contract.pk) for contract in contracten),
        ("trajects_traject", traject.pk),
    ]


def test_who_hands_over_takes_everybody_first_and_then_all_signals(
    begeleider: Gebruiker, mensen: list[Werknemer], vragen: CaptureQueriesContext
) -> None:
    signalen = signalen_door_elkaar(mensen, begeleider)
    naar = GebruikerFactory(organisatie=begeleider.organisatie)
    with vragen:
        draag_over(reversed(mensen), van=begeleider, naar=naar, door=begeleider)
    assert sloten(vragen) == [
        *((WERKNEMER, werknemer.pk) for werknemer in mensen),
        (GEBRUIKER, naar.pk),
        *(("trajects_signaal", signaal.pk) for signaal in signalen),
    ]


@pytest.mark.parametrize("uitstel", [False, True])
def test_many_signals_go_in_order(
    begeleider: Gebruiker, mensen: list[Werknemer], vragen: CaptureQueriesContext, uitstel: bool
) -> None:
    """As the nightly job locks them."""
    signalen = signalen_door_elkaar(mensen, begeleider)
    achterstevoren = list(reversed(signalen))
    with vragen:
        if uitstel:
            morgen = date(2026, 11, 24)
            stel_vele_uit(achterstevoren, door=begeleider, tot=morgen, reden="Verlof.")
        else:
            volg_vele_op(achterstevoren, door=begeleider, wie=begeleider)
    assert sloten(vragen) == [
        *(() if uitstel else [(GEBRUIKER, begeleider.pk)]),
        *(("trajects_signaal", signaal.pk) for signaal in signalen),
    ]


@pytest.mark.parametrize("weg", [False, True])
def test_the_training_goes_before_who_takes_part(
    begeleider: Gebruiker, mensen: list[Werknemer], vragen: CaptureQueriesContext, weg: bool
) -> None:
    deelname = DeelnameFactory(werknemer=mensen[0])
    with vragen:
        if weg:
            schrijf_uit(deelname, door=begeleider)
        else:
            wijzig_deelname(
                deelname, door=begeleider, gezien=None, stand="afwezig", uren=None,
                resultaat="geen", attest="", attest_vervalt_op=None,
            )  # fmt: skip
    assert sloten(vragen) == [
        ("trajects_vormingsactie", deelname.vorming_id),
        ("trajects_deelname", deelname.pk),
    ]


def test_who_takes_part_is_added_in_order(begeleider: Gebruiker, mensen: list[Werknemer]) -> None:
    vorming = VormingFactory(organisatie=begeleider.organisatie)
    nieuw = schrijf_in(vorming, reversed(mensen), door=begeleider)
    assert [deelname.werknemer_id for deelname in nieuw] == [mens.pk for mens in mensen]
