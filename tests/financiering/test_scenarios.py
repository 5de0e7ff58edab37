"""The pages of scenarios: the list, one scenario, its parts, and what each asks to prepare."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from financiering.domein.instroomvraag import Starter, zoek_instroom
from financiering.domein.laden import laad_gegevens
from financiering.domein.prognoses import bereken, prognose_van, zonder_ingreep
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.scenarios import eigen_toekomst, pakket_van
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis, Scenariopakket
from financiering.models import Scenario, Scenarioblad, Scenarioinstroom
from financiering.views.scenariokeuze import tijdvak
from gedeeld.kwartaal import Kwartaal
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from tests.fabrieken.geld import (
    ScenariobladFactory,
    ScenarioFactory,
    ScenarioinstroomFactory,
    ScenarioverlengingFactory,
    ScenariovertrekFactory,
    ScenariovervangingFactory,
)
from tests.financiering.conftest import Huis
from tests.werknemers.blad import bewaar, fouten
from werknemers.domein.premies import laad_startpakketten

LIJST = reverse("financiering:scenarios")
VERBOD = (
    "Wie maatwerkers ontslaat zodra hun premies dalen of stoppen, om hen te vervangen door nieuwe "
    "maatwerkers, misbruikt de regeling. De Vlaamse overheid kan dan de volgende ondersteuning "
    "stopzetten."
)


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


@pytest.fixture
def scenario(huis: Huis) -> Scenario:
    return ScenarioFactory(organisatie=huis.organisatie, naam="Ruim")


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def adres(naam: str, *args: int) -> str:
    return reverse(f"financiering:{naam}", args=args)


def test_the_list_has_the_three_and_those_of_the_organisation(
    bezoeker: Client, scenario: Scenario
) -> None:
    ScenarioFactory(naam="Van een ander")
    antwoord = bezoeker.get(LIJST)
    assert [rij.toekomst.naam for rij in antwoord.context["vast"]] == Scenariobasis.labels
    assert [rij.toekomst.naam for rij in antwoord.context["eigen"]] == ["Ruim"]
    assert VERBOD in tekst(antwoord)


def test_without_scenarios_of_their_own_the_list_says_what_to_do(bezoeker: Client) -> None:
    assert "Jullie hebben nog geen eigen scenario. Maak er een" in tekst(bezoeker.get(LIJST))


@pytest.mark.parametrize("basis", Scenariobasis.values)
def test_one_of_the_three_repeats_the_prohibition(bezoeker: Client, basis: str) -> None:
    antwoord = bezoeker.get(adres("scenario_vast"), {"basis": basis})
    assert VERBOD in tekst(antwoord)
    assert "zegt nooit dat het mag" in tekst(antwoord)


def test_what_is_none_of_the_three_is_not_found(bezoeker: Client) -> None:
    assert bezoeker.get(adres("scenario_vast"), {"basis": "onzin"}).status_code == 404


def test_preparation_is_counted_back_from_the_day_of_leaving(bezoeker: Client, huis: Huis) -> None:
    """Amina leaves on 30 June 2027: training and job matching could have begun already."""
    antwoord = bezoeker.get(adres("scenario_vast"))
    (rij,) = antwoord.context["voorbereidingen"]
    assert (rij.sleutel, rij.naam, rij.laatste_dag) == (
        huis.amina.pk, "Amina Benali", date(2027, 6, 30)
    )  # fmt: skip
    assert [(stap.wat, stap.dag, stap.te_laat) for stap in rij.stappen] == [
        ("vorming", date(2025, 12, 30), True),
        ("jobmatching", date(2026, 6, 30), True),
        ("overdracht", date(2027, 3, 30), False),
    ]
    assert reverse("trajects:plan", args=[huis.amina.pk]) in antwoord.content.decode()


def test_what_to_prepare_and_what_differs_come_by_page(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    for _ in range(28):
        wie = WerknemerFactory(organisatie=huis.organisatie)
        ContractFactory(werknemer=wie, dienst=huis.dienst)
        ScenariovertrekFactory(scenario=scenario, werknemer=wie, laatste_dag=date(2028, 2, 3))
    url = adres("scenario", scenario.pk)
    eerste, tweede, anders = (
        bezoeker.get(url, vraag).context for vraag in ({}, {"pagina": "2"}, {"wie": "2"})
    )
    assert len(eerste["voorbereidingen"]) == len(eerste["anders"]) == 25
    assert len(tweede["voorbereidingen"]) in {3, 4}
    assert len(tweede["anders"]) == 25
    assert len(anders["anders"]) == 3
    assert {rij.sleutel for rij in eerste["voorbereidingen"]}.isdisjoint(
        rij.sleutel for rij in tweede["voorbereidingen"]
    )


def test_who_left_already_needs_no_preparation(bezoeker: Client, huis: Huis) -> None:
    UitstroomFactory(werknemer=huis.amina, datum=date(2026, 10, 31))
    antwoord = bezoeker.get(adres("scenario_vast"))
    assert list(antwoord.context["voorbereidingen"]) == []


def test_nobody_leaves_when_nothing_is_done(bezoeker: Client) -> None:
    antwoord = bezoeker.get(adres("scenario_vast"), {"basis": "niets_doen"})
    assert list(antwoord.context["voorbereidingen"]) == []
    assert "Kies met elke werknemer een beoogde uitstroom" in tekst(antwoord)


def test_a_scenario_is_made_renamed_copied_and_removed(bezoeker: Client, huis: Huis) -> None:
    bewaar(bezoeker, adres("scenario_nieuw"), naam="Krap", basis="met_vervanging")
    scenario = Scenario.objects.get()
    assert (scenario.naam, scenario.organisatie) == ("Krap", huis.organisatie)
    bewaar(bezoeker, adres("scenario_wijzig", scenario.pk), naam="Ruim")
    antwoord = bewaar(bezoeker, adres("scenario_kopieer", scenario.pk))
    assert sorted(s.naam for s in Scenario.objects.all()) == ["Ruim", "Ruim (kopie)"]
    kopie = Scenario.objects.get(naam="Ruim (kopie)")
    assert antwoord.url == adres("scenario", kopie.pk)  # type: ignore[attr-defined]
    ScenarioinstroomFactory(scenario=kopie, dienst=huis.dienst)
    vraag = bezoeker.get(adres("scenario_verwijder", kopie.pk))
    assert "Dit verdwijnt mee: 1 instroom" in tekst(vraag)
    bewaar(bezoeker, adres("scenario_verwijder", kopie.pk))
    assert Scenario.objects.get() == scenario


def test_a_base_in_the_address_is_chosen_already(bezoeker: Client) -> None:
    antwoord = bezoeker.get(adres("scenario_nieuw"), {"basis": "niets_doen"})
    assert antwoord.context["form"].initial["basis"] == "niets_doen"


def test_a_name_that_is_taken_is_said_at_the_field(bezoeker: Client, scenario: Scenario) -> None:
    antwoord = bewaar(bezoeker, adres("scenario_nieuw"), naam="ruim")
    assert fouten(antwoord) == {"naam": ["Er is al een scenario met deze naam. Kies een andere."]}


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"jaarindex": "11"}, "Een index ligt tussen 0 % en 10 % per jaar."),
        ({"vertraging": "25"}, "Een plaats blijft hoogstens 24 maanden open."),
    ],
)
def test_what_is_out_of_bounds_is_said_at_the_field(
    bezoeker: Client, anders: dict[str, str], zin: str
) -> None:
    antwoord = bewaar(bezoeker, adres("scenario_nieuw"), naam="Krap", **anders)
    assert fouten(antwoord) == {next(iter(anders)): [zin]}


def test_who_saw_an_older_version_is_told_before_removing(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    url = adres("scenario_verwijder", scenario.pk)
    gezien = bezoeker.get(url).context["form"]["gezien"].value()
    bewaar(bezoeker, adres("scenario_wijzig", scenario.pk), naam="Krap")
    antwoord = bezoeker.post(url, {"gezien": gezien})
    assert antwoord.status_code == 422
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in tekst(antwoord)
    assert Scenario.objects.exists()


def test_inflow_and_a_leaf_come_and_go_in_the_browser(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    instroom = {"dienst": str(huis.dienst.pk), "van": "2027-04-01", "bruto_maandloon": "2.154,11"}
    bewaar(bezoeker, adres("scenarioinstroom_nieuw", scenario.pk), **instroom, aantal="2")
    blad = {"dienst": str(huis.dienst.pk), "van": "2027-04-01", "bedrag": "150000"}
    soort = {"blad": "eigen_opbrengst", "wijze": "vast"}
    bewaar(bezoeker, adres("scenarioblad_nieuw", scenario.pk), **blad, **soort)
    pagina = tekst(bezoeker.get(adres("scenario", scenario.pk)))
    assert "2 starters in Klusdienst op 1 april 2027: IMW 5 jaar, begeleiding midden" in pagina
    assert "van Klusdienst: € 150.000,00 vanaf 1 april 2027, vast bedrag per kwartaal" in pagina
    bezoeker.post(adres("scenarioinstroom_weg", Scenarioinstroom.objects.get().pk))
    bezoeker.post(adres("scenarioblad_weg", Scenarioblad.objects.get().pk))
    assert not Scenarioinstroom.objects.exists()
    assert not Scenarioblad.objects.exists()


def test_a_service_of_another_organisation_cannot_be_chosen(
    bezoeker: Client, scenario: Scenario
) -> None:
    antwoord = bewaar(
        bezoeker,
        adres("scenarioinstroom_nieuw", scenario.pk),
        dienst=str(DienstFactory().pk),
        van="2027-04-01",
        bruto_maandloon="2000",
    )
    assert list(fouten(antwoord)) == ["dienst"]


def test_the_percentage_is_filled_in_from_the_last_step(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    AdviesFactory(werknemer=huis.bart, soort="imw_5", besluitdatum=date(2025, 4, 15))
    url = adres("scenario_werknemer", scenario.pk, huis.bart.pk)
    form = bezoeker.get(url).context["form"]
    assert form.initial["percentage"] == 20
    bewaar(bezoeker, url, vertrek="dag", laatste_dag="2027-09-30", uitkomst="zelfde")
    pagina = tekst(bezoeker.get(adres("scenario", scenario.pk)))
    assert "vertrekt op 30 september 2027; verlengd, zelfde percentage: 20 %" in pagina
    antwoord = bewaar(bezoeker, url, uitkomst="verhoogd", percentage="23")
    assert fouten(antwoord) == {
        "percentage": ["Een percentage is een veelvoud van 5, van 20 tot en met 75."]
    }


def test_an_advice_of_two_years_has_no_extension_to_choose(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    antwoord = bezoeker.get(adres("scenario_werknemer", scenario.pk, huis.amina.pk))
    velden = {"gezien", "vertrek", "laatste_dag", "vervanging", "na_maanden"}
    assert set(antwoord.context["form"].fields) == velden
    assert "Een advies van 2 jaar kan niet verlengd worden." in tekst(antwoord)


def test_the_list_of_employees_says_what_differs_and_finds_by_name(
    bezoeker: Client, huis: Huis, scenario: Scenario
) -> None:
    ScenariovertrekFactory(scenario=scenario, werknemer=huis.bart, laatste_dag=None)
    url = adres("scenario_werknemers", scenario.pk)
    rijen = bezoeker.get(url).context["rijen"]
    assert [(rij.sleutel, rij.naam, rij.zinnen) for rij in rijen] == [
        (huis.amina.pk, "Amina Benali", ()),
        (huis.bart.pk, "Bart Dewit", ("blijft",)),
    ]
    assert [r.sleutel for r in bezoeker.get(url, {"zoek": "BART"}).context["rijen"]] == [
        huis.bart.pk
    ]
    assert "Niemand gevonden." in tekst(bezoeker.get(url, {"zoek": "xyz"}))


def test_inflow_in_a_service_where_nobody_works_counts(huis: Huis, scenario: Scenario) -> None:
    leeg = DienstFactory(organisatie=huis.organisatie, naam="Fietspunt")
    ScenarioinstroomFactory(scenario=scenario, dienst=leeg)
    gegevens = laad_gegevens(huis.organisatie.pk, tijdvak())
    uitkomst = bereken(gegevens, eigen_toekomst(scenario), tijdvak(), date(2026, 11, 23))
    assert uitkomst.prognose.diensten["Fietspunt"].loonkost.sum() > 0


@pytest.mark.parametrize("soort", Scenariopakket.values)
def test_each_package_that_can_be_chosen_is_known(db: None, soort: str) -> None:
    pakketten = laad_startpakketten()
    assert pakket_van(pakketten, soort, "midden", date(2027, 1, 1)).stappen


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_pages_ask_as_much_for_one_part_as_for_three(
    bezoeker: Client, huis: Huis, scenario: Scenario, aantal: int
) -> None:
    for _ in range(aantal):
        werknemer = WerknemerFactory(organisatie=huis.organisatie)
        ContractFactory(werknemer=werknemer, dienst=huis.dienst)
        ScenariovertrekFactory(scenario=scenario, werknemer=werknemer)
        ScenariovervangingFactory(scenario=scenario, werknemer=werknemer)
        ScenarioverlengingFactory(scenario=scenario, werknemer=werknemer)
        ScenarioinstroomFactory(scenario=scenario, dienst=huis.dienst)
        dienst = DienstFactory(organisatie=huis.organisatie)
        ScenariobladFactory(scenario=scenario, dienst=dienst)
        ScenarioFactory(organisatie=huis.organisatie)
    geteld = {}
    for naam in ("scenarios", "scenario_vast", "scenario_vergelijk", "instroom"):
        geteld[naam] = _vragen(bezoeker, adres(naam))
    for naam in ("scenario", "scenario_werknemers"):
        geteld[naam] = _vragen(bezoeker, adres(naam, scenario.pk))
    assert geteld == {
        "scenarios": 17,
        "scenario_vast": 11,
        "scenario_vergelijk": 13,
        "instroom": 13,
        "scenario": 17,
        "scenario_werknemers": 17,
    }


def _vragen(bezoeker: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as vragen:
        assert bezoeker.get(url).status_code == 200
    return len(vragen)


def test_starters_each_year_come_to_what_the_question_how_many_found(huis: Huis) -> None:
    """The page on inflow sends people here to see what its answer does: it must do the same."""
    scenario = ScenarioFactory(organisatie=huis.organisatie, basis=Scenariobasis.NIETS_DOEN)
    ScenarioinstroomFactory(
        scenario=scenario,
        dienst=huis.dienst,
        van=date(2027, 1, 31),
        aantal=5,
        elk_jaar=True,
        pakket="imw_2",
        niveau="midden",
        tewerkstellingsbreuk=Decimal("0.8"),
        bruto_maandloon=Decimal(1900),
    )
    tijdvak = Tarieftijdvak(Kwartaal(2026, 4), 20)
    op, met = date(2026, 11, 23), eigen_toekomst(scenario)
    niets = zonder_ingreep(huis.organisatie.pk, 20, op)
    starter = Starter(
        "Klusdienst", "imw_2", "midden", Decimal("0.8"), Decimal(1900), date(2027, 1, 31)
    )
    pogingen = zoek_instroom(niets, starter).geprobeerd
    gevraagd = {poging.aantal: poging.saldo for poging in pogingen}
    blad = prognose_van(huis.organisatie.pk, met, tijdvak, op).prognose.diensten["Klusdienst"]
    assert euro(int(blad.saldo[2:].min())) == gevraagd[5]
    # 5 a year for two years are at most ten at work: who came leaves with the support.
    jobs = [blad.vte_in_jobs(plaats) for plaats in range(20)]
    assert 9 < max(jobs) <= 2 + 10 * Decimal("0.8")


def test_starters_each_year_are_told_and_remarked_when_they_are_many(
    bezoeker: Client, huis: Huis
) -> None:
    scenario = ScenarioFactory(organisatie=huis.organisatie, basis=Scenariobasis.NIETS_DOEN)
    ScenarioinstroomFactory(scenario=scenario, dienst=huis.dienst, aantal=3, elk_jaar=True)
    pagina = tekst(bezoeker.get(reverse("financiering:scenario", args=[scenario.pk])))
    assert "3 starters per jaar in Klusdienst vanaf" in pagina
    assert (
        "Klusdienst: 3 starters per jaar. Dat is meer dan de dienst nu telt (2). Zoek ook een "
        "andere oplossing." in pagina
    )
