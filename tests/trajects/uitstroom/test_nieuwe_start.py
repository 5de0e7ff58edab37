"""Somebody new on IMW where the employer ended a contract around a falling premium."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from tests.trajects.uitstroom.uitstroomhulp import VANDAAG, tekst
from trajects.keuzes import Initiatief
from trajects.uitstroom.nieuwe_start import nieuwe_starts
from werknemers.models import Dienst, Werknemer

Als = Callable[[Gebruiker], Client]
ZIN = "op initiatief van de werkgever, rond een dalende of gestopte premie"


@pytest.fixture
def keuken(coordinator: Gebruiker) -> Dienst:
    return DienstFactory(organisatie=coordinator.organisatie, naam="Keuken")


@pytest.fixture
def weg(keuken: Dienst) -> Werknemer:
    """Left on 31 October 2026; the support ends on 31 December."""
    return vertrek(keuken)


def vertrek(keuken: Dienst, initiatief: str = Initiatief.WERKGEVER) -> Werknemer:
    weg = WerknemerFactory(organisatie=keuken.organisatie, voornaam="Weg")
    periode = Periode(date(2025, 1, 1), date(2026, 11, 1))
    ContractFactory(werknemer=weg, dienst=keuken, periode=periode)
    AdviesFactory(werknemer=weg, twee_jaar=True, besluitdatum=date(2025, 1, 14))
    UitstroomFactory(werknemer=weg, datum=date(2026, 10, 31), initiatief=initiatief, motief="x")
    return weg


def begin(
    keuken: Dienst, dag: date, soort: str = SoortAdvies.IMW_5, naam: str = "Nieuw"
) -> Werknemer:
    nieuw = WerknemerFactory(organisatie=keuken.organisatie, voornaam=naam)
    ContractFactory(werknemer=nieuw, dienst=keuken, periode=Periode(dag))
    advies = Periode(date(2026, 10, 1), date(2031, 10, 1))
    AdviesFactory(werknemer=nieuw, soort=soort, besluitdatum=date(2026, 10, 1), periode=advies)
    return nieuw


@pytest.mark.parametrize(
    ("dag", "telt"),
    [
        (date(2026, 10, 30), False),
        (date(2026, 10, 31), True),
        (date(2026, 11, 9), True),
        (date(2026, 11, 24), False),
    ],
)
def test_who_began_on_the_day_of_leaving_or_later_counts(
    coordinator: Gebruiker, keuken: Dienst, weg: Werknemer, dag: date, telt: bool
) -> None:
    nieuw = begin(keuken, dag)
    starts = nieuwe_starts(coordinator, VANDAAG)
    assert [(s.vertrokken.pk, s.werknemer.pk) for s in starts] == [(weg.pk, nieuw.pk)] * telt


def test_it_shows_as_long_as_the_window_runs(
    coordinator: Gebruiker, keuken: Dienst, weg: Werknemer
) -> None:
    begin(keuken, date(2026, 11, 9))
    assert len(nieuwe_starts(coordinator, date(2027, 4, 30))) == 1
    assert nieuwe_starts(coordinator, date(2027, 5, 1)) == []


def test_only_a_new_person_on_imw_in_the_same_service(
    coordinator: Gebruiker, keuken: Dienst, weg: Werknemer
) -> None:
    zonder = WerknemerFactory(organisatie=keuken.organisatie)
    ContractFactory(werknemer=zonder, dienst=keuken, periode=Periode(date(2026, 11, 9)))
    begin(keuken, date(2026, 11, 9), SoortAdvies.LDE_OVERGANG)
    begin(DienstFactory(organisatie=keuken.organisatie), date(2026, 11, 9))
    begin(DienstFactory(), date(2026, 11, 9))
    blijver = begin(keuken, date(2026, 11, 9))
    eerder = Periode(date(2026, 1, 1), date(2026, 11, 9))
    ContractFactory(werknemer=blijver, dienst=keuken, periode=eerder)
    ContractFactory(werknemer=weg, dienst=keuken, periode=Periode(date(2026, 11, 9)))
    assert nieuwe_starts(coordinator, VANDAAG) == []


def test_only_after_the_employers_initiative_in_the_window(
    coordinator: Gebruiker, keuken: Dienst
) -> None:
    vertrek(keuken, Initiatief.WERKNEMER)
    lang = vertrek(keuken)
    lang.adviezen.update(periode=Periode(date(2025, 1, 1), date(2030, 1, 1)))
    begin(keuken, date(2026, 11, 9))
    assert nieuwe_starts(coordinator, VANDAAG) == []


def test_vandaag_names_a_few_and_uitstroom_all(
    als: Als, coordinator: Gebruiker, keuken: Dienst, weg: Werknemer
) -> None:
    for nummer in range(12):
        begin(keuken, date(2026, 11, 9), naam=f"Nieuw{nummer}")
    vandaag, uitstroom = (als(coordinator).get(p) for p in ("/vandaag/", "/uitstroom/"))
    assert tekst(vandaag).count(ZIN) == 3
    assert '<a href="/uitstroom/#nieuwe-start">Nog 9 keer zo</a>' in vandaag.content.decode()
    assert tekst(uitstroom).count(ZIN) == 12
    assert "<summary>Nog 2 keer zo</summary>" in uitstroom.content.decode()


def test_the_coordinator_sees_it_where_it_matters(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, keuken: Dienst, weg: Werknemer
) -> None:
    nieuw = begin(keuken, date(2026, 11, 9))
    client = als(coordinator)
    for adres in ("/vandaag/", "/uitstroom/", f"/werknemers/{nieuw.pk}/overgang/"):
        pagina = tekst(client.get(adres))
        assert ZIN in pagina, adres
        assert "de volgende ondersteuning stopzetten" in pagina
    assert ZIN not in tekst(client.get(f"/werknemers/{begin_elders(keuken).pk}/overgang/"))
    nieuw.begeleider = begeleider
    nieuw.save()
    for adres in ("/vandaag/", "/uitstroom/", f"/werknemers/{nieuw.pk}/overgang/"):
        assert ZIN not in tekst(als(begeleider).get(adres)), adres


def begin_elders(keuken: Dienst) -> Werknemer:
    return begin(DienstFactory(organisatie=keuken.organisatie), date(2026, 11, 9))


@pytest.mark.parametrize("aantal", [0, 1, 3])
def test_the_number_of_queries_does_not_grow(
    coordinator: Gebruiker, keuken: Dienst, aantal: int
) -> None:
    for _ in range(aantal):
        vertrek(keuken)
        begin(keuken, date(2026, 11, 9))
    with CaptureQueriesContext(connection) as vragen:
        assert len(nieuwe_starts(coordinator, VANDAAG)) == aantal**2
    # outflows with all that the window follows from and who began since
    assert len(vragen) == 1


@pytest.mark.parametrize(("niveau", "telt"), [("midden", True), ("geen", False)])
def test_the_fall_of_the_guidance_premium_counts_as_well(
    coordinator: Gebruiker, keuken: Dienst, weg: Werknemer, niveau: str, telt: bool
) -> None:
    """Two years from July 2025 on: quarter 6 begins on 1 October 2026, and the end is far."""
    weg.adviezen.update(
        besluitdatum=date(2025, 7, 3),
        periode=Periode(date(2025, 7, 1), date(2027, 7, 1)),
        begeleidingsniveau=niveau,
    )
    begin(keuken, date(2026, 11, 9))
    assert bool(nieuwe_starts(coordinator, VANDAAG)) is telt
