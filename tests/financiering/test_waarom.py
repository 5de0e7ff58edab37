"""Every input of an amount stands on the page, so that it can be redone by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.test import Client

from financiering.domein.bedragen import voeg_bron_toe
from gedeeld.periode import Periode
from gedeeld.weergeven import breuk
from regels.keuzes import Parametercode, SoortAdvies, Zekerheid
from regels.models import Bron, Regelparameter
from tests.financiering.conftest import Huis, zet_bijdrage
from werknemers.models import Premieschijf


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def waarom(bezoeker: Client, huis: Huis, kwartaal: str = "2026-K4") -> dict[str, dict[str, str]]:
    context = bezoeker.get(f"/financiering/werknemers/{huis.amina.pk}/{kwartaal}/").context
    delen = ("loonpremie", "begeleidingspremie", "lde_vergoeding", "loonkost")
    uitleg = {deel: getattr(context["waarom"], deel) for deel in delen}
    return {deel: dict(wat.invoer) for deel, wat in uitleg.items() if wat}


def eigen(huis: Huis, code: Parametercode, waarde: str, van: date) -> None:
    Regelparameter.objects.create(
        code=code,
        organisatie=huis.organisatie,
        waarde=Decimal(waarde),
        geldig=Periode(van),
        bron=Bron.objects.get(code="eigen-keuze"),
        zekerheid=Zekerheid.E,
    )


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Fraction(1, 3), "1/3"),
        (Fraction(3, 4), "0,75"),
        (Fraction(1), "1"),
        (Fraction(19, 42), "19/42"),
        (Fraction("0.333333"), "0,333333"),
        (Fraction("0.333333") * Fraction(10, 93), "≈ 0,035842"),
        (Fraction(0), "0"),
    ],
)
def test_a_fraction_is_shown_as_it_is(waarde: Fraction, tekst: str) -> None:
    assert breuk(waarde) == tekst


def test_a_contribution_that_changes_inside_a_quarter_is_named_by_month(
    bezoeker: Client, huis: Huis
) -> None:
    """25 % in October, 30 % from November on."""
    zet_bijdrage(huis, "30", date(2026, 11, 1))
    hoe = "eigen percentage van de organisatie"
    assert waarom(bezoeker, huis)["loonkost"] == {
        "Loonmaanden per jaar": "13,92",
        "Netto patronale bijdrage in oktober": f"25,00 %, {hoe}",
        "Netto patronale bijdrage in november": f"30,00 %, {hoe}",
        "Netto patronale bijdrage in december": f"30,00 %, {hoe}",
    }
    invoer = waarom(bezoeker, huis)["loonpremie"]
    assert invoer["Netto patronale bijdrage in oktober"] == f"25,00 %, {hoe}"
    assert invoer["GGMMI"] == "€\u00a02.233,61"


def test_the_compensation_of_the_transition_shows_period_days_and_fraction(
    bezoeker: Client, huis: Huis
) -> None:
    eigen(huis, Parametercode.LDE_VERGOEDING, "3000", date(2026, 1, 1))
    huis.amina.contracten.update(tewerkstellingsbreuk=Decimal("0.5"))
    huis.amina.adviezen.update(
        soort=SoortAdvies.LDE_OVERGANG, periode=Periode(date(2023, 7, 1), date(2026, 11, 16))
    )
    assert waarom(bezoeker, huis)["lde_vergoeding"] == {
        "Vergoeding per voltijdse job": "€\u00a03.000,00",
        "LDE-overgang": "1 juli 2023 t.e.m. 15 november 2026",
        "oktober 2026, Klusdienst": "31 van 31 dagen, tewerkstellingsbreuk 0,5",
        "november 2026, Klusdienst": "15 van 30 dagen, tewerkstellingsbreuk 0,5",
        "Voltijdse jobs in de overgang, gemiddeld over de drie maanden": "0,25",
    }


def test_a_percentage_names_its_advice_and_the_source_of_its_package(
    bezoeker: Client, huis: Huis
) -> None:
    """Five years from October 2025 on: quarter 9 is 20 % by one source and 30 by another."""
    huis.amina.adviezen.update(
        soort=SoortAdvies.IMW_5,
        besluitdatum=date(2024, 10, 2),
        periode=Periode(date(2024, 10, 1), date(2029, 10, 1)),
    )
    adres = f"/financiering/werknemers/{huis.amina.pk}/2026-K4/"
    uitleg = bezoeker.get(adres).context["waarom"].loonpremie
    assert dict(uitleg.invoer)["Advies"] == "IMW 5 jaar, vanaf 1 oktober 2024"
    assert dict(uitleg.invoer)["Stappen van de loonpremie"] == "startpakket IMW 5 jaar (5/3/12)"
    assert "Verso" in uitleg.bron
    assert "Met 5/4/11 is dat in dit kwartaal 30 %." in uitleg.tegenspraak


def test_a_share_in_each_leaf_shows_amount_share_and_who_typed_it(
    bezoeker: Client, huis: Huis
) -> None:
    """20,000 fixed and 1,500 for each of two full-time jobs, of which Amina has one."""
    registreer_bron(huis)
    context = bezoeker.get(f"/financiering/werknemers/{huis.amina.pk}/2026-K4/").context
    bladen = {blad.naam: blad.uitleg for blad in context["bladen"]}
    assert list(bladen) == [
        "lokale vergoeding van Klusdienst",
        "ALD-vergoeding van Klusdienst",
        "omkadering van Klusdienst",
    ]
    lokaal = bladen["lokale vergoeding van Klusdienst"]
    assert lokaal.antwoord == "€\u00a010.000,00"
    assert [waarde for _, waarde in lokaal.invoer][1:] == ["2", "€\u00a020.000,00", "1"]
    ald = bladen["ALD-vergoeding van Klusdienst"]
    assert ald.antwoord == "€\u00a0333,34"
    wie, wanneer = huis.coordinator, "vanaf 1 januari 2026 t.e.m. 30 juni 2028; zonder index"
    assert ald.invoer[0] == (
        "€\u00a0666,67 per kwartaal",
        f"{wanneer}; ingevuld door {wie} op 23 november 2026",
    )
    assert bladen["omkadering van Klusdienst"].antwoord == "€\u00a01.500,00"
    assert bladen["omkadering van Klusdienst"].invoer[0][0] == (
        "€\u00a01.500,00 per voltijdse job en per kwartaal"
    )


def registreer_bron(huis: Huis) -> None:
    """As the page of the amounts does it."""
    voeg_bron_toe(
        dienst=huis.dienst,
        door=huis.coordinator,
        blad="ald_vergoeding",
        omschrijving="",
        bedrag=Decimal("666.67"),
        wijze="vast",
        eerste_dag=date(2026, 1, 1),
        laatste_dag=date(2028, 6, 30),
        geindexeerd=False,
    )


def test_a_percentage_that_was_set_by_hand_says_so(bezoeker: Client, huis: Huis) -> None:
    advies = huis.amina.adviezen.get()
    Premieschijf.objects.create(advies=advies, periode=advies.periode, percentage=45)
    invoer = waarom(bezoeker, huis)["loonpremie"]
    assert invoer["Percentage"] == "45 %"
    assert invoer["Stappen van de loonpremie"] == "ingevuld na een evaluatie"


def test_a_compensation_that_is_not_known_is_not_said_to_be_nothing(
    bezoeker: Client, huis: Huis
) -> None:
    huis.amina.adviezen.update(
        soort=SoortAdvies.LDE_OVERGANG, periode=Periode(date(2023, 7, 1), date(2027, 1, 1))
    )
    lde = waarom(bezoeker, huis)["lde_vergoeding"]
    assert lde["Vergoeding per voltijdse job"] == "niet gekend, telt als €\u00a00,00"
