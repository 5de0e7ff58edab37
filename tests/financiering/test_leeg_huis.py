"""An organisation that has nothing yet reads no good news on any page about money."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from financiering.models import Kerncijfer
from gebruikers.models import Gebruiker
from tests.fabrieken import DienstFactory, ScenarioFactory
from tests.financiering.test_scenarios import tekst

pytestmark = pytest.mark.django_db
GOED = re.compile(
    r"geen tekort|geen enkel kwartaal|boven nul|geld over|blijft er|geen extra instroom"
    r"|niet binnen 5 jaar|Eerste tekort[^.]{0,400} geen |in orde|van de 10 gevallen"
)
TELLEN = "Er is nog niets om te tellen"


@pytest.fixture
def bezoeker(client: Client, coordinator: Gebruiker) -> Client:
    client.force_login(coordinator)
    return client


def _adressen(coordinator: Gebruiker, dienst: int) -> dict[str, str]:
    """Each page, with what it says instead."""
    scenario = ScenarioFactory(organisatie=coordinator.organisatie, basis="met_vervanging")
    vraag = {
        "dienst": dienst, "scenario": "niets_doen", "pakket": "imw_5", "niveau": "midden",
        "tewerkstellingsbreuk": "1", "bruto_maandloon": "2400", "vanaf": "2027-01-01",
    }  # fmt: skip
    vast = {
        reverse("financiering:scenario_vast", query={"basis": basis}): TELLEN
        for basis in ("niets_doen", "volgens_plan", "met_vervanging")
    }
    return vast | {
        reverse("financiering:prognose"): TELLEN,
        reverse("financiering:prognose", query={"kas": "1"}): TELLEN,
        reverse("financiering:prognose", query={"scenario": scenario.pk}): TELLEN,
        reverse("financiering:paneel"): TELLEN,
        reverse("financiering:scenarios"): "niets te tellen",
        reverse("financiering:scenario", args=[scenario.pk]): TELLEN,
        reverse("financiering:scenario_werknemers", args=[scenario.pk]): "Niemand gevonden.",
        reverse("financiering:scenario_vergelijk"): TELLEN,
        reverse("financiering:instroom", query=vraag): "is er nog niets om te tellen",
        reverse("financiering:bedragen"): "staat er nu niets",
        reverse("financiering:betaald"): "Er is nog niets ingevuld.",
        reverse("financiering:betaald_kwartaal", args=["2026-K3"]): "is nog niets ingevuld",
        reverse("financiering:verloop"): "niets te tellen",
    }


def test_no_page_has_good_news_for_who_has_nothing(
    bezoeker: Client, coordinator: Gebruiker
) -> None:
    dienst = DienstFactory(organisatie=coordinator.organisatie)
    for dag in (date(2026, 11, 21), date(2026, 11, 22)):
        Kerncijfer.objects.create(
            organisatie=coordinator.organisatie,
            op=dag,
            werknemers=0,
            vte=0,
            premies=0,
            gemiddelde_premie=0,
            saldo=0,
        )
    for adres, zegt in _adressen(coordinator, dienst.pk).items():
        pagina = tekst(bezoeker.get(adres))
        assert zegt in pagina, adres
        assert not (goed := GOED.search(pagina)), (adres, goed)
