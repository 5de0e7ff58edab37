"""The page of the forecast, down to why an amount is what it is."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from financiering.keuzes import Scenariobasis
from gedeeld.periode import Periode
from regels.keuzes import FINANCIEEL, VERMINDERING, Parametercode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    ScenarioFactory,
    WerknemerFactory,
)
from tests.financiering.conftest import Huis

PROGNOSE = reverse("financiering:prognose")


@pytest.fixture
def client_van_huis(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", antwoord.content.decode()).replace("&nbsp;", " ")


def test_the_answer_stands_on_top_in_one_sentence(client_van_huis: Client) -> None:
    pagina = tekst(client_van_huis.get(PROGNOSE))
    assert (
        "Als niemand vertrekt en niemand bijkomt, komt de organisatie vanaf 2026-K4 elk kwartaal "
        "geld tekort: eerst € 750 (2 voltijdse jobs), en in 2031-K3 € 3.880 (2 voltijdse jobs)."
        in pagina
    )
    assert "<svg" in pagina
    assert "Aannames" in pagina


def test_an_assumption_leads_to_its_parameter(client_van_huis: Client) -> None:
    """But for what does not count here: an organisation with a percentage of its own needs no
    reduction, and nobody has paid hours."""
    pagina = tekst(client_van_huis.get(PROGNOSE))
    telt_niet = {Parametercode.LDE_VERGOEDING, Parametercode.VOLTIJDSE_WEEK, *VERMINDERING}
    for code in FINANCIEEL:
        adres = reverse("regels:parameter", args=[code])
        assert (f'href="{adres}"' in pagina) is (code not in telt_niet)


def test_a_service_shows_its_people_and_whose_premium_falls(
    client_van_huis: Client, huis: Huis
) -> None:
    pagina = tekst(client_van_huis.get(PROGNOSE, {"dienst": huis.dienst.pk}))
    assert f'{reverse("financiering:werknemer", args=[huis.amina.pk])}"' in pagina
    assert "2027-K2: de loonpremie stopt" in pagina
    assert "Alle diensten" in pagina


def test_receipts_come_a_quarter_after_the_work(client_van_huis: Client) -> None:
    """Amina's last premium is earned in 2027-K1 and received in 2027-K2."""
    verdiend = client_van_huis.get(PROGNOSE).context["beeld"]
    ontvangen = client_van_huis.get(PROGNOSE, {"kas": "1"}).context["beeld"]
    assert [regel.inkomsten for regel in verdiend.regels[:4]] == [23130, 23130, 20000, 20000]
    assert [regel.inkomsten for regel in ontvangen.regels[:4]] == [23130, 23130, 23130, 20000]
    assert verdiend.kwartalen == ontvangen.kwartalen
    assert [r.loonkost for r in verdiend.regels] == [r.loonkost for r in ontvangen.regels]


def test_an_employee_carries_a_share_of_the_service(client_van_huis: Client, huis: Huis) -> None:
    antwoord = client_van_huis.get(reverse("financiering:werknemer", args=[huis.amina.pk]))
    eerste = antwoord.context["prognose"].regels[0]
    assert dict(eerste.bladen)["lokale vergoeding"] == 10000
    assert eerste.omkadering == 1500
    assert eerste.saldo == 1800 + 1330 + 10000 - 10440 - 1500
    assert "Vanaf 2027-K2 kost het werk van Amina" in tekst(antwoord)


def test_every_amount_says_why(client_van_huis: Client, huis: Huis) -> None:
    adres = reverse("financiering:waarom", args=[huis.amina.pk, "2026-K4"])
    antwoord = client_van_huis.get(adres)
    waarom = antwoord.context["waarom"]
    assert waarom.loonpremie.antwoord == "€\u00a01.800,00"
    assert dict(waarom.loonpremie.invoer) == {
        "Kwartaal binnen het advies": "7",
        "GGMMI": "€\u00a02.233,61",
        "Plafond per maand": "2 keer het GGMMI",
        "Netto patronale bijdrage": "25,00 %, eigen percentage van de organisatie",
        "Referteloon van het kwartaal": "€\u00a09.000,00",
        "Plafond van het kwartaal voor deze job": "€\u00a013.401,66",
        "Telt mee (het laagste van de twee)": "€\u00a09.000,00",
        "Percentage": "20 %",
        "Advies": "IMW 2 jaar, vanaf 1 april 2025",
        "Stappen van de loonpremie": "startpakket IMW 2 jaar (5/3)",
    }
    assert waarom.begeleidingspremie.antwoord == "€\u00a01.330,00"
    assert waarom.loonkost.antwoord == "€\u00a010.440,00"
    assert [maand.dagen for maand in waarom.maanden] == ["31 van 31", "30 van 30", "31 van 31"]
    assert "FOD WASO en NAR" in waarom.loonpremie.bron
    assert "Dit bedrag houdt geen rekening met: ziekte" in tekst(antwoord)


def test_what_is_not_there_is_not_found(client_van_huis: Client, huis: Huis) -> None:
    vreemd = DienstFactory()
    scenario = ScenarioFactory()
    for vraag in ({"dienst": vreemd.pk}, {"scenario": scenario.pk}, {"scenario": "x"}):
        assert client_van_huis.get(PROGNOSE, vraag).status_code == 404
    for kwartaal in ("2020-K1", "herfst"):
        adres = reverse("financiering:waarom", args=[huis.amina.pk, kwartaal])
        assert client_van_huis.get(adres).status_code == 404


@pytest.mark.parametrize("pagina", ["", "verloop/", "paneel/"])
def test_a_service_that_is_not_there_is_told_from_an_employee(
    client_van_huis: Client, pagina: str
) -> None:
    antwoord = client_van_huis.get(f"{PROGNOSE}{pagina}", {"dienst": DienstFactory().pk})
    assert antwoord.status_code == 404
    assert "Deze dienst is er niet (meer)" in tekst(antwoord)
    assert "Zoek de werknemer" not in tekst(antwoord)


@pytest.mark.parametrize("vraag", ["?scenario=x", "scenarios/vergelijk/?s=x", "scenarios/999999/"])
def test_a_scenario_that_is_not_there_is_told_from_an_employee(
    client_van_huis: Client, vraag: str
) -> None:
    antwoord = client_van_huis.get(f"{PROGNOSE}{vraag}")
    assert antwoord.status_code == 404
    assert "Dit scenario is er niet (meer)" in tekst(antwoord)


def test_the_employees_of_a_service_come_by_page(client_van_huis: Client, huis: Huis) -> None:
    for nummer in range(30):
        wie = WerknemerFactory(organisatie=huis.organisatie, familienaam=f"Zoo{nummer:02}")
        ContractFactory(werknemer=wie, dienst=huis.dienst)
    vraag = {"dienst": huis.dienst.pk}
    eerste, tweede = (
        client_van_huis.get(PROGNOSE, vraag | pagina) for pagina in ({}, {"pagina": "2"})
    )
    assert [len(p.context["werknemers"]) for p in (eerste, tweede)] == [25, 7]
    assert tweede.context["werknemers"][-1].naam.endswith("Zoo29")
    assert f"dienst={huis.dienst.pk}&amp;pagina=2" in eerste.content.decode()
    assert eerste.context["beeld"].regels == tweede.context["beeld"].regels


def test_a_chart_names_some_and_counts_the_others(client_van_huis: Client, huis: Huis) -> None:
    """Amina's support stops together with that of eight others."""
    for nummer in range(8):
        wie = WerknemerFactory(organisatie=huis.organisatie, familienaam=f"Zoo{nummer}")
        ContractFactory(werknemer=wie, dienst=huis.dienst)
        AdviesFactory(
            werknemer=wie,
            soort="imw_2",
            besluitdatum=date(2025, 4, 15),
            periode=Periode(date(2025, 4, 1), date(2027, 4, 1)),
        )
    pagina = tekst(client_van_huis.get(PROGNOSE))
    assert "9 loonpremies minder of weg. Amina Benali: de loonpremie stopt;" in pagina
    assert "Zoo4: de loonpremie stopt en nog 3" in pagina
    assert "Zoo5: de loonpremie" not in pagina


def test_an_own_scenario_is_one_of_the_choices(client_van_huis: Client, huis: Huis) -> None:
    scenario = ScenarioFactory(
        organisatie=huis.organisatie, naam="Rustig aan", basis=Scenariobasis.NIETS_DOEN
    )
    pagina = tekst(client_van_huis.get(PROGNOSE, {"scenario": scenario.pk}))
    assert "In het scenario “Rustig aan” komt de organisatie" in pagina


def test_an_unknown_wage_is_said_and_counts_as_nothing(client_van_huis: Client, huis: Huis) -> None:
    wie = WerknemerFactory(organisatie=huis.organisatie, voornaam="Zoë", familienaam="Wit")
    ContractFactory(werknemer=wie, dienst=huis.dienst, bruto_maandloon=None)
    assert "Van 1 werknemer kennen we het loon niet: Zoë Wit." in tekst(
        client_van_huis.get(PROGNOSE)
    )


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_asks_a_fixed_number_of_questions(
    client_van_huis: Client, huis: Huis, aantal: int, django_assert_num_queries: Any
) -> None:
    for _ in range(aantal):
        ContractFactory(
            werknemer=WerknemerFactory(organisatie=huis.organisatie), dienst=huis.dienst
        )
    with django_assert_num_queries(11):
        client_van_huis.get(PROGNOSE)
    with django_assert_num_queries(11):
        client_van_huis.get(PROGNOSE, {"dienst": huis.dienst.pk})


def test_each_quarter_and_each_mark_leads_to_its_figures_and_people(
    client_van_huis: Client, huis: Huis
) -> None:
    pagina = html.fromstring(client_van_huis.get(PROGNOSE).content.decode())
    adressen = {str(adres) for adres in pagina.xpath("//*[local-name()='svg']//*/@href")}
    assert {f"#cijfers-{kwartaal}" for kwartaal in ("2026-K4", "2031-K3")} <= adressen
    assert "#dalingen-2027-K2" in adressen
    assert {adres[1:] for adres in adressen} <= set(pagina.xpath("//@id"))
    waarom = reverse("financiering:waarom", args=[huis.amina.pk, "2027-K2"])
    assert pagina.xpath("//dt[@id='dalingen-2027-K2']/following-sibling::dd[1]/a/@href") == [waarom]
    bladzijde = client_van_huis.get(reverse("financiering:werknemer", args=[huis.amina.pk]))
    assert f'<a href="{waarom}"><title>' in bladzijde.content.decode()


def test_the_balance_stands_before_what_it_is_made_of(client_van_huis: Client) -> None:
    pagina = tekst(client_van_huis.get(PROGNOSE))
    koppen = re.findall(r"<h2>([^<]*)", pagina)
    assert koppen[:2] == ["Saldo per kwartaal", "Wat binnenkomt en wat het kost"]
    assert "onder nul in 2026-K4" in pagina


@pytest.mark.parametrize(("kas", "kwartaal"), [("", "2027-K2"), ("1", "2027-K3")])
def test_the_first_fall_of_somebody_stands_in_the_quarter_of_the_money(
    client: Client, huis: Huis, kas: str, kwartaal: str
) -> None:
    client.force_login(huis.coordinator)
    antwoord = client.get(PROGNOSE, {"dienst": huis.dienst.pk, "kas": kas})
    amina = antwoord.context["werknemers"][0]
    assert str(amina.daling[0]) == kwartaal
    assert [str(regel[0]) for regel in antwoord.context["dalingen"]] == [kwartaal]


@pytest.mark.parametrize(
    ("per_kwartaal", "tekst_van_dienst"),
    [
        (20000, "tijdelijk, het eerst in 2026-K4"),
        (30000, "geen tekort, maar op het einde geen job"),
    ],
)
def test_a_service_that_empties_itself_is_not_in_order(
    client: Client, huis: Huis, per_kwartaal: int, tekst_van_dienst: str
) -> None:
    """Nobody works there from 2028 on, and what it gets goes on."""
    for wie in (huis.amina, huis.bart):
        wie.contracten.update(periode=Periode(date(2025, 4, 1), date(2028, 1, 1)))
    huis.dienst.klaverbladbronnen.update(bedrag=per_kwartaal)
    client.force_login(huis.coordinator)
    antwoord = client.get(PROGNOSE)
    ((regel, _),) = antwoord.context["diensten"]
    assert (regel.in_orde, regel.tekort) == (False, tekst_van_dienst)
    assert tekst_van_dienst in tekst(antwoord)
