"""What other pages show of the funding: a sentence for the dashboard, steps of an employee."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from financiering.models import Klaverbladbron
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    KlaverbladbronFactory,
    WerknemerFactory,
)
from tests.financiering.conftest import Huis
from werknemers.models import Dienst, Werknemer

Als = Callable[[Gebruiker], Client]
HTMX = {"HX-Request": "true"}


def fragment(client: Client, adres: str) -> html.HtmlElement:
    antwoord = client.get(adres, headers=HTMX)
    assert antwoord.status_code == 200
    assert "<html" not in antwoord.content.decode()
    return html.fromstring(antwoord.content.decode())


def tekst(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def met_stad(huis: Huis, bedrag: str) -> None:
    Klaverbladbron.objects.filter(dienst=huis.dienst).update(bedrag=Decimal(bedrag))


# --- the dashboard ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bedrag", "zin"),
    [
        ("22000", "Het saldo zakt onder nul in 2027-K2 als je niets doet."),
        (
            "20000",
            "Het saldo ligt nu al onder nul, in 2026-K4, en blijft daar als je niets doet.",
        ),
        (
            "30000",
            "Ook als je niets doet, blijft het saldo tot en met 2031-K3 boven nul, dan met 2 "
            "voltijdse jobs.",
        ),
    ],
)
def test_the_panel_says_when_the_balance_falls_below_zero(
    als: Als, huis: Huis, bedrag: str, zin: str
) -> None:
    met_stad(huis, bedrag)
    blad = fragment(als(huis.coordinator), "/financiering/paneel/")
    assert tekst(blad) == f"{zin} Bekijk de prognose"
    assert blad.xpath("//a/@href") == ["/financiering/"]


def test_the_panel_names_the_service_that_is_first(als: Als, huis: Huis) -> None:
    met_stad(huis, "30000")
    fietspunt = DienstFactory(organisatie=huis.organisatie, naam="Fietspunt")
    ContractFactory(
        werknemer=WerknemerFactory(organisatie=huis.organisatie),
        dienst=fietspunt,
        periode=Periode(date(2026, 1, 1)),
        bruto_maandloon=Decimal("2400.00"),
    )
    client = als(huis.coordinator)
    alles = tekst(fragment(client, "/financiering/paneel/"))
    assert "Het eerst gebeurt dat bij Fietspunt, in 2026-K4." in alles
    een = fragment(client, f"/financiering/paneel/?dienst={huis.dienst.pk}")
    assert tekst(een) == (
        "Ook als je niets doet, blijft het saldo tot en met 2031-K3 boven nul, dan met 2 "
        "voltijdse jobs. "
        "Bekijk de prognose van Klusdienst"
    )
    assert een.xpath("//a/@href") == [f"/financiering/?dienst={huis.dienst.pk}"]


def test_the_panel_of_who_has_nothing_says_so(
    als: Als, coordinator: Gebruiker, andere_organisatie: Organisatie
) -> None:
    client, leeg = als(coordinator), DienstFactory(organisatie=coordinator.organisatie)
    for adres in ("/financiering/paneel/", f"/financiering/paneel/?dienst={leeg.pk}"):
        blad = fragment(client, adres)
        assert "Er is nog niets om te tellen" in tekst(blad)
        assert "/financiering/bedragen/" in blad.xpath("//a/@href")
    vreemd = DienstFactory(organisatie=andere_organisatie)
    for sleutel in (vreemd.pk, "²"):
        antwoord = client.get("/financiering/paneel/", {"dienst": sleutel}, headers=HTMX)
        assert antwoord.status_code == 404


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.HR, Rol.BEGELEIDER])
def test_the_dashboard_loads_the_panel_for_who_may_see_money(
    als: Als, huis: Huis, rol: Rol
) -> None:
    wie = GebruikerFactory(organisatie=huis.organisatie, rol=rol)
    if rol == Rol.BEGELEIDER:
        Werknemer.objects.update(begeleider=wie)
    for vraag in ("", f"?dienst={huis.dienst.pk}"):
        pagina = html.fromstring(als(wie).get(f"/uitstroom/{vraag}").content.decode())
        adressen = [] if rol == Rol.BEGELEIDER else [f"/financiering/paneel/{vraag}"]
        assert pagina.xpath("//section[@aria-labelledby='geld']//@hx-get") == adressen
        assert pagina.xpath("//section[@aria-labelledby='geld']//a/@href") == adressen


# --- the employee ----------------------------------------------------------------------------


def rijen(blad: html.HtmlElement) -> list[str]:
    return [tekst(rij) for rij in blad.xpath("//tbody/tr")]


def test_an_employee_has_the_next_step_and_the_end_in_euro(als: Als, huis: Huis) -> None:
    blad = fragment(als(huis.coordinator), f"/financiering/steun/{huis.amina.pk}/")
    assert (
        "Nu brengt de ondersteuning van Amina € 3.130,00 per kwartaal op. "
        "Vanaf 2027-K2 is dat niets meer."
    ) in tekst(blad)
    assert rijen(blad) == [
        "2026-K4 (nu) € 1.800,00 (20 %) € 1.330,00 € 3.130,00 –",
        "2027-K2 € 0,00 € 0,00 € 0,00 − € 3.130,00",
    ]
    assert f"/financiering/werknemers/{huis.amina.pk}/" in blad.xpath("//a/@href")


def test_several_steps_are_all_there(als: Als, huis: Huis) -> None:
    AdviesFactory(
        werknemer=huis.bart,
        soort="imw_5",
        besluitdatum=date(2025, 10, 15),
        periode=Periode(date(2025, 10, 1), date(2030, 10, 1)),
        begeleidingsniveau="laag",
    )
    blad = fragment(als(huis.coordinator), f"/financiering/steun/{huis.bart.pk}/")
    # 9000 a quarter; guidance 1200 + 430 in the first five quarters, then 600 + 430.
    assert rijen(blad) == [
        "2026-K4 (nu) € 3.600,00 (40 %) € 1.630,00 € 5.230,00 –",
        "2027-K1 € 2.700,00 (30 %) € 1.030,00 € 3.730,00 − € 1.500,00",
        "2027-K4 € 1.800,00 (20 %) € 1.030,00 € 2.830,00 − € 900,00",
        "2030-K4 € 0,00 € 0,00 € 0,00 − € 2.830,00",
    ]
    assert "Vanaf 2027-K1 wordt dat € 3.730,00, vanaf 2030-K4 niets meer." in tekst(blad)


def test_without_support_or_contract_it_says_so(als: Als, huis: Huis) -> None:
    client = als(huis.coordinator)
    bart = fragment(client, f"/financiering/steun/{huis.bart.pk}/")
    assert "Voor Bart komt er geen premie (meer) binnen." in tekst(bart)
    assert rijen(bart) == []
    weg = WerknemerFactory(organisatie=huis.organisatie, voornaam="Cem")
    assert "Er loopt geen contract van Cem" in tekst(
        fragment(client, f"/financiering/steun/{weg.pk}/")
    )


def test_an_unknown_compensation_of_the_transition_is_said(als: Als, huis: Huis) -> None:
    AdviesFactory(
        werknemer=huis.bart,
        soort="lde_overgang",
        besluitdatum=date(2023, 6, 26),
        periode=Periode(date(2023, 7, 1), date(2027, 7, 1)),
        begeleidingsniveau="geen",
    )
    blad = fragment(als(huis.coordinator), f"/financiering/steun/{huis.bart.pk}/")
    assert "De tijdelijke vergoeding van de LDE-overgang is niet gekend" in tekst(blad)


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.HR, Rol.BEGELEIDER, Rol.BEHEERDER])
def test_the_pages_of_an_employee_load_it_for_who_may_see_money(
    als: Als, huis: Huis, rol: Rol
) -> None:
    wie = GebruikerFactory(organisatie=huis.organisatie, rol=rol)
    if rol == Rol.BEGELEIDER:
        Werknemer.objects.update(begeleider=wie)
    adressen = [f"/financiering/steun/{huis.amina.pk}/"] if rol in {Rol.COORDINATOR, Rol.HR} else []
    for deel in ("", "contract/"):
        antwoord = als(wie).get(f"/werknemers/{huis.amina.pk}/{deel}")
        pagina = html.fromstring(antwoord.content.decode())
        assert pagina.xpath("//section[@aria-labelledby='geld']//@hx-get") == adressen
        assert pagina.xpath("//section[@aria-labelledby='geld']//a/@href") == adressen


# --- how much it asks of the database ---------------------------------------------------------


def bevolk(dienst: Dienst, aantal: int) -> Werknemer:
    for nummer in range(aantal):
        werknemer = WerknemerFactory(organisatie=dienst.organisatie)
        ContractFactory(werknemer=werknemer, dienst=dienst, periode=Periode(date(2026, 1, 1)))
        AdviesFactory(werknemer=werknemer)
        KlaverbladbronFactory(dienst=dienst, omschrijving=str(nummer))
    return werknemer


@pytest.mark.parametrize("aantal", [1, 3])
def test_both_take_as_many_queries_for_one_as_for_three(
    als: Als,
    coordinator: Gebruiker,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    werknemer = bevolk(DienstFactory(organisatie=coordinator.organisatie), aantal)
    client = als(coordinator)
    with django_assert_num_queries(10):
        client.get("/financiering/paneel/", headers=HTMX)
    with django_assert_num_queries(11):
        client.get(f"/financiering/steun/{werknemer.pk}/", headers=HTMX)
