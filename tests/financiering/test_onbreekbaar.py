"""No line of a page about money ends after the sign of the euro."""

import re

from django.test import Client
from django.urls import reverse

from tests.fabrieken import ScenariobladFactory, ScenarioFactory, ScenarioinstroomFactory
from tests.financiering.conftest import Huis

_BREEKT = re.compile(r".{0,60}€[ \n\t]+[\d{].{0,20}")


def test_no_amount_breaks_on_any_page_about_money(client: Client, huis: Huis) -> None:
    client.force_login(huis.coordinator)
    scenario = ScenarioFactory(organisatie=huis.organisatie)
    ScenarioinstroomFactory(scenario=scenario, dienst=huis.dienst)
    ScenariobladFactory(scenario=scenario, dienst=huis.dienst)
    instroom = {
        "dienst": huis.dienst.pk, "scenario": "niets_doen", "pakket": "imw_5", "niveau": "midden",
        "tewerkstellingsbreuk": "1", "bruto_maandloon": "2400", "vanaf": "2027-01-01",
    }  # fmt: skip
    for adres in (
        reverse("financiering:prognose"),
        reverse("financiering:prognose", query={"dienst": huis.dienst.pk}),
        reverse("financiering:scenarios"),
        reverse("financiering:scenario", args=[scenario.pk]),
        reverse("financiering:scenario_vergelijk"),
        reverse("financiering:instroom", query=instroom),
        reverse("financiering:bedragen"),
        reverse("financiering:waarom", args=[huis.amina.pk, "2026-K4"]),
        reverse("financiering:waarom_dienst", args=[huis.dienst.pk, "2026-K4"]),
        reverse("financiering:werknemer", args=[huis.amina.pk]),
        reverse("financiering:verlenging", args=[huis.amina.pk]),
        reverse("financiering:steun", args=[huis.amina.pk]),
    ):
        pagina = client.get(adres).content.decode()
        assert re.search(r"€(\u00a0|&nbsp;)\d", pagina), adres
        assert not _BREEKT.search(pagina), adres
