"""What is said of money says how many jobs it pays, and why a shortage begins where it does."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse

from financiering.domein.rekenmodel.klaverblad import Blad, Klaverblad
from financiering.domein.rekenmodel.kosten import VTE
from financiering.domein.saldozin import NIETS_TE_TELLEN, Saldozin
from financiering.domein.tekortreden import Val, reden
from financiering.models import Klaverbladbron
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from tests.fabrieken import DienstFactory
from tests.financiering.conftest import Huis

PROGNOSE = reverse("financiering:prognose")
K4 = Kwartaal(2026, 4)


def tekst(antwoord: Any) -> str:
    return re.sub(r"\s+", " ", antwoord.content.decode()).replace("&nbsp;", " ")


def zin(saldi: list[int], jobs: list[str], loonkost: int = 10_000) -> str:
    """Of the service Het Nest, with these balances in cents and these full-time jobs."""
    kost = np.full(len(saldi), loonkost, np.int64)
    vte = np.array([int(Decimal(aantal) * VTE) for aantal in jobs], np.int64)
    inkomsten = kost + np.array(saldi, np.int64)
    blad = Klaverblad.van_mensen({Blad.LOONPREMIE: inkomsten}, kost, vte)
    kwartalen = [K4 + nummer for nummer in range(len(saldi))]
    return str(Saldozin("Als niemand bijkomt,", "Het Nest", blad, kwartalen))


@pytest.mark.parametrize(
    ("saldi", "jobs", "verwacht"),
    [
        (
            [100, 200, 300],
            ["12", "6", "2.4"],
            "houdt Het Nest elk kwartaal geld over, met nog 2,4 voltijdse jobs in 2027-K2.",
        ),
        (
            [100, 0, 0],
            ["12", "1", "0"],
            "komt Het Nest geen enkel kwartaal geld tekort, met geen enkele voltijdse job meer in "
            "2027-K2.",
        ),
        (
            [100, -100, 300],
            ["2", "2", "3"],
            "komt Het Nest 1 kwartaal geld tekort, het eerst in 2027-K1. Op het einde niet meer, "
            "met 3 voltijdse jobs in 2027-K2.",
        ),
        (
            [100, -150_000, -200_000],
            ["2", "1", "0.35"],
            "komt Het Nest vanaf 2027-K1 elk kwartaal geld tekort: eerst €\u00a01.500 (1 voltijdse "
            "job), en in 2027-K2 €\u00a02.000 (0,35 voltijdse jobs).",
        ),
        (
            [100, 100, -200_000],
            ["2", "2", "0"],
            "komt Het Nest in 2027-K2 €\u00a02.000 (geen voltijdse job) tekort.",
        ),
    ],
)
def test_a_balance_is_told_with_its_jobs(saldi: list[int], jobs: list[str], verwacht: str) -> None:
    assert zin(saldi, jobs) == f"Als niemand bijkomt, {verwacht}"


def test_nothing_to_count_is_no_good_news() -> None:
    assert zin([0, 0], ["0", "0"], loonkost=0) == NIETS_TE_TELLEN


def test_who_has_nothing_reads_no_good_news(client: Client, coordinator: Gebruiker) -> None:
    DienstFactory(organisatie=coordinator.organisatie)
    client.force_login(coordinator)
    for adres in (PROGNOSE, reverse("financiering:scenario_vergelijk")):
        pagina = tekst(client.get(adres))
        assert "Er is nog niets om te tellen" in pagina, adres
        assert "geen enkel kwartaal" not in pagina
        assert "elk kwartaal geld over" not in pagina


@pytest.mark.parametrize(
    ("tekort", "mensen", "verwacht"),
    [
        (
            900,
            [("Amina", 0, 600), ("Bart", 0, 400)],
            "Het tekort begint in 2026-K4, omdat de premie van Amina en Bart stopt.",
        ),
        (
            900,
            [("Amina", 0, 600), ("Bart", 20, 400)],
            "Het tekort begint in 2026-K4, omdat de premie van Amina stopt en die van Bart daalt.",
        ),
        (
            5,
            [(naam, 30, 10) for naam in ("An", "Bo", "Cem", "Dirk", "Els")],
            "Het tekort begint in 2026-K4, omdat de premie van An, Bo, Cem en 2 anderen daalt.",
        ),
        (1001, [("Amina", 0, 600), ("Bart", 0, 400)], ""),
        (1, [], ""),
    ],
)
def test_a_shortage_names_whose_premium_explains_it(
    tekort: int, mensen: list[tuple[str, int, int]], verwacht: str
) -> None:
    assert reden(K4, tekort, [Val(*val) for val in mensen]) == verwacht


def test_the_page_says_why_the_shortage_begins(client: Client, huis: Huis) -> None:
    """Amina's support stops on 31 March 2027; until then the service has € 1.250 left over."""
    Klaverbladbron.objects.filter(dienst=huis.dienst).update(bedrag=Decimal(22000))
    client.force_login(huis.coordinator)
    for vraag in ({}, {"dienst": huis.dienst.pk}):
        assert "Het tekort begint in 2027-K2, omdat de premie van Amina Benali stopt." in tekst(
            client.get(PROGNOSE, vraag)
        )
    assert "Het tekort begint in 2027-K3, omdat de premie" in tekst(
        client.get(PROGNOSE, {"kas": "1"})
    )


def test_a_shortage_with_another_cause_names_nobody(client: Client, huis: Huis) -> None:
    """The city stops paying in the quarter in which Amina's support stops as well."""
    Klaverbladbron.objects.filter(dienst=huis.dienst).update(
        bedrag=Decimal(40000), geldig=Periode(date(2026, 1, 1), date(2027, 4, 1))
    )
    client.force_login(huis.coordinator)
    pagina = tekst(client.get(PROGNOSE))
    assert "vanaf 2027-K2 elk kwartaal geld tekort" in pagina
    assert "Het tekort begint" not in pagina


def test_every_table_of_money_has_the_jobs(client: Client, huis: Huis) -> None:
    client.force_login(huis.coordinator)
    for adres in (
        PROGNOSE,
        reverse("financiering:scenarios"),
        reverse("financiering:werknemer", args=[huis.amina.pk]),
    ):
        assert "Voltijdse jobs" in tekst(client.get(adres)), adres
    regel = client.get(PROGNOSE).context["diensten"][0][0]
    assert (regel.jobs_nu, regel.jobs_straks) == (2, 2)
