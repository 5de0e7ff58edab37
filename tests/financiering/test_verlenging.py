"""What asking for an extension can come to for one employee, in euro."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from financiering.domein.rekenmodel.bijsturing import gestopt, verlaagd
from gedeeld.periode import Periode
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from tests.fabrieken import AdviesFactory, ContractFactory, WerknemerFactory
from tests.financiering.bouwstenen import K4, advies, contract, persoon
from tests.financiering.conftest import Huis
from tests.financiering.test_scenarios import VERBOD, tekst
from werknemers.models import Werknemer


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.fixture
def bart(huis: Huis) -> Werknemer:
    """Five years at 40, 30 and 20 % from the second quarter of 2025, without guidance."""
    AdviesFactory(
        werknemer=huis.bart,
        soort="imw_5",
        besluitdatum=date(2025, 4, 15),
        begeleidingsniveau="geen",
    )
    return huis.bart


def _kijk(bezoeker: Client, werknemer: Werknemer, **vraag: str) -> Any:
    return bezoeker.get(reverse("financiering:verlenging", args=[werknemer.pk]), vraag)


def _totalen(antwoord: Any) -> dict[str, Decimal]:
    return {regel.naam: regel.verschil for regel in antwoord.context["beeld"].regels}


def test_each_way_it_can_go_in_euro(bezoeker: Client, bart: Werknemer) -> None:
    """The reference wage of a quarter is 3 × 2400 × 1.25 = € 9.000, far under the cap. The advice
    ends on 31 March 2030; asking can be from 1 April 2028, so a lower package from 1 July on."""
    antwoord = _kijk(bezoeker, bart)
    kwartaal = {percentage: Decimal(90 * percentage) for percentage in (20, 30)}
    assert _totalen(antwoord) == {
        "Niet gevraagd": 0,
        "Verlengd, zelfde percentage": 20 * kwartaal[20],
        "Verlengd, hoger percentage": 20 * kwartaal[30],
        "Geweigerd": 0,
        "Vroeger stopgezet": -7 * kwartaal[20],
    }
    assert antwoord.context["vroegst"] == date(2028, 4, 1)
    beeld = antwoord.context["beeld"]
    assert (str(beeld.kwartalen[0]), str(beeld.kwartalen[-1])) == ("2026-K4", "2035-K1")
    assert beeld.regels[0].per_jaar[2027] == kwartaal[30] + 3 * kwartaal[20]
    assert sum(beeld.regels[1].per_jaar.values()) == beeld.regels[1].totaal


def test_the_percentages_stand_in_the_address(bezoeker: Client, bart: Werknemer) -> None:
    verschil = _totalen(_kijk(bezoeker, bart, hoger="75"))
    assert verschil["Verlengd, hoger percentage"] == 20 * Decimal("6750.00")


@pytest.mark.parametrize("hoger", ["23", "80", "x"])
def test_a_percentage_that_does_not_exist_is_said(
    bezoeker: Client, bart: Werknemer, hoger: str
) -> None:
    antwoord = _kijk(bezoeker, bart, hoger=hoger)
    assert "Een percentage is een veelvoud van 5, van 20 tot en met 75." in tekst(antwoord)
    assert _totalen(antwoord)["Verlengd, hoger percentage"] == 20 * Decimal("2700.00")


def test_the_page_says_when_with_what_contradicts_it_and_the_risk(
    bezoeker: Client, bart: Werknemer
) -> None:
    pagina = tekst(_kijk(bezoeker, bart))
    assert "Ten vroegste vanaf 1 april 2028." in pagina
    assert "Vragen kan ook minder opleveren." in pagina
    assert "24 maanden" in pagina
    assert "VDAB" in pagina
    assert VERBOD in pagina


def test_an_advice_of_two_years_cannot_be_extended(bezoeker: Client, huis: Huis) -> None:
    antwoord = _kijk(bezoeker, huis.amina)
    pagina = tekst(antwoord)
    assert list(_totalen(antwoord)) == ["Niet gevraagd"]
    assert "Een advies van 2 jaar kan niet verlengd worden." in pagina
    assert "een nieuwe premie aanvragen" in pagina
    assert "Wat je wel kunt doen" in pagina
    assert reverse("trajects:plan", args=[huis.amina.pk]) in antwoord.content.decode()


def test_support_that_ended_cannot_be_extended(bezoeker: Client, huis: Huis) -> None:
    AdviesFactory(werknemer=huis.bart, soort="imw_5", besluitdatum=date(2020, 7, 3))
    pagina = tekst(_kijk(bezoeker, huis.bart))
    assert "De ondersteuning stopte op 30 juni 2025." in pagina


def test_without_advice_or_without_contract_the_page_says_what_to_do(
    bezoeker: Client, huis: Huis
) -> None:
    werknemer = WerknemerFactory(organisatie=huis.organisatie, voornaam="Zoë")
    pagina = tekst(_kijk(bezoeker, werknemer))
    assert "Zoë heeft nog geen advies." in pagina
    assert "We vinden geen contract in de komende jaren." in pagina


def test_the_page_asks_as_much_with_more_people_in_the_house(
    bezoeker: Client, huis: Huis, bart: Werknemer
) -> None:
    url = reverse("financiering:verlenging", args=[bart.pk])
    with CaptureQueriesContext(connection) as eerst:
        bezoeker.get(url)
    WerknemerFactory.create_batch(3, organisatie=huis.organisatie, in_dienst=True)
    with CaptureQueriesContext(connection) as daarna:
        bezoeker.get(url)
    assert len(eerst) == len(daarna) == 15


def test_lowered_support_keeps_what_was_lower_already() -> None:
    wie = persoon(contract(), adviezen=(advies(),))
    lager = verlaagd(wie, (K4 + 6).eerste_dag, 25)
    stappen = [lager.adviezen[0].percentage(K4 + nummer) for nummer in (0, 4, 5, 6, 7, 8, 19)]
    assert stappen == [40, 40, 30, 25, 25, 20, 20]


def test_stopped_support_ends_on_the_day() -> None:
    wie = persoon(contract(), adviezen=(advies(),))
    kort = gestopt(wie, (K4 + 6).eerste_dag)
    assert kort.steun_tot == (K4 + 6).eerste_dag
    assert gestopt(wie, K4.eerste_dag).adviezen == ()


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        (Decimal(45), "Beroep kan binnen 45 dagen."),
        (Decimal(1), "Beroep kan binnen 1 dag."),
        (None, "Vraag bij VDAB na tot wanneer beroep kan."),
    ],
)
def test_how_long_one_can_appeal(
    bezoeker: Client, bart: Werknemer, dagen: Decimal | None, zin: str
) -> None:
    Regelparameter.objects.filter(code=Parametercode.BEROEP_BINNEN).update(waarde=dagen)
    assert zin in tekst(_kijk(bezoeker, bart))


def test_beside_the_premiums_stand_the_jobs_they_pay(bezoeker: Client, bart: Werknemer) -> None:
    """Half-time from July 2027 on, and gone after September 2028."""
    assert "Daarmee werkt Bart 1 voltijdse job, wat er ook uitkomt." in tekst(_kijk(bezoeker, bart))
    bart.contracten.update(periode=Periode(date(2025, 4, 1), date(2027, 7, 1)))
    ContractFactory(
        werknemer=bart,
        dienst=bart.contracten.get().dienst,
        periode=Periode(date(2027, 7, 1), date(2028, 10, 1)),
        tewerkstellingsbreuk=Decimal("0.5"),
    )
    antwoord = _kijk(bezoeker, bart)
    assert (
        "Daarmee werkt Bart 1 voltijdse job tot en met 2026, 0,50 voltijdse jobs tot en met 2027, "
        "geen voltijdse job vanaf 2028, wat er ook uitkomt." in tekst(antwoord)
    )
