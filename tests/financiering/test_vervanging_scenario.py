"""A scenario of one's own says when each place is filled again: in words, in money, in Excel."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from financiering.domein.prognoses import prognose_van
from financiering.domein.scenarios import zoek_toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from financiering.models import Scenario
from gedeeld.kwartaal import Kwartaal
from tests.fabrieken import (
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenariovertrekFactory,
    ScenariovervangingFactory,
    TrajectFactory,
)
from tests.financiering.conftest import Huis
from tests.financiering.test_scenarios import adres, tekst
from tests.uitvoer import haal
from tests.werknemers.blad import bewaar, fouten

OP = date(2026, 11, 23)
ZEGT = "Dat scenario zegt"
OPEN = "Een plaats blijft open, tenzij hieronder iets anders staat. Dan komt er iemand"
MET = "met IMW 5 jaar en begeleiding midden"


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.fixture
def scenario(huis: Huis) -> Scenario:
    return ScenarioFactory(organisatie=huis.organisatie, naam="Ruim")


def jobs(huis: Huis, naam: str = "Ruim") -> list[Decimal]:
    tijdvak = Tarieftijdvak(Kwartaal(2026, 4), 8)
    toekomst = zoek_toekomst(huis.organisatie.pk, naam)
    totaal = prognose_van(huis.organisatie.pk, toekomst, tijdvak, OP).prognose.totaal
    return [totaal.vte_in_jobs(plaats) for plaats in range(8)]


def plaatsen(huis: Huis) -> list[str]:
    """The first sentence of what a forecast assumes of the places that come free."""
    tijdvak = Tarieftijdvak(Kwartaal(2026, 4), 8)
    uitkomst = prognose_van(
        huis.organisatie.pk, zoek_toekomst(huis.organisatie.pk, "Ruim"), tijdvak, OP
    )
    zinnen = (aanname.tekst for aanname in uitkomst.aannames)
    return [zin.partition(". ")[0] for zin in zinnen if "plaats die vrijkomt" in zin]


def test_one_place_is_filled_again_in_a_scenario_that_fills_none(
    huis: Huis, scenario: Scenario
) -> None:
    """Amina leaves on 30 June 2027 by the plan; three months later somebody comes. Bart leaves on
    30 September and nobody comes."""
    ScenariovertrekFactory(scenario=scenario, werknemer=huis.bart, laatste_dag=date(2027, 9, 30))
    zonder = jobs(huis)
    ScenariovervangingFactory(scenario=scenario, werknemer=huis.amina, na_maanden=3)
    assert zonder == [2, 2, 2, 1, 0, 0, 0, 0]
    assert jobs(huis) == [2, 2, 2, 1, 1, 1, 1, 1]


def test_one_place_stays_open_in_a_scenario_that_fills_all(huis: Huis, scenario: Scenario) -> None:
    Scenario.objects.update(basis=Scenariobasis.MET_VERVANGING)
    ScenariovertrekFactory(scenario=scenario, werknemer=huis.bart, laatste_dag=date(2027, 6, 30))
    assert jobs(huis) == [2, 2, 2, 0, 2, 2, 2, 2]
    ScenariovervangingFactory(scenario=scenario, werknemer=huis.bart, na_maanden=None)
    assert jobs(huis) == [2, 2, 2, 0, 1, 1, 1, 1]


def test_the_assumptions_say_which_places_are_filled_again(huis: Huis, scenario: Scenario) -> None:
    assert plaatsen(huis) == []
    ScenariovervangingFactory(scenario=scenario, werknemer=huis.amina, na_maanden=3)
    assert plaatsen(huis) == ["Een plaats die vrijkomt, blijft open, behalve bij 1 werknemer"]
    scenario.basis = Scenariobasis.MET_VERVANGING
    scenario.save()
    assert plaatsen(huis) == [
        "Elke plaats die vrijkomt, is na 3 maanden weer ingevuld, behalve bij 1 werknemer"
    ]


def test_it_is_chosen_on_the_page_of_the_employee_and_told_in_words(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    url = adres("scenario_werknemer", scenario.pk, huis.amina.pk)
    form = bezoeker.get(url).context["form"]
    assert next(naam for _, naam in form.fields["vervanging"].choices) == (
        "zoals bij iedereen: blijft open"
    )
    bewaar(bezoeker, url, vervanging="maanden", na_maanden="2")
    bewaar(
        bezoeker,
        adres("scenario_werknemer", scenario.pk, huis.bart.pk),
        vertrek="dag",
        laatste_dag="2027-09-30",
        vervanging="open",
    )
    pagina = tekst(bezoeker.get(adres("scenario", scenario.pk)))
    assert "Amina Benali : de plaats die vrijkomt, is na 2 maanden weer ingevuld" in pagina
    assert (
        "Bart Dewit : vertrekt op 30 september 2027; de plaats die vrijkomt, blijft open" in pagina
    )
    assert f"{OPEN} {MET}." in pagina
    rijen = bezoeker.get(adres("scenario_werknemers", scenario.pk)).context["rijen"]
    assert rijen[0].zinnen == ("de plaats die vrijkomt, is na 2 maanden weer ingevuld",)


def test_for_all_it_is_chosen_with_the_base(bezoeker: Client, huis: Huis) -> None:
    nieuw = {"naam": "Alles", "basis": "met_vervanging", "vertraging": "1"}
    bewaar(bezoeker, adres("scenario_nieuw"), **nieuw)
    scenario = Scenario.objects.get()
    pagina = tekst(bezoeker.get(adres("scenario", scenario.pk)))
    assert f"Een plaats is na 1 maand weer ingevuld, {MET}." in pagina
    form = bezoeker.get(adres("scenario_werknemer", scenario.pk, huis.bart.pk)).context["form"]
    assert next(naam for _, naam in form.fields["vervanging"].choices) == (
        "zoals bij iedereen: na 1 maand weer ingevuld"
    )
    ScenariovervangingFactory(scenario=scenario, werknemer=huis.bart, na_maanden=None)
    anders = "tenzij hieronder iets anders staat"
    assert f"Een plaats is na 1 maand weer ingevuld, {anders}, {MET}." in tekst(
        bezoeker.get(adres("scenario", scenario.pk))
    )


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        (
            {"vervanging": "maanden", "na_maanden": ""},
            {"na_maanden": ["Vul in na hoeveel maanden de plaats weer ingevuld is."]},
        ),
        (
            {"vervanging": "maanden", "na_maanden": "25"},
            {"na_maanden": ["Een plaats blijft hoogstens 24 maanden open."]},
        ),
        (
            {"vervanging": "maanden", "na_maanden": "-1"},
            {"na_maanden": ["Vul 0 maanden of meer in."]},
        ),
        (
            {"vertrek": "dag", "laatste_dag": "2061-01-01"},
            {"laatste_dag": ["Bedragen tellen van 2015 tot en met 2060. Kijk het jaartal na."]},
        ),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    bezoeker: Client,
    huis: Huis,
    scenario: Scenario,
    velden: dict[str, str],
    verwacht: dict[str, Any],
) -> None:
    url = adres("scenario_werknemer", scenario.pk, huis.bart.pk)
    antwoord = bewaar(bezoeker, url, **velden)
    assert fouten(antwoord) == verwacht
    form = antwoord.context["form"]  # type: ignore[attr-defined]
    assert {naam: form[naam].value() for naam in velden} == velden
    assert not scenario.scenariovervanging_set.exists()


def test_the_workbook_says_what_the_scenario_says(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    ScenariovervangingFactory(scenario=scenario, werknemer=huis.amina, na_maanden=0)
    ScenarioinstroomFactory(scenario=scenario, dienst=huis.dienst)
    vraag = urlencode({"scenario": scenario.pk})
    antwoord = haal(bezoeker, f"{reverse('financiering:prognose_xlsx')}?{vraag}", werknemer="")
    boek = CalamineWorkbook.from_filelike(BytesIO(antwoord.content))
    gezegd = [rij[1] for rij in boek.get_sheet_by_name("Keuze").to_python() if rij[0] == ZEGT]
    assert gezegd == [
        "Wie in het traject een beoogde uitstroom heeft, vertrekt op die dag. Wie er geen heeft, "
        "blijft.",
        f"{OPEN} {MET}.",
        "Amina Benali: de plaats die vrijkomt, is meteen weer ingevuld",
        "1 starter in Klusdienst op 1 april 2027: IMW 5 jaar, begeleiding midden, 100 %, "
        "€ 2.300,00 per maand",
    ]


def test_inflow_at_once_that_is_larger_than_the_service_is_remarked(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    for _ in range(2):
        ScenarioinstroomFactory(scenario=scenario, dienst=huis.dienst, aantal=2)
    pagina = tekst(bezoeker.get(adres("scenario", scenario.pk)))
    assert (
        "Klusdienst: 4 starters. Dat is meer dan de dienst nu telt (2). Zoek ook een andere "
        "oplossing." in pagina
    )


@pytest.mark.parametrize(
    ("ook_bart", "zin"),
    [
        (
            False,
            "Van 1 werknemer is de beoogde uitstroom al voorbij. Die blijft in de prognose tot je "
            "in het traject een nieuwe dag kiest.",
        ),
        (
            True,
            "Van 2 werknemers is de beoogde uitstroom al voorbij. Ze blijven in de prognose tot je "
            "in hun traject een nieuwe dag kiest.",
        ),
    ],
)
def test_a_planned_day_that_nobody_kept_is_told(huis: Huis, ook_bart: bool, zin: str) -> None:
    voorbij = date(2026, 10, 31)
    huis.amina.trajecten.update(beoogde_uitstroom=voorbij)
    if ook_bart:
        TrajectFactory(werknemer=huis.bart, beoogde_uitstroom=voorbij)
    toekomst = zoek_toekomst(huis.organisatie.pk, "volgens plan")
    uitkomst = prognose_van(huis.organisatie.pk, toekomst, Tarieftijdvak(Kwartaal(2026, 4), 8), OP)
    assert zin in [aanname.tekst for aanname in uitkomst.aannames if aanname.let_op]
