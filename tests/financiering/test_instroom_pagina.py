"""How many starters a service needs, asked on the page."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from financiering.domein.instroomvraag import Starter, in_een_zin, te_veel
from financiering.domein.rekenmodel.instroom import Instroomantwoord, Poging
from gedeeld.periode import Periode
from tests.fabrieken import DienstFactory, KlaverbladbronFactory
from tests.financiering.conftest import Huis
from tests.financiering.test_scenarios import VERBOD, tekst

URL = reverse("financiering:instroom")


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def _vraag(huis: Huis, **anders: str) -> dict[str, str]:
    return {
        "dienst": str(huis.dienst.pk),
        "scenario": "niets_doen",
        "pakket": "imw_5",
        "niveau": "midden",
        "tewerkstellingsbreuk": "1",
        "bruto_maandloon": "2.400,00",
        "vanaf": "2027-01-01",
    } | anders


def pogingen(*saldi: int) -> tuple[Poging, ...]:
    return tuple(Poging(nr, Decimal(s), Decimal("2.40")) for nr, s in enumerate(saldi))


def _kijk(bezoeker: Client, huis: Huis, **anders: str) -> Any:
    return bezoeker.get(URL, _vraag(huis, **anders))


def test_at_first_the_page_only_asks(bezoeker: Client) -> None:
    antwoord = bezoeker.get(URL)
    assert antwoord.context["antwoord"] is None
    assert antwoord.context["form"].errors == {}
    assert VERBOD in tekst(antwoord)


def test_a_service_that_makes_ends_meet_needs_nobody(bezoeker: Client, huis: Huis) -> None:
    KlaverbladbronFactory(dienst=huis.dienst, blad="ald_vergoeding", bedrag=Decimal(5000))
    antwoord = _kijk(bezoeker, huis)
    assert antwoord.context["antwoord"].aantal == 0
    assert (
        "Klusdienst heeft vanaf 1 januari 2027 geen extra instroom nodig: in het slechtste "
        "kwartaal blijft er € 1.120,00 over, met 2 voltijdse jobs." in tekst(antwoord)
    )


def test_the_smallest_number_that_suffices(bezoeker: Client, huis: Huis) -> None:
    """Without local money both employees cost € 940 more a quarter than their own revenue, once
    Amina's support has ended; a starter at 55 % brings in far more than that."""
    huis.dienst.klaverbladbronnen.all().delete()
    KlaverbladbronFactory(
        dienst=huis.dienst, blad="eigen_opbrengst", wijze="per_vte", bedrag=Decimal(11000)
    )
    antwoord = _kijk(bezoeker, huis, pakket="imw_5_verhoogd")
    gevonden = antwoord.context["antwoord"]
    assert gevonden.aantal == 1
    assert [poging.aantal for poging in gevonden.geprobeerd] == [0, 1]
    assert gevonden.geprobeerd[0] == Poging(0, Decimal(-1880), Decimal(2))
    assert gevonden.geprobeerd[1].saldo >= 0
    assert "Klusdienst heeft vanaf 1 januari 2027 minstens 1 starter per jaar nodig." in tekst(
        antwoord
    )


def test_when_no_number_suffices_the_nearest_is_named(bezoeker: Client, huis: Huis) -> None:
    antwoord = _kijk(bezoeker, huis)
    assert antwoord.context["antwoord"].aantal is None
    assert "Instroom helpt Klusdienst vanaf 1 januari 2027 niet" in tekst(antwoord)
    assert len(antwoord.context["antwoord"].geprobeerd) == 41
    assert "een tekort van € 3.880,00, met 2 voltijdse jobs." in tekst(antwoord)
    assert "Een starter brengt dan minder op dan hij kost, of te laat." in tekst(antwoord)
    assert "Zet deze instroom in een eigen scenario" not in tekst(antwoord)


def test_the_answer_in_one_sentence() -> None:
    starter = Starter("Fietspunt", "imw_5", "midden", Decimal(1), Decimal(2000), date(2027, 4, 1))
    genoeg = Instroomantwoord(2, pogingen(-50, -9, 3))
    assert in_een_zin(genoeg, starter) == (
        "Fietspunt heeft vanaf 1 april 2027 minstens 2 starters per jaar nodig. In het slechtste "
        "kwartaal blijft er dan €\u00a03,00 over, met 2,4 voltijdse jobs."
    )
    nooit = Instroomantwoord(None, pogingen(-50, -9, -30))
    assert in_een_zin(nooit, starter).endswith(
        "Het dichtst komt 1 starter per jaar: in het slechtste kwartaal is er dan nog €\u00a09,00 "
        "tekort, met 2,4 voltijdse jobs."
    )


@pytest.mark.parametrize("dag", ["2026-11-22", "2031-10-01", "9999-12-31"])
def test_a_day_outside_the_forecast_is_refused(bezoeker: Client, huis: Huis, dag: str) -> None:
    antwoord = _kijk(bezoeker, huis, vanaf=dag)
    assert list(antwoord.context["form"].errors) == ["vanaf"]
    assert antwoord.context["antwoord"] is None


def test_what_is_missing_is_said_and_nothing_of_others_is_chosen(
    bezoeker: Client, huis: Huis
) -> None:
    vreemd = str(DienstFactory().pk)
    antwoord = _kijk(bezoeker, huis, dienst=vreemd, bruto_maandloon="", tewerkstellingsbreuk="2")
    assert set(antwoord.context["form"].errors) == {
        "dienst",
        "bruto_maandloon",
        "tewerkstellingsbreuk",
    }


def test_htmx_gets_the_answer_with_its_address(bezoeker: Client, huis: Huis) -> None:
    antwoord = bezoeker.get(URL, _vraag(huis), headers={"HX-Request": "true"})
    assert antwoord["HX-Push-Url"].startswith(f"{URL}?dienst=")
    assert antwoord.content.decode().strip().startswith('<div id="uitkomst">')


def test_when_starters_only_make_it_worse_that_is_said() -> None:
    starter = Starter("Fietspunt", "imw_5", "midden", Decimal(1), Decimal(2000), date(2027, 4, 1))
    erger = Instroomantwoord(None, pogingen(-50, -90, -130))
    assert in_een_zin(erger, starter) == (
        "Instroom helpt Fietspunt vanaf 1 april 2027 niet: ook zonder starters blijft er in het "
        "slechtste kwartaal een tekort van €\u00a050,00, met 2,4 voltijdse jobs. Meer starters "
        "maken het groter."
    )
    gelijk = Instroomantwoord(None, pogingen(-50, -50))
    assert in_een_zin(gelijk, starter).endswith("Meer starters maken het niet kleiner.")


@pytest.mark.parametrize(
    ("aantal", "nu", "verwacht"),
    [
        (20, 12, "Dat is meer dan de dienst nu telt (12). Zoek ook een andere oplossing."),
        (12, 12, ""),
        (None, 12, ""),
        (3, 0, ""),
    ],
)
def test_more_starters_than_the_service_holds_is_remarked(
    aantal: int | None, nu: int, verwacht: str
) -> None:
    assert te_veel(aantal, nu) == verwacht


def test_the_page_counts_who_works_in_the_service_now(bezoeker: Client, huis: Huis) -> None:
    huis.dienst.klaverbladbronnen.all().delete()
    KlaverbladbronFactory(
        dienst=huis.dienst, blad="eigen_opbrengst", wijze="per_vte", bedrag=Decimal(11000)
    )
    KlaverbladbronFactory(
        dienst=huis.dienst, blad="ald_vergoeding", bedrag=Decimal(1), wijze="vast"
    )
    huis.bart.contracten.update(periode=Periode(date(2025, 4, 1), date(2026, 11, 1)))
    huis.amina.contracten.update(bruto_maandloon=Decimal(4000))
    antwoord = _kijk(
        bezoeker, huis, pakket="imw_5_verhoogd", tewerkstellingsbreuk="0,2", bruto_maandloon="480"
    )
    assert antwoord.context["antwoord"].aantal > 1
    assert "Dat is meer dan de dienst nu telt (1)." in tekst(antwoord)


def test_a_service_without_anything_needs_no_inflow_and_reads_no_good_news(
    bezoeker: Client, huis: Huis
) -> None:
    leeg = DienstFactory(organisatie=huis.organisatie, naam="Leeg")
    antwoord = tekst(_kijk(bezoeker, huis, dienst=str(leeg.pk)))
    assert "Bij Leeg is er nog niets om te tellen" in antwoord
    assert "geen extra instroom nodig" not in antwoord
