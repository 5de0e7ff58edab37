"""The pages on what was paid: what is typed, what stands there, and who sees it."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from financiering.domein.rekenbewijs import reken_na
from financiering.models import Betaling
from gebruikers.keuzes import Rol
from gedeeld.bewijs.papier import lees_bestand
from tests.fabrieken import ContractFactory, GebruikerFactory, WerknemerFactory
from tests.financiering.betaalhulp import WAAR, betaal, plak
from tests.financiering.conftest import Huis
from tests.uitvoer import haal, inhoud


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def test_pasted_lines_show_beside_the_forecast(bezoeker: Client) -> None:
    antwoord = plak(bezoeker, regels="1\t2.700,00")
    assert antwoord["Location"] == WAAR
    pagina = html.fromstring(bezoeker.get(WAAR).content.decode())
    for verborgen in pagina.xpath("//*[@class='visually-hidden']"):
        verborgen.drop_tree()
    rij = " ".join(pagina.xpath("//table[last()]/tbody/tr")[-1].text_content().split())
    assert rij == (
        "Amina Benali 1 loonpremie € 2.700,00 afrekening 10/11/2026: € 2.700,00 verwijder "
        "€ 1.800,00 € 900,00 ander percentage: 30 % in plaats van 20 % (€ 900,00)"
    )
    lijst = bezoeker.get("/financiering/betaald/").content.decode()
    assert 'ander percentage <span class="bedrag">(€ 900,00)</span>' in " ".join(lijst.split())


def test_what_was_typed_stays_when_it_is_refused(bezoeker: Client) -> None:
    antwoord = plak(bezoeker, regels="1;1800\n55;x")
    assert antwoord.status_code == 422
    pagina = html.fromstring(antwoord.content.decode())
    assert pagina.xpath("string(//textarea)").strip() == "1;1800\n55;x"
    assert "Regel 2: “x” is geen bedrag." in antwoord.content.decode()
    assert not Betaling.objects.exists()


@pytest.mark.parametrize(
    "velden", [{}, {"regels": "1;5", "som": "5"}, {"som": "-5"}, {"regels": "nummer;bedrag"}]
)
def test_one_or_the_other(bezoeker: Client, velden: dict[str, str]) -> None:
    assert plak(bezoeker, **velden).status_code == 422
    assert not Betaling.objects.exists()


def test_a_statement_does_not_come_before_its_quarter(bezoeker: Client) -> None:
    antwoord = plak(bezoeker, regels="1;1800", gemeld_op="2026-06-30")
    assert antwoord.status_code == 422
    assert "Kies een dag van 01/07/2026 tot en met vandaag." in antwoord.content.decode()


def test_a_sum_is_typed_and_taken_out_again(bezoeker: Client) -> None:
    assert plak(bezoeker, som="€ 1.700,50").status_code == 302
    betaling = Betaling.objects.get()
    assert (betaling.bedrag, betaling.bron) == (Decimal("1700.50"), "getypt")
    adres = reverse("financiering:betaling_weg", args=[betaling.pk])
    gezien = bezoeker.get(adres).context["form"]["gezien"].value()
    assert bezoeker.post(adres, {"gezien": gezien})["Location"] == WAAR
    assert not Betaling.objects.exists()


@pytest.mark.parametrize("kwartaal", ["2023-K2", "2027-K1", "2026-K5", "nu"])
def test_other_quarters_are_not_there(bezoeker: Client, kwartaal: str) -> None:
    assert bezoeker.get(f"/financiering/betaald/{kwartaal}/").status_code == 404


def test_another_organisation_sees_nothing_of_it(huis: Huis, client: Client) -> None:
    betaal(huis, "1;1800")
    client.force_login(GebruikerFactory(rol=Rol.HR))
    assert "Amina" not in client.get(WAAR).content.decode()
    assert "1.800" not in client.get("/financiering/betaald/").content.decode()


@pytest.mark.parametrize("aantal", [1, 4])
def test_a_quarter_takes_a_fixed_number_of_queries(
    huis: Huis,
    bezoeker: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for nummer in range(aantal):
        wie = WerknemerFactory(organisatie=huis.organisatie, personeelsnummer=f"w{nummer}")
        ContractFactory(werknemer=wie, dienst=huis.dienst)
        betaal(huis, f"w{nummer};12,34")
    with django_assert_num_queries(12):
        bezoeker.get(WAAR)
    with django_assert_num_queries(12):
        bezoeker.get("/financiering/betaald/")


def test_the_parts_stand_beside_the_difference_in_excel(huis: Huis, bezoeker: Client) -> None:
    betaal(huis, "1;1807;30;0,8;6000")
    boek = CalamineWorkbook.from_filelike(BytesIO(inhoud(haal(bezoeker, f"{WAAR}xlsx/"))))
    koppen, rij = boek.get_sheet_by_name("Vergelijking").to_python()
    assert rij[:6] == ["1", "Amina Benali", "loonpremie", 1807, 1800, 7]
    assert (len(koppen), sum(deel for deel in rij[6:-1] if deel)) == (15, 7)
    assert boek.get_sheet_by_name("Afrekeningen").to_python()[1][5:10] == [1807, 30, 0.8, 6000, ""]


def test_what_was_foreseen_for_a_quarter_that_is_over_can_be_redone(
    huis: Huis, bezoeker: Client
) -> None:
    betaal(huis, "1;1700")
    pagina = html.fromstring(bezoeker.get(WAAR).content.decode())
    (adres,) = pagina.xpath("//td[@data-label='voorzien']/a/@href")
    antwoord = bezoeker.get(adres)
    loonpremie = antwoord.context["waarom"].loonpremie
    assert loonpremie.antwoord == "€\u00a01.800,00"
    assert dict(loonpremie.invoer)["Kwartaal binnen het advies"] == "6"
    assert antwoord.context["waarom"].maanden[0].maand == "juli 2026"
    assert antwoord.context["terug_url"] == WAAR
    bewijs = lees_bestand(bezoeker.get(antwoord.context["bewijs_url"]).content)
    assert (bewijs.code, reken_na(bewijs)) == (antwoord.context["bewijscode"], ())


@pytest.mark.parametrize("waar", ["2023-K2/", "2026-K3/?scenario=volgens_plan", "nu/"])
def test_no_other_quarter_that_is_over_is_explained(
    huis: Huis, bezoeker: Client, waar: str
) -> None:
    assert bezoeker.get(f"/financiering/werknemers/{huis.amina.pk}/{waar}").status_code == 404


def test_of_a_service_it_is_said_who_is_paid_for_another_one_too(
    vol: Huis, bezoeker: Client
) -> None:
    betaal(vol, "1;1800\n3;100")
    adres = f"{WAAR}?dienst={vol.dienst.pk}"
    zin = "1 werknemer werkt in dit kwartaal ook in een andere dienst."
    assert zin in " ".join(bezoeker.get(adres).content.decode().split())
    assert zin not in bezoeker.get(WAAR).content.decode()
    boek = inhoud(haal(bezoeker, f"{WAAR}xlsx/?dienst={vol.dienst.pk}"))
    keuze = dict(
        CalamineWorkbook.from_filelike(BytesIO(boek)).get_sheet_by_name("Keuze").to_python()
    )
    assert str(keuze["Let op"]).startswith(zin)
