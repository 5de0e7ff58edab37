"""Which days fit together when a contract ends."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, ContractFactory, NotitieFactory
from trajects.keuzes import Thema
from werknemers.keuzes import SoortContract
from werknemers.models import Arbeidsovereenkomst, Werknemer

EINDE_STEUN = Periode.tem(date(2026, 10, 1), date(2028, 9, 30))


@pytest.fixture
def contract(amina: Werknemer) -> Arbeidsovereenkomst:
    """In service since 1 October 2026, supported until 30 September 2028."""
    amina.adviezen.all().delete()
    amina.contracten.all().delete()
    AdviesFactory(werknemer=amina, besluitdatum=date(2026, 10, 1), periode=EINDE_STEUN)
    return ContractFactory(werknemer=amina, periode=Periode(date(2026, 10, 1)))


def pagina(client: Client, wie: Gebruiker, contract: Arbeidsovereenkomst, **vraag: str) -> str:
    client.force_login(wie)
    antwoord = client.get(reverse("trajects:contracteinde", args=[contract.pk]), vraag)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_the_days_of_a_notice_that_ends_with_the_support(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    tekst = pagina(client, coordinator, contract)
    assert "Om ten laatste op 30 september 2028 te eindigen." in tekst
    assert "dinsdag 4 juli 2028" in tekst
    assert "maandag 10 juli 2028" in tekst
    assert "11 weken, na 21 maanden in dienst" in tekst
    assert "zondag 24 september 2028" in tekst
    assert "C4 in handen, uiterlijk</span><br> vrijdag 22 september 2028" in tekst
    assert "vond werk: tegenopzegging" not in tekst


def test_it_counts_days_and_judges_nothing(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    tekst = pagina(client, coordinator, contract)
    assert "Of een ontslag mag, zegt ze niet" in tekst
    assert "vraag juridisch advies" in tekst


def test_a_confidential_talk_is_no_evidence_for_whoever_may_read_it(
    client: Client, coordinator: Gebruiker, begeleider: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    gesprek = {"werknemer": contract.werknemer, "auteur": begeleider, "themas": [Thema.EINDDOEL]}
    NotitieFactory(**gesprek, vertrouwelijk=True)
    assert _gesprekken(pagina(client, coordinator, contract)).startswith("nog niet genoteerd")
    NotitieFactory(**gesprek)
    assert _gesprekken(pagina(client, coordinator, contract)).startswith("1 keer genoteerd")


def _gesprekken(tekst: str) -> str:
    return tekst.partition("Gesprek over het einddoel</span>")[2].partition("</span> ")[2]


def test_a_new_job_shows_the_counter_notice(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    tekst = pagina(client, coordinator, contract, nieuwe_job="2027-01-04")
    assert "Amina vond werk: tegenopzegging" in tekst
    # One week: the contract began after the law of 2026, and less than six months ago.
    assert "De nieuwe job begint op maandag 4 januari 2027." in tekst
    assert "1 week, na 2 maanden in dienst" in tekst


def test_a_day_that_cannot_be_read_keeps_the_proposal_and_says_so(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    tekst = pagina(client, coordinator, contract, tegen="31-02-2027")
    assert "Om ten laatste op 30 september 2028 te eindigen." in tekst
    assert 'class="fouten' in tekst


def test_what_has_to_be_posted_in_the_past_is_over(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    tekst = pagina(client, coordinator, contract, tegen="2026-11-29")
    assert "die dag is voorbij" in tekst
    # Today is Monday 23 November 2026.
    assert (
        "Wat vandaag op de post gaat</span><br> begint op maandag 30 november 2026 en eindigt op "
        "zondag 6 december 2026"
    ) in tekst
    assert "die dag is voorbij" not in pagina(client, coordinator, contract)


def test_seniority_counts_over_contracts_that_follow_each_other(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    ContractFactory(
        werknemer=contract.werknemer,
        dienst=contract.dienst,
        periode=Periode.tem(date(2024, 10, 1), date(2026, 9, 30)),
    )
    assert "In dienst sinds 1 oktober 2024." in pagina(client, coordinator, contract)


def test_who_began_before_2014_is_told_whom_to_ask(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(periode=Periode(date(2013, 12, 31)))
    tekst = pagina(client, coordinator, contract)
    assert "Wie voor 2014 in dienst kwam, heeft een opzegging in twee delen." in tekst
    assert "De werkgever zegt op" not in tekst


def test_a_contract_of_a_fixed_term_ends_in_its_own_way(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    bepaald = Periode.tem(date(2026, 10, 1), date(2027, 9, 30))
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(
        soort=SoortContract.BEPAALD, periode=bepaald
    )
    tekst = pagina(client, coordinator, contract)
    assert "Dit is een contract van bepaalde duur." in tekst
    assert "De werkgever zegt op" not in tekst


def test_what_is_missing_on_file_is_named(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    tekst = pagina(client, coordinator, contract)
    assert "nog te doen" in tekst
    assert "nog niet genoteerd" in tekst


def test_who_has_a_right_to_outplacement_looks_for_work_a_day_in_each_week(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """36 weeks of notice after eleven years; by half days before the last 26, they would be 31."""
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(
        periode=Periode(date(2016, 10, 1)), tewerkstellingsbreuk=1
    )
    tekst = pagina(client, coordinator, contract)
    assert "36 weken, na 135 maanden in dienst" in tekst
    assert "36 dagen in het geheel" in tekst


def test_who_gives_notice_looks_for_work_too(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    """5 weeks after 22 months, half-time; the C4 is for whoever leaves."""
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(tewerkstellingsbreuk="0.5")
    zelf = pagina(client, coordinator, contract).partition("zegt zelf op</h2>")[2]
    assert "</span><br> 2,5 dagen in het geheel" in zelf
    assert "C4 in handen" in zelf


def test_a_contract_that_is_over_has_no_notice(
    client: Client, coordinator: Gebruiker, contract: Arbeidsovereenkomst
) -> None:
    voorbij = Periode.tem(date(2024, 10, 1), date(2026, 9, 30))
    Arbeidsovereenkomst.objects.filter(pk=contract.pk).update(periode=voorbij)
    tekst = pagina(client, coordinator, contract)
    assert "Dit contract liep tot en met 30 september 2026." in tekst
    assert "De werkgever zegt op" not in tekst
