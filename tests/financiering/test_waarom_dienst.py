"""Why a service has its amounts: employees that add up to it, and what was typed, by whom."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from financiering.domein.bedragen import voeg_bron_toe
from financiering.domein.waarom_dienst import Dienstwaarom
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory, WerknemerFactory
from tests.financiering.conftest import Huis

Vragen = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def bezoeker(client: Client, huis: Huis) -> Client:
    client.force_login(huis.coordinator)
    return client


def adres(huis: Huis, kwartaal: str = "2026-K4", **vraag: object) -> str:
    return reverse("financiering:waarom_dienst", args=[huis.dienst.pk, kwartaal], query=vraag)


def waarom(bezoeker: Client, huis: Huis) -> Dienstwaarom:
    uitleg = bezoeker.get(adres(huis)).context["waarom"]
    assert isinstance(uitleg, Dienstwaarom)
    return uitleg


def test_every_line_of_the_service_and_what_is_left(bezoeker: Client, huis: Huis) -> None:
    """The figures of `prognose`: 1,800 + 1,330 + 20,000 − 20,880 − 3,000."""
    uitleg = waarom(bezoeker, huis).saldo
    assert uitleg.antwoord == "−\u00a0€\u00a0750,00"
    assert uitleg.invoer == (
        ("loonpremie, komt binnen", "€\u00a01.800,00"),
        ("begeleidingspremie, komt binnen", "€\u00a01.330,00"),
        ("lokale vergoeding, komt binnen", "€\u00a020.000,00"),
        ("loonkost, gaat eraf", "€\u00a020.880,00"),
        ("omkadering, gaat eraf", "€\u00a03.000,00"),
        ("daarmee werken er", "2 voltijdse jobs"),
    )


def test_a_leaf_shows_its_amounts_the_jobs_and_who_typed_it(bezoeker: Client, huis: Huis) -> None:
    voeg_bron_toe(
        dienst=huis.dienst,
        door=huis.coordinator,
        blad="ald_vergoeding",
        omschrijving="",
        bedrag=Decimal("333.33"),
        wijze="per_vte",
        eerste_dag=date(2026, 1, 1),
        laatste_dag=None,
        geindexeerd=False,
    )
    bladen = {blad.naam: blad.uitleg for blad in waarom(bezoeker, huis).bladen}
    assert list(bladen) == ["lokale vergoeding", "ALD-vergoeding", "omkadering"]
    assert bladen["ALD-vergoeding"].antwoord == "€\u00a0666,66"
    assert bladen["ALD-vergoeding"].invoer == (
        (
            "€\u00a0333,33 per voltijdse job en per kwartaal",
            f"vanaf 1 januari 2026; zonder index; ingevuld door {huis.coordinator} op "
            "23 november 2026",
        ),
        ("Voltijdse jobs in de dienst", "2"),
    )
    assert bladen["omkadering"].antwoord == "€\u00a03.000,00"


def test_the_employees_add_up_to_the_service(bezoeker: Client, huis: Huis) -> None:
    """With somebody who works elsewhere too, and jobs that share no leaf in whole cents."""
    strijk = DienstFactory(organisatie=huis.organisatie, naam="Strijkdienst")
    derde = WerknemerFactory(organisatie=huis.organisatie, voornaam="Cem", familienaam="Kaya")
    for wie, dienst, breuk in (
        (huis.amina, strijk, "0.4"), (derde, huis.dienst, "0.333333"), (derde, strijk, "0.5"),
    ):  # fmt: skip
        ContractFactory(
            werknemer=wie,
            dienst=dienst,
            periode=Periode(date(2026, 11, 4)),
            tewerkstellingsbreuk=Decimal(breuk),
            bruto_maandloon=Decimal("911.17"),
        )
    uitleg = waarom(bezoeker, huis)
    regels = [uitleg.werknemer(rij) for rij in uitleg.werknemers]
    assert [regel.naam for regel in regels] == ["Amina Benali", "Bart Dewit", "Cem Kaya"]
    for veld in ("loonkost", "omkadering", "saldo"):
        assert sum(getattr(regel, veld) for regel in regels) == getattr(uitleg.samen, veld)
    for plaats, (naam, bedrag) in enumerate(uitleg.samen.bladen):
        assert sum(regel.bladen[plaats][1] for regel in regels) == bedrag, naam


def test_the_tables_lead_to_it_and_it_leads_to_the_employees(bezoeker: Client, huis: Huis) -> None:
    """Under the scenario and the quarters that were chosen."""
    vraag = {"scenario": "volgens_plan", "kwartalen": "8"}
    overzicht = reverse("financiering:prognose")
    hier = adres(huis, **vraag).replace("&", "&amp;")
    alle = bezoeker.get(overzicht, vraag).content.decode()
    assert f'<a href="{hier}">' in alle
    assert f'<a href="{adres(huis, "2028-K3", **vraag).replace("&", "&amp;")}">' in alle
    dienst = bezoeker.get(overzicht, vraag | {"dienst": huis.dienst.pk}).content.decode()
    assert f'<a href="{hier}">2026-K4<' in dienst
    pagina = bezoeker.get(adres(huis, **vraag)).content.decode()
    wie = reverse("financiering:waarom", args=[huis.amina.pk, "2026-K4"])
    assert f'<a href="{wie}?scenario=volgens_plan&amp;kwartalen=8">Amina Benali</a>' in pagina
    assert (
        f"{overzicht}?scenario=volgens_plan&amp;dienst={huis.dienst.pk}&amp;kwartalen=8" in pagina
    )
    eigen = bezoeker.get(wie, vraag).content.decode()
    assert f'<a href="{hier}">Klusdienst<' in eigen


def test_who_is_still_to_come_has_no_page_and_counts(bezoeker: Client, huis: Huis) -> None:
    pagina = bezoeker.get(adres(huis, "2028-K1", scenario="met_vervanging"))
    uitleg = pagina.context["waarom"]
    regels = [uitleg.werknemer(rij) for rij in uitleg.werknemers]
    assert [regel.pk is None for regel in regels] == [False, True]
    assert sum(regel.loonkost for regel in regels) == uitleg.samen.loonkost


def test_a_service_in_which_nobody_works_still_shows_what_it_gets(
    bezoeker: Client, huis: Huis
) -> None:
    for wie in (huis.amina, huis.bart):
        wie.contracten.update(periode=Periode(date(2025, 4, 1), date(2026, 12, 31)))
    pagina = bezoeker.get(adres(huis, "2027-K1"))
    assert "In dit kwartaal werkt er niemand in deze dienst." in pagina.content.decode()
    assert pagina.context["waarom"].saldo.antwoord == "€\u00a020.000,00"


@pytest.mark.parametrize("kwartaal", ["2026-K3", "2031-K4", "herfst"])
def test_a_quarter_outside_the_forecast_is_not_found(
    bezoeker: Client, huis: Huis, kwartaal: str
) -> None:
    assert bezoeker.get(adres(huis, kwartaal)).status_code == 404
    elders = reverse("financiering:waarom_dienst", args=[DienstFactory().pk, "2026-K4"])
    assert bezoeker.get(elders).status_code == 404


def test_what_is_read_does_not_grow_with_the_employees(
    bezoeker: Client, huis: Huis, django_assert_num_queries: Vragen
) -> None:
    bezoeker.get(adres(huis))
    with django_assert_num_queries(11):
        bezoeker.get(adres(huis))
    for _ in range(30):
        ContractFactory(
            werknemer=WerknemerFactory(organisatie=huis.organisatie),
            dienst=huis.dienst,
            periode=Periode(date(2025, 4, 1)),
        )
    with django_assert_num_queries(11):
        pagina = bezoeker.get(adres(huis))
    assert len(pagina.context["werknemers"]) == 25
    assert len(pagina.context["waarom"].werknemers) == 32
