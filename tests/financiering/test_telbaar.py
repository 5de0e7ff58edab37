"""Days, wages and services that cannot be right: refused with a sentence, and told of what was
saved before the rule was there."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from django.test import Client
from django.urls import reverse

from financiering.domein.telbaar import GELDJAREN_ZIN
from financiering.models import Scenario
from tests.fabrieken import (
    DienstFactory,
    KlaverbladbronFactory,
    ScenariobladFactory,
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenariovertrekFactory,
)
from tests.financiering.conftest import Huis
from tests.financiering.test_scenarios import adres, tekst
from tests.werknemers.blad import bewaar, fouten

LOON: Final = "Een loon van 0 euro kan niet kloppen. Kijk het bedrag na."
NOOIT: Final = "Dit telt nooit mee: een prognose gaat hoogstens tot en met 2036-K3. Kies een dag"
DICHT: Final = "Fietspunt is gesloten, dus daar start niemand meer. Kies een andere dienst."


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.fixture
def scenario(huis: Huis) -> Scenario:
    return ScenarioFactory(organisatie=huis.organisatie, naam="Ruim", basis="niets_doen")


def _instroom(scenario: Scenario, huis: Huis, **anders: Any) -> None:
    ScenarioinstroomFactory(scenario=scenario, **{"dienst": huis.dienst} | anders)


def _dicht(scenario: Scenario, huis: Huis) -> None:
    dienst = DienstFactory(organisatie=huis.organisatie, naam="Fietspunt", actief=False)
    _instroom(scenario, huis, dienst=dienst)


def _instroom_met(**anders: Any) -> Callable[[Scenario, Huis], None]:
    return lambda scenario, huis: _instroom(scenario, huis, **anders)


def _blad_op(dag: date) -> Callable[[Scenario, Huis], None]:
    return lambda scenario, huis: _blad(scenario, huis, dag)


def _blad(scenario: Scenario, huis: Huis, dag: date) -> None:
    ScenariobladFactory(scenario=scenario, dienst=huis.dienst, van=dag)


def _vertrek_op(dag: date) -> Callable[[Scenario, Huis], None]:
    return lambda scenario, huis: _vertrek(scenario, huis, dag)


def _vertrek(scenario: Scenario, huis: Huis, dag: date) -> None:
    ScenariovertrekFactory(scenario=scenario, werknemer=huis.bart, laatste_dag=dag)


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (_dicht, f"Instroom op 01/04/2027 in Fietspunt: {DICHT}"),
        (
            _instroom_met(van=date(2014, 12, 31)),
            f"Instroom op 31/12/2014 in Klusdienst: {GELDJAREN_ZIN}",
        ),
        (
            _instroom_met(van=date(9999, 12, 31), elk_jaar=True),
            f"Instroom op 31/12/9999 in Klusdienst: {GELDJAREN_ZIN}",
        ),
        (
            _instroom_met(van=date(2016, 1, 1)),
            "Instroom op 01/01/2016 in Klusdienst: Op die dag bestaat IMW 5 jaar niet. Kies een "
            "andere dag, of een ander pakket.",
        ),
        (
            _instroom_met(van=date(2040, 1, 1), elk_jaar=True),
            f"Instroom op 01/01/2040 in Klusdienst: {NOOIT} tot en met 30 september 2036.",
        ),
        (
            _instroom_met(bruto_maandloon=Decimal(0)),
            f"Instroom op 01/04/2027 in Klusdienst: {LOON}",
        ),
        (
            _blad_op(date(2014, 1, 1)),
            f"eigen opbrengst van Klusdienst vanaf 01/01/2014: {GELDJAREN_ZIN}",
        ),
        (
            _blad_op(date(2040, 1, 1)),
            f"eigen opbrengst van Klusdienst vanaf 01/01/2040: {NOOIT} tot en met 1 juli 2036.",
        ),
        (_vertrek_op(date(9999, 12, 31)), f"Bart Dewit vertrekt op 31/12/9999: {GELDJAREN_ZIN}"),
    ],
)
def test_what_was_saved_before_opens_and_says_what_to_mend(
    bezoeker: Client,
    huis: Huis,
    scenario: Scenario,
    maak: Callable[[Scenario, Huis], None],
    zin: str,
) -> None:
    maak(scenario, huis)
    antwoord = bezoeker.get(adres("scenario", scenario.pk))
    assert antwoord.context["te_herstellen"] == [zin]
    assert zin in tekst(antwoord)
    for pad in (
        f"{reverse('financiering:scenario_vergelijk')}?s=niets_doen&s={scenario.pk}",
        f"{reverse('financiering:prognose')}?scenario={scenario.pk}",
        adres("scenario_wijzig", scenario.pk),
        adres("scenario_werknemer", scenario.pk, huis.bart.pk),
        reverse("financiering:scenarios"),
        *(adres("scenarioinstroom", deel.pk) for deel in scenario.scenarioinstroom_set.all()),
        *(adres("scenarioblad", deel.pk) for deel in scenario.scenarioblad_set.all()),
    ):
        assert bezoeker.get(pad).status_code == 200, pad


def test_inflow_in_a_closed_service_counts_in_no_forecast(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    _dicht(scenario, huis)
    vraag = {"s": ["niets_doen", str(scenario.pk)]}
    vergelijking = bezoeker.get(reverse("financiering:scenario_vergelijk"), vraag).context
    assert set(vergelijking["vergelijking"].totaal.verschil) == {0}


def test_a_saved_scenario_is_mended_in_its_form(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    _instroom(scenario, huis, bruto_maandloon=Decimal(0))
    _dicht(scenario, huis)
    nul, dicht = scenario.scenarioinstroom_set.order_by("pk")
    assert fouten(bewaar(bezoeker, adres("scenarioinstroom", nul.pk))) == {
        "bruto_maandloon": [LOON]
    }
    assert fouten(bewaar(bezoeker, adres("scenarioinstroom", dicht.pk))) == {"dienst": [DICHT]}
    bewaar(bezoeker, adres("scenarioinstroom", nul.pk), bruto_maandloon="2000")
    bewaar(bezoeker, adres("scenarioinstroom", dicht.pk), dienst=str(huis.dienst.pk))
    assert bezoeker.get(adres("scenario", scenario.pk)).context["te_herstellen"] == []


@pytest.mark.parametrize("dag", ["2014-12-31", "2061-01-01"])
def test_each_form_on_money_says_that_a_day_is_out_of_the_years_that_count(
    bezoeker: Client, huis: Huis, scenario: Scenario, dag: str
) -> None:
    bron = KlaverbladbronFactory(dienst=huis.dienst, blad="ald_vergoeding")
    soort = ("bron", bron.pk)
    for naam, args, veld in (
        ("bedrag_nieuw", ("bron", huis.dienst.pk), "eerste_dag"),
        ("bedrag_nieuw", ("omkadering", huis.dienst.pk), "laatste_dag"),
        ("bedrag_bewerk", soort, "eerste_dag"),
        ("bedrag_vervolg", soort, "vanaf"),
        ("bedrag_einde", soort, "laatste_dag"),
        ("parameter_waarde", ("patronale_bijdrage",), "van"),
        ("scenario_werknemer", (scenario.pk, huis.bart.pk), "laatste_dag"),
    ):
        velden = {veld: dag, **({"vertrek": "dag"} if naam == "scenario_werknemer" else {})}
        antwoord = bewaar(bezoeker, reverse(f"financiering:{naam}", args=args), **velden)
        assert fouten(antwoord).get(veld) == [GELDJAREN_ZIN], naam


@pytest.mark.parametrize("naam", ["scenarioinstroom_nieuw", "instroom"])
def test_a_wage_of_nothing_is_a_slip(
    bezoeker: Client, huis: Huis, scenario: Scenario, naam: str
) -> None:
    velden = {
        "dienst": str(huis.dienst.pk), "scenario": "niets_doen", "pakket": "imw_5",
        "niveau": "midden", "tewerkstellingsbreuk": "1", "bruto_maandloon": "0",
        "van": "2027-01-01", "vanaf": "2027-01-01", "aantal": "1",
    }  # fmt: skip
    antwoord: Any
    if naam == "instroom":
        antwoord = bezoeker.get(reverse("financiering:instroom"), velden)
    else:
        antwoord = bezoeker.post(adres(naam, scenario.pk), velden)
    assert fouten(antwoord) == {"bruto_maandloon": [LOON]}
    assert 'value="0"' in antwoord.content.decode()
