"""The pages on the amounts of a service."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from financiering.keuzes import Dienstblad, Wijze
from financiering.models import Klaverbladbron, Omkadering
from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import DienstFactory, KlaverbladbronFactory, OmkaderingFactory
from tests.financiering.test_bedragen import OVERLAP
from tests.werknemers.blad import bewaar, fouten, ingevuld
from werknemers.models import Dienst

Als = Callable[[Gebruiker], Client]
JAAR = "Bedragen tellen van 2015 tot en met 2060. Kijk het jaartal na."


@pytest.fixture
def dienst(coordinator: Gebruiker) -> Dienst:
    return DienstFactory(organisatie=coordinator.organisatie, naam="De Lepel")


def rijen(client: Client) -> list[str]:
    pagina = html.fromstring(client.get("/financiering/bedragen/").content.decode())
    for verborgen in pagina.xpath("//*[@class='visually-hidden']"):
        verborgen.drop_tree()
    return [" ".join(rij.text_content().split()) for rij in pagina.xpath("//tbody/tr")]


def test_the_page_lists_what_counts_now_and_what_is_over(
    als: Als, coordinator: Gebruiker, dienst: Dienst
) -> None:
    KlaverbladbronFactory(dienst=dienst, omschrijving="stad")
    KlaverbladbronFactory(
        dienst=dienst,
        blad=Dienstblad.ALD_VERGOEDING,
        bedrag=Decimal("250.50"),
        wijze=Wijze.PER_VTE,
        geldig=Periode(date(2026, 1, 1), date(2027, 1, 1)),
        geindexeerd=True,
    )
    OmkaderingFactory(dienst=dienst, geldig=Periode(date(2025, 1, 1), date(2026, 1, 1)))
    client = als(coordinator)
    assert rijen(client) == [
        "ALD-vergoeding € 250,50 per voltijdse job vanaf 1 januari 2026 "
        "t.e.m. 31 december 2026 stijgt mee Wijzig Ander bedrag Beëindig",
        "Lokale vergoeding (stad) € 10.000,00 vanaf 1 januari 2026 "
        "blijft gelijk Wijzig Ander bedrag Beëindig",
        "Omkadering (kost) € 2.500,00 per voltijdse job vanaf 1 januari 2025 "
        "t.e.m. 31 december 2025 stijgt mee Wijzig Ander bedrag Beëindig",
    ]
    pagina = client.get("/financiering/bedragen/").content.decode()
    assert (
        "Naast de premies komt er nu €\u00a010.000,00 per kwartaal en €\u00a0250,50 per voltijdse "
        "job en per kwartaal binnen."
    ) in pagina
    assert "De omkadering is nog niet ingevuld" in pagina


def test_a_service_without_amounts_says_what_to_do(
    als: Als, coordinator: Gebruiker, dienst: Dienst
) -> None:
    DienstFactory(organisatie=dienst.organisatie, naam="Gesloten en leeg", actief=False)
    pagina = als(coordinator).get("/financiering/bedragen/").content.decode()
    assert "Voor deze dienst staat er nu niets. Vul in wat ze krijgt" in pagina
    assert "Gesloten en leeg" not in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_as_many_queries_for_one_as_for_three(
    als: Als,
    coordinator: Gebruiker,
    django_assert_num_queries: DjangoAssertNumQueries,
    aantal: int,
) -> None:
    for _ in range(aantal):
        dienst = DienstFactory(organisatie=coordinator.organisatie)
        OmkaderingFactory(dienst=dienst)
        for blad in list(Dienstblad)[:aantal]:
            KlaverbladbronFactory(dienst=dienst, blad=blad)
    client = als(coordinator)
    with django_assert_num_queries(5):
        client.get("/financiering/bedragen/")


def test_a_leaf_is_added_with_the_form(als: Als, coordinator: Gebruiker, dienst: Dienst) -> None:
    adres = f"/financiering/bedragen/bron/nieuw/{dienst.pk}/"
    antwoord = bewaar(
        als(coordinator),
        adres,
        blad="eigen_opbrengst",
        bedrag="€ 12.500,50",
        eerste_dag="2026-01-01",
    )
    assert antwoord["Location"] == f"/financiering/bedragen/#dienst-{dienst.pk}"
    bron = Klaverbladbron.objects.get()
    assert (bron.blad, bron.bedrag, bron.dienst) == ("eigen_opbrengst", Decimal("12500.50"), dienst)


@pytest.mark.parametrize(
    ("veld", "waarde", "bij", "zin"),
    [
        ("bedrag", "-5", "bedrag", "Een bedrag kan niet negatief zijn (-5). Kijk het bedrag na."),
        (
            "bedrag", "99999999", "bedrag",
            "“99999999” is te hoog voor een bedrag per kwartaal. Staat de komma op haar plaats?",
        ),
        ("eerste_dag", "2026-07-01", "eerste_dag", OVERLAP),
        ("eerste_dag", "2014-12-31", "eerste_dag", JAAR),
        ("eerste_dag", "2206-01-01", "eerste_dag", JAAR),
        (
            "laatste_dag", "2024-12-31", "laatste_dag",
            "De laatste dag (31/12/2024) ligt voor de eerste dag (01/01/2025). "
            "Pas een van beide aan.",
        ),
    ],
)  # fmt: skip
def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(
    als: Als,
    coordinator: Gebruiker,
    dienst: Dienst,
    veld: str,
    waarde: str,
    bij: str,
    zin: str,
) -> None:
    KlaverbladbronFactory(dienst=dienst)
    goed = {"blad": "lokale_vergoeding", "bedrag": "100", "eerste_dag": "2025-01-01"}
    adres = f"/financiering/bedragen/bron/nieuw/{dienst.pk}/"
    antwoord = bewaar(
        als(coordinator),
        adres,
        **{**goed, "laatste_dag": "2025-12-31", veld: waarde}
        | ({"laatste_dag": ""} if veld == "eerste_dag" else {}),
    )
    assert antwoord.status_code == 422
    assert fouten(antwoord) == {bij: [zin]}
    assert f'value="{waarde}"' in antwoord.content.decode()
    assert Klaverbladbron.objects.count() == 1


def test_an_amount_is_changed_followed_ended_and_taken_away_on_its_pages(
    als: Als, coordinator: Gebruiker, dienst: Dienst
) -> None:
    rij, client = OmkaderingFactory(dienst=dienst), als(coordinator)
    adres = f"/financiering/bedragen/omkadering/{rij.pk}/"
    assert bewaar(client, adres, bedrag_per_vte="2600").status_code == 302
    vervolg = bewaar(client, f"{adres}vervolg/", vanaf="2027-01-01", bedrag="2700")
    assert vervolg.status_code == 302
    nieuw = Omkadering.objects.exclude(pk=rij.pk).get()
    weg = f"/financiering/bedragen/omkadering/{nieuw.pk}/"
    assert bewaar(client, f"{weg}einde/", laatste_dag="2027-12-31").status_code == 302
    nieuw.refresh_from_db()
    assert (nieuw.bedrag_per_vte, nieuw.geldig.laatste_dag) == (Decimal(2700), date(2027, 12, 31))
    assert bewaar(client, f"{weg}weg/").status_code == 302
    rij.refresh_from_db()
    assert Omkadering.objects.get() == rij
    assert (rij.bedrag_per_vte, rij.geldig.laatste_dag) == (Decimal(2600), date(2026, 12, 31))
    pagina = client.get("/financiering/bedragen/").content.decode()
    assert "Omkadering van De Lepel is verwijderd." in pagina


@pytest.mark.parametrize(
    ("wat", "anders"), [("vervolg", {"vanaf": "2027-04-01", "bedrag": "9"}), ("weg", {})]
)
def test_two_people_at_once_the_second_is_told_first(
    als: Als,
    coordinator: Gebruiker,
    hr: Gebruiker,
    dienst: Dienst,
    wat: str,
    anders: dict[str, str],
) -> None:
    bron = KlaverbladbronFactory(dienst=dienst)
    adres, een, twee = f"/financiering/bedragen/bron/{bron.pk}/", als(coordinator), als(hr)
    van_twee = ingevuld(twee.get(f"{adres}{wat}/"), **anders)
    bewaar(een, f"{adres}vervolg/", vanaf="2027-01-01", bedrag="12000")
    antwoord = twee.post(f"{adres}{wat}/", van_twee)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "Iemand anders bewaarde dit terwijl jij bezig was" in pagina
    assert "01/01/2026 t.e.m. 31/12/2026" in pagina
    assert Klaverbladbron.objects.count() == 2


def test_two_people_change_the_omkadering_and_the_second_chooses(
    als: Als, coordinator: Gebruiker, hr: Gebruiker, dienst: Dienst
) -> None:
    rij = OmkaderingFactory(dienst=dienst)
    adres, een, twee = f"/financiering/bedragen/omkadering/{rij.pk}/", als(coordinator), als(hr)
    van_twee = ingevuld(twee.get(adres), bedrag_per_vte="2700")
    bewaar(een, adres, bedrag_per_vte="2600")
    antwoord = twee.post(adres, van_twee)
    assert antwoord.status_code == 422
    opnieuw = ingevuld(antwoord, versie_bedrag_per_vte="eigen")
    assert twee.post(adres, opnieuw).status_code == 302
    rij.refresh_from_db()
    assert rij.bedrag_per_vte == Decimal(2700)


def test_an_unknown_kind_is_not_found(als: Als, coordinator: Gebruiker, dienst: Dienst) -> None:
    bron = KlaverbladbronFactory(dienst=dienst)
    client = als(coordinator)
    assert client.get(f"/financiering/bedragen/iets/{bron.pk}/").status_code == 404
    assert client.get(f"/financiering/bedragen/iets/nieuw/{dienst.pk}/").status_code == 404
