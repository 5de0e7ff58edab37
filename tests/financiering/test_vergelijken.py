"""Two or three scenarios side by side, with the band around one of them."""

import re
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from gedeeld.bestandsnaam import veilig
from gedeeld.bewijs.papier import lees_bestand
from gedeeld.periode import Periode
from gedeeld.weergeven import bedrag, met_gewone_spaties
from tests.fabrieken import ContractFactory, WerknemerFactory
from tests.fabrieken.geld import ScenarioFactory, ScenariovertrekFactory
from tests.financiering.conftest import Huis
from tests.financiering.test_scenarios import VERBOD, tekst

URL = reverse("financiering:scenario_vergelijk")


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def _kijk(bezoeker: Client, *codes: object, **anders: str) -> Any:
    return bezoeker.get(URL, {"s": [str(code) for code in codes], **anders})


def test_without_a_choice_the_three_stand_side_by_side(bezoeker: Client) -> None:
    antwoord = bezoeker.get(URL)
    namen = ["niets doen", "volgens plan", "met vervanging"]
    assert antwoord.context["vergelijking"].namen == namen
    assert VERBOD in tekst(antwoord)
    assert "<svg" in antwoord.content.decode()


def test_the_difference_per_year_is_against_the_first(bezoeker: Client) -> None:
    """Amina leaves on 30 June 2027. From July on she costs nothing more: a quarter of wages with
    year-end pay is 3 × 2400 × 1.25 × 13.92 / 12 = € 10.440, and the omkadering is € 1.500."""
    vergelijking = _kijk(bezoeker, "niets_doen", "volgens_plan").context["vergelijking"]
    per_jaar = {regel.naam: regel.verschil for regel in vergelijking.per_jaar}
    kwartaal = Decimal(10440 + 1500)
    assert per_jaar["2026, alleen K4"] == (0,)
    assert per_jaar["2027"] == (2 * kwartaal,)
    assert per_jaar["2028"] == (4 * kwartaal,)
    assert per_jaar["2031, K1 tot K3"] == (3 * kwartaal,)
    assert vergelijking.totaal.verschil == (17 * kwartaal,)


def test_the_order_of_the_address_counts(bezoeker: Client, huis: Huis) -> None:
    scenario = ScenarioFactory(organisatie=huis.organisatie, naam="Ruim", basis="niets_doen")
    ScenariovertrekFactory(scenario=scenario, werknemer=huis.bart)
    vergelijking = _kijk(bezoeker, scenario.pk, "niets_doen").context["vergelijking"]
    assert vergelijking.namen == ["Ruim", "niets doen"]
    assert vergelijking.totaal.verschil == (-17 * Decimal(10440 + 1500),)


def test_at_most_three_and_each_once(bezoeker: Client) -> None:
    codes = ("niets_doen", "niets_doen", "volgens_plan", "", "met_vervanging")
    assert len(_kijk(bezoeker, *codes).context["vergelijking"].namen) == 3


@pytest.mark.parametrize("code", ["onzin", "²", "9" * 30, "-1"])
def test_a_scenario_that_is_not_there(bezoeker: Client, code: str) -> None:
    assert _kijk(bezoeker, "niets_doen", code).status_code == 404


def test_a_scenario_of_another_organisation_is_not_found(bezoeker: Client) -> None:
    assert _kijk(bezoeker, ScenarioFactory().pk).status_code == 404


def test_one_service_and_the_length_stand_in_the_address(bezoeker: Client, huis: Huis) -> None:
    antwoord = _kijk(bezoeker, "niets_doen", dienst=str(huis.dienst.pk), kwartalen="8")
    assert antwoord.context["vergelijking"].dienst == "Klusdienst"
    assert len(antwoord.context["vergelijking"].kwartalen) == 8


@pytest.mark.parametrize("kwartalen", [8, 20])
def test_each_scenario_shows_the_code_that_its_forecast_has(
    bezoeker: Client, huis: Huis, kwartalen: int
) -> None:
    """Also with somebody who starts after the last quarter, and for one service."""
    ContractFactory(
        werknemer=WerknemerFactory(organisatie=huis.organisatie),
        dienst=huis.dienst,
        periode=Periode(date(2029, 1, 1)),
    )
    eigen = ScenarioFactory(organisatie=huis.organisatie, naam="Ruim", basis="volgens_plan")
    ScenariovertrekFactory(scenario=eigen, werknemer=huis.bart)
    codes = ["niets_doen", "volgens_plan", str(eigen.pk)]
    keuze = {"kwartalen": str(kwartalen), "dienst": str(huis.dienst.pk)}
    antwoord = _kijk(bezoeker, *codes, **keuze)
    prognose, adres = reverse("financiering:prognose"), reverse("financiering:prognose_bewijs")
    for code, (_, bewijs) in zip(codes, antwoord.context["bewijzen"], strict=True):
        vraag = {"scenario": code, "kwartalen": kwartalen}
        assert bewijs["bewijscode"] == bezoeker.get(prognose, vraag).context["bewijscode"]
        assert bewijs["bewijscode"] in antwoord.content.decode()
        bestand = lees_bestand(bezoeker.get(bewijs["bewijs_url"]).content)
        assert bestand.code == bewijs["bewijscode"]
        assert bewijs["bewijs_url"].startswith(adres)


def test_without_chances_the_band_is_the_forecast(bezoeker: Client) -> None:
    antwoord = _kijk(bezoeker, "niets_doen", "volgens_plan", band="2", uit="0", verl="0")
    assert antwoord.context["bandnaam"] == "volgens plan"
    saldi = [regel.saldi[1] for regel in antwoord.context["vergelijking"].per_kwartaal]
    for regel, saldo in zip(antwoord.context["band"], saldi, strict=True):
        assert regel.p10 == regel.p50 == regel.p90 == saldo


def test_the_band_is_the_same_each_time_and_says_where_it_comes_from(bezoeker: Client) -> None:
    een, twee = _kijk(bezoeker, "niets_doen"), _kijk(bezoeker, "niets_doen")
    assert een.context["band"] == twee.context["band"]
    assert een.context["band"][-1].p10 < een.context["band"][-1].p90
    assert "In 8 van de 10 gevallen ligt het daartussen." in tekst(een)
    assert "kans op vertrek 2 %, op verlenging 33 %" in tekst(een)
    assert "niet rond de lijn van “niets doen”: daar vertrekt niemand onverwacht" in tekst(een)
    assert "vertrekt elk kwartaal 2 op de 100 mensen onverwacht" in tekst(een)


@pytest.mark.parametrize("keuze", ["geen", "3"])
def test_the_band_can_be_left_out(bezoeker: Client, keuze: str) -> None:
    antwoord = _kijk(bezoeker, "niets_doen", "volgens_plan", band=keuze)
    assert antwoord.context["band"] == []
    assert "van de 10 gevallen" not in tekst(antwoord)


@pytest.mark.parametrize("anders", [{"uit": "101"}, {"verl": "-1"}, {"uit": "x"}], ids=str)
def test_a_chance_that_cannot_be_is_said(bezoeker: Client, anders: dict[str, str]) -> None:
    antwoord = _kijk(bezoeker, "niets_doen", **anders)
    assert antwoord.status_code == 200
    assert antwoord.context["vergelijking"] is None
    assert "Een kans ligt tussen 0 en 100 %." in tekst(antwoord)


def test_htmx_gets_the_figures_with_their_address(bezoeker: Client) -> None:
    vraag = {"s": ["niets_doen", "volgens_plan"], "band": "geen"}
    antwoord = bezoeker.get(URL, vraag, headers={"HX-Request": "true"})
    assert antwoord["HX-Push-Url"] == f"{URL}?s=niets_doen&s=volgens_plan&band=geen"
    assert antwoord.content.decode().strip().startswith('<div id="uitkomst">')


def test_how_unsure_it_is_stands_in_words_that_one_says(bezoeker: Client) -> None:
    antwoord = _kijk(bezoeker, "niets_doen")
    laatste, pagina = antwoord.context["band"][-1], tekst(antwoord)
    assert (
        f"In 2031-K3 is het saldo in 1 van de 10 gevallen minder dan {gewoon(laatste.p10)}, en in "
        f"1 van de 10 gevallen meer dan {gewoon(laatste.p90)}." in pagina
    )
    assert not re.search(r"\bp\d0\b", pagina)


def gewoon(waarde: Decimal) -> str:
    return met_gewone_spaties(bedrag(waarde))


def test_beside_each_balance_stand_the_jobs_that_it_pays(bezoeker: Client, huis: Huis) -> None:
    """Amina leaves on 30 June 2027; the year 2027 ends with one job."""
    antwoord = _kijk(bezoeker, "niets_doen", "volgens_plan")
    vergelijking = antwoord.context["vergelijking"]
    per_jaar = {regel.naam: regel for regel in vergelijking.per_jaar}
    assert per_jaar["2027"].jobs == (2, 1)
    assert [jobs for _, jobs in per_jaar["2027"].cellen] == ["2 voltijdse jobs", "1 voltijdse job"]
    assert [jobs for _, jobs in per_jaar["2027"].verschilcellen] == ["1 voltijdse job minder"]
    assert [jobs for _, jobs in per_jaar["2026, alleen K4"].verschilcellen] == [
        "evenveel voltijdse jobs"
    ]
    assert vergelijking.totaal.jobs == (2, 1)
    rij = html.fromstring(antwoord.content.decode()).xpath("//tr[@id='cijfers-2027-K3']")[0]
    assert [met_gewone_spaties(stuk) for stuk in rij.itertext()] == [
        "2027-K3", "− € 3.880,00", "2 voltijdse jobs", "€ 8.060,00", "1 voltijdse job",
    ]  # fmt: skip


@pytest.mark.parametrize("met_dienst", [False, True])
def test_every_point_and_quarter_of_the_chart_leads_to_its_figures(
    bezoeker: Client, huis: Huis, met_dienst: bool
) -> None:
    anders = {"dienst": str(huis.dienst.pk)} if met_dienst else {}
    antwoord = _kijk(bezoeker, "niets_doen", "volgens_plan", kwartalen="8", **anders)
    pagina = html.fromstring(antwoord.content.decode())
    links = {
        str(a.get("href")): a.findtext("{*}title") or a.findtext("title")
        for a in pagina.xpath("//*[local-name()='svg']//*[local-name()='a']")
    }
    assert len(links) == 8 * 3
    intern = {adres[1:] for adres in links if adres.startswith("#")}
    assert len(intern) == 8
    assert intern <= set(pagina.xpath("//@id"))
    waarom = f"/financiering/diensten/{huis.dienst.pk}/2027-K3/?scenario=volgens_plan&kwartalen=8"
    prognose = "/financiering/?scenario=volgens_plan&kwartalen=8#cijfers-2027-K3"
    adres = waarom if met_dienst else prognose
    woorden = met_gewone_spaties(links[adres])
    assert woorden == "2027-K3, volgens plan: € 8.060,00, 1 voltijdse job"
    for daar in links:
        assert daar.startswith("#") or bezoeker.get(daar.partition("#")[0]).status_code == 200


@pytest.mark.parametrize(
    ("adres", "stukken"),
    [
        (
            f"{URL}export.xlsx?s=niets_doen&s=volgens_plan&dienst=",
            ("niets-doen", "volgens-plan", "klusdienst"),
        ),
        ("/financiering/verloop/export.xlsx?dienst=", ("verloop", "klusdienst")),
        ("/financiering/bedragen/export.xlsx?x=", ("bedragen",)),
    ],
)
def test_the_name_of_a_workbook_says_what_it_is_about(
    bezoeker: Client, huis: Huis, adres: str, stukken: tuple[str, ...]
) -> None:
    naam = unquote(bezoeker.get(f"{adres}{huis.dienst.pk}")["Content-Disposition"])
    assert veilig(str(huis.organisatie).lower()) in naam
    assert all(stuk in naam for stuk in stukken)
