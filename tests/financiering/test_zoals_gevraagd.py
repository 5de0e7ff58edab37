"""Pages about money, and the lists beside them, say what they show otherwise than was asked."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.fabrieken import ScenarioFactory
from tests.financiering.conftest import Huis

PROGNOSE = reverse("financiering:prognose")
VERGELIJK = reverse("financiering:scenario_vergelijk")
ACTIES = reverse("trajects:acties")
LOON = reverse("werknemers:loonopgaven_kwartaal", args=["2026-K3"])


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def meldingen(antwoord: Any) -> list[str]:
    boom = html.fromstring(antwoord.content.decode())
    return [" ".join(m.text_content().split()) for m in boom.xpath("//*[@id='meldingen']/div")]


@pytest.mark.parametrize(
    ("adres", "zin"),
    [
        (f"{PROGNOSE}?kwartalen=7", "“7” kun je hier niet kiezen. Je ziet 20 kwartalen."),
        (
            f"{PROGNOSE}?kas=ja",
            "“ja” kun je hier niet kiezen. Je ziet de premies als ze verdiend zijn.",
        ),
        (f"{PROGNOSE}?pagina=9", "Bladzijde “9” is er niet. Je ziet bladzijde 1."),
        (
            f"{VERGELIJK}?s=niets_doen&s=volgens_plan&band=3",
            "Er is geen scenario 3, dus ook geen band errond.",
        ),
        (f"{ACTIES}?welke=onzin", "“onzin” kun je hier niet kiezen. Je ziet alle open acties."),
        (f"{LOON}?toon=onzin", "“onzin” kun je hier niet kiezen. Je ziet iedereen."),
    ],
)
def test_what_is_not_offered_is_said(bezoeker: Client, adres: str, zin: str) -> None:
    assert meldingen(bezoeker.get(adres)) == [zin]


@pytest.mark.parametrize(
    "adres",
    [
        f"{PROGNOSE}?kwartalen=8&kas=1&pagina=1",
        f"{PROGNOSE}?kwartalen=&kas=&scenario=",
        f"{VERGELIJK}?s=niets_doen&s=volgens_plan&s=&band=2",
        VERGELIJK,
        f"{ACTIES}?welke=laat",
        f"{LOON}?toon=met",
    ],
)
def test_what_is_offered_needs_no_word(bezoeker: Client, adres: str) -> None:
    assert meldingen(bezoeker.get(adres)) == []


def test_a_service_that_cannot_be_one_is_not_the_whole_organisation(bezoeker: Client) -> None:
    antwoord = bezoeker.get(f"{PROGNOSE}?dienst=onzin")
    assert antwoord.status_code == 404
    assert "Deze dienst is er niet (meer)" in antwoord.content.decode()


def test_the_explanation_of_one_employee_says_it_too(bezoeker: Client, huis: Huis) -> None:
    adres = reverse("financiering:waarom", args=[huis.amina.pk, "2026-K4"])
    assert meldingen(bezoeker.get(f"{adres}?kwartalen=7")) == [
        "“7” kun je hier niet kiezen. Je ziet 20 kwartalen."
    ]


def test_a_fourth_scenario_is_said_to_be_left_out(bezoeker: Client, huis: Huis) -> None:
    eigen = ScenarioFactory(organisatie=huis.organisatie, naam="Ruim", basis="niets_doen")
    vier = f"{VERGELIJK}?s=niets_doen&s=volgens_plan&s=met_vervanging&s={eigen.pk}"
    assert meldingen(bezoeker.get(vier)) == [
        "Je kunt er hoogstens 3 vergelijken. Je ziet de eerste 3."
    ]
