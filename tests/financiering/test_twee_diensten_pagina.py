"""What the pages say of somebody who works in two services."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, DienstFactory, KlaverbladbronFactory
from tests.financiering.conftest import Huis


@pytest.fixture
def beide(huis: Huis, client: Client) -> Client:
    """Amina works half-time in the strijkdienst as well, for twice the wage; it gets € 3,000."""
    strijk = DienstFactory(organisatie=huis.organisatie, naam="Strijkdienst")
    KlaverbladbronFactory(dienst=strijk, bedrag=Decimal("3000.00"))
    huis.amina.contracten.update(
        tewerkstellingsbreuk=Decimal("0.5"), bruto_maandloon=Decimal("1200.00")
    )
    ContractFactory(
        werknemer=huis.amina,
        dienst=strijk,
        periode=Periode(date(2025, 4, 1)),
        tewerkstellingsbreuk=Decimal("0.5"),
        bruto_maandloon=Decimal("2400.00"),
    )
    client.force_login(huis.coordinator)
    return client


def tekst(client: Client, adres: str) -> str:
    return " ".join(client.get(adres).content.decode().split())


def test_why_shows_what_belongs_to_each_service(beide: Client, huis: Huis) -> None:
    adres = f"/financiering/werknemers/{huis.amina.pk}/2026-K4/"
    waarom = beide.get(adres).context["waarom"]
    assert [(r.dienst, r.jobs, str(r.loonkost)) for r in waarom.diensten] == [
        ("Klusdienst", "0,5", "5220.00"),
        ("Strijkdienst", "0,5", "10440.00"),
    ]
    assert waarom.loonkost.antwoord == "€\u00a015.660,00"
    assert "De loonkost van een dienst is die van de contracten daar." in tekst(beide, adres)
    elders = f"/financiering/werknemers/{huis.bart.pk}/2026-K4/"
    assert "Per dienst" not in tekst(beide, elders)


def test_the_page_of_the_employee_names_both_and_shares_in_both(beide: Client, huis: Huis) -> None:
    adres = f"/financiering/werknemers/{huis.amina.pk}/"
    assert (
        "Amina Benali draagt een deel van de andere inkomsten en van de omkadering van elk van de "
        "diensten Klusdienst en Strijkdienst, in elk kwartaal met werk daar en volgens de omvang "
        "van die job."
    ) in tekst(beide, adres)
    eerste = beide.get(adres).context["prognose"].regels[0]
    # A third of 20,000 with Bart's whole job, and all of 3,000.
    assert dict(eerste.bladen)["lokale vergoeding"] == Decimal("9666.67")


def test_the_list_of_a_service_shows_what_happens_there(beide: Client, huis: Huis) -> None:
    adres = f"/financiering/?dienst={huis.dienst.pk}"
    beeld = beide.get(adres).context["beeld"]
    regels = [beeld.werknemerregel(rij) for rij in beeld.werknemers]
    assert sum(regel.saldo_nu for regel in regels) == beeld.regels[0].saldo
    assert "alleen het deel van Klusdienst" in tekst(beide, adres)
