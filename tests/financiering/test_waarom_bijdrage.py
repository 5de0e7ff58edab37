"""Why the employer's contribution of somebody is what it is, to do again by hand."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from tests.fabrieken import RegelparameterFactory
from tests.financiering.bijdragehulp import opgave, zonder_contract_in_de_zomer
from tests.financiering.conftest import Huis


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def waarom(client: Client, huis: Huis) -> Any:
    adres = f"/financiering/werknemers/{huis.amina.pk}/2026-K4/"
    return client.get(adres).context["waarom"].bijdrage


def test_the_reduction_can_be_done_again_by_hand(bezoeker: Client, zonder: Huis) -> None:
    uitleg = waarom(bezoeker, zonder)
    assert uitleg.antwoord == "14,0463 %"
    assert dict(uitleg.invoer) == {
        "Netto patronale bijdrage": "14,0463 %, vermindering van de RSZ, categorie 1",
        "Bijdrage voor de vermindering": "25,00 %",
        "Voltijds kwartaalloon (S)": "€\u00a02.600,00 × 3 ÷ 1 = €\u00a07.800,00",
        "Vermindering voor een voltijds kwartaal (R)": (
            "0,14 × (€\u00a011.687,74 − S, minstens 0) + "
            "0,16 × (€\u00a09.738,14 − S, minstens 0) = €\u00a0854,39"
        ),
        "Hoogste tewerkstellingsbreuk op één dag van de maand": "1",
        "β": "1",
    }
    assert "zekerheid C" in uitleg.bron


def test_what_the_other_ways_would_give_is_said(bezoeker: Client, zonder: Huis) -> None:
    opgave(zonder)
    RegelparameterFactory(organisatie=zonder.organisatie, waarde=20)
    uitleg = waarom(bezoeker, zonder)
    invoer = dict(uitleg.invoer)
    assert uitleg.antwoord == "12,00 %"
    assert invoer["Volgens de opgave voor"] == "2026-K3"
    assert invoer["Met de vermindering van de RSZ, categorie 1"] == (
        "14,0463 %, loonpremie €\u00a01.779,12"
    )
    assert invoer["Met het eigen percentage van de organisatie"] == (
        "20,00 %, loonpremie €\u00a01.872,00"
    )
    assert uitleg.bron == "De opgave van het sociaal secretariaat"


def test_a_record_can_be_done_again_by_hand(bezoeker: Client, zonder: Huis) -> None:
    """€ 8,190 over € 7,800 × 468 ÷ 494, less one."""
    opgave(zonder, referteloon=Decimal(8190), betaalde_uren=Decimal(468))
    uitleg = waarom(bezoeker, zonder)
    invoer = dict(uitleg.invoer)
    assert uitleg.antwoord == "10,8333 %"
    assert invoer["Referteloon in de opgave"] == "€\u00a08.190,00"
    assert invoer["Brutoloon van 2026-K3 volgens het contract"] == "€\u00a07.800,00"
    assert invoer["Betaalde uren, en de uren volgens het contract"] == "468 en 494"
    assert "gedeeld door het brutoloon" in uitleg.regel


def test_a_record_without_hours_names_none(bezoeker: Client, zonder: Huis) -> None:
    opgave(zonder)
    assert not any("uren" in naam for naam, _ in waarom(bezoeker, zonder).invoer)


def test_a_newer_record_that_does_not_count_is_said_with_why(
    bezoeker: Client, zonder: Huis
) -> None:
    zonder_contract_in_de_zomer(zonder)
    invoer = dict(waarom(bezoeker, zonder).invoer)
    assert invoer["Volgens de opgave voor"] == "2026-K2"
    assert invoer["Opgave voor 2026-K3"] == "telt niet mee: in dat kwartaal loopt er geen contract"


def test_a_record_that_does_not_fit_is_said_beside_what_counts_instead(
    bezoeker: Client, zonder: Huis
) -> None:
    opgave(zonder, referteloon=Decimal(5000))
    invoer = dict(waarom(bezoeker, zonder).invoer)
    assert invoer["Opgave voor 2026-K3"] == "telt niet mee: past niet bij het contract"


def test_a_record_counts_every_reduction(bezoeker: Client, zonder: Huis) -> None:
    """So its amounts do not say that some were left out; those of the formula do."""
    adres = f"/financiering/werknemers/{zonder.amina.pk}/2026-K4/"
    zin = "andere verminderingen op de patronale bijdrage"
    assert zin in bezoeker.get(adres).context["waarom"].loonpremie.niet_meegeteld
    opgave(zonder)
    uitleg = bezoeker.get(adres).context["waarom"]
    for deel in (uitleg.loonpremie, uitleg.loonkost):
        assert zin not in deel.niet_meegeteld
        assert "ziekte" in deel.niet_meegeteld
