"""Whose advice asks for something: what is lost first on top, and what one may know of it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, ContractFactory, DienstFactory, WerknemerFactory
from tests.test_lijsten_in_excel import bladen
from werknemers.models import Adviesgebeurtenis, Dienst, Werknemer

Als = Callable[[Gebruiker], Client]
LIJST = "/adviesdagen/"
# On 23 November 2026: over, missed, can be asked, too early, and nothing to extend.
BESLUITEN = {
    "Voorbij": ("imw_5", date(2021, 4, 5)),
    "Gemist": ("imw_5", date(2022, 1, 5)),
    "Nu": ("imw_5", date(2023, 7, 3)),
    "Later": ("imw_5", date(2025, 1, 6)),
    "Twee": ("imw_2", date(2026, 1, 5)),
}


def maak(organisatie: Organisatie, naam: str, **anders: Any) -> Werknemer:
    wie = WerknemerFactory(
        organisatie=organisatie, voornaam=naam, familienaam="Test", in_dienst=False, **anders
    )
    naam_dienst = "Fiets" if naam == "Nu" else "Keuken"
    dienst = Dienst.objects.filter(organisatie=organisatie, naam=naam_dienst).first()
    dienst = dienst or DienstFactory(organisatie=organisatie, naam=naam_dienst)
    ContractFactory(werknemer=wie, dienst=dienst, periode=Periode(date(2021, 4, 1)))
    soort, besluit = BESLUITEN.get(naam, ("imw_5", date(2023, 7, 3)))
    AdviesFactory(werknemer=wie, soort=soort, besluitdatum=besluit)
    return wie


@pytest.fixture
def mensen(organisatie: Organisatie) -> dict[str, Werknemer]:
    return {naam: maak(organisatie, naam) for naam in BESLUITEN}


def namen(antwoord: Any) -> list[str]:
    return [rij.werknemer.voornaam for rij in antwoord.context["rijen"]]


def momenten(antwoord: Any) -> dict[str, str]:
    rijen = antwoord.context["rijen"]
    return {rij.werknemer.voornaam: rij.uitkijk.moment.value for rij in rijen}


def tekst(antwoord: Any) -> str:
    return " ".join(html.fromstring(antwoord.content).text_content().split())


def test_what_is_lost_first_stands_on_top(
    als: Als, coordinator: Gebruiker, mensen: dict[str, Werknemer]
) -> None:
    antwoord = als(coordinator).get(LIJST)
    assert namen(antwoord) == ["Gemist", "Nu", "Twee", "Later", "Voorbij"]
    assert momenten(antwoord) == {
        "Gemist": "gemist",
        "Nu": "nu",
        "Twee": "niet",
        "Later": "later",
        "Voorbij": "voorbij",
    }
    assert "Er is geen aanvraag genoteerd." in tekst(antwoord)


def test_the_state_of_the_request_stands_beside_it(
    als: Als, coordinator: Gebruiker, mensen: dict[str, Werknemer]
) -> None:
    wie = mensen["Later"]
    Adviesgebeurtenis.objects.create(
        organisatie=wie.organisatie,
        werknemer=wie,
        advies=wie.adviezen.get(),
        soort="verlenging",
        gevraagd_op=date(2026, 9, 1),
        besluitdatum=date(2026, 11, 16),
        uitkomst="geweigerd",
    )
    antwoord = als(coordinator).get(LIJST)
    assert namen(antwoord)[:2] == ["Gemist", "Later"]
    assert "beroep kan tot en met donderdag 31 december 2026" in tekst(antwoord)


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ({"wat": "nu"}, ["Nu"]),
        ({"wat": "gemist"}, ["Gemist"]),
        ({"dienst": "Fiets"}, ["Nu"]),
        ({"wat": "later", "dienst": "Fiets"}, []),
        ({"wat": "morgen"}, []),
    ],
)
def test_the_list_is_narrowed_by_service_and_by_what_to_do(
    als: Als,
    coordinator: Gebruiker,
    mensen: dict[str, Werknemer],
    vraag: dict[str, str],
    gevonden: list[str],
) -> None:
    fiets = mensen["Nu"].contracten.get().dienst
    keuzes = {**vraag, **({"dienst": str(fiets.pk)} if "dienst" in vraag else {})}
    assert namen(als(coordinator).get(LIJST, keuzes)) == gevonden


def test_a_counsellor_sees_the_own_caseload_and_no_money(
    als: Als, begeleider: Gebruiker, organisatie: Organisatie, mensen: dict[str, Werknemer]
) -> None:
    maak(organisatie, "Eigen", begeleider=begeleider)
    antwoord = als(begeleider).get(LIJST)
    assert namen(antwoord) == ["Eigen"]
    assert "Begeleider" not in [veld.label for veld in antwoord.context["zeef"].form]
    assert "€" not in tekst(antwoord)


def test_who_may_see_money_sees_what_an_extension_brings_in(
    als: Als, coordinator: Gebruiker, mensen: dict[str, Werknemer]
) -> None:
    """The same as the page of one employee says."""
    client = als(coordinator)
    antwoord = client.get(LIJST)
    bedragen = {rij.werknemer.voornaam: rij.bedrag for rij in antwoord.context["rijen"]}
    # Nothing to extend, over, and no percentage known of a decision before the measure began.
    assert [bedragen[naam] for naam in ("Twee", "Voorbij", "Gemist")] == [None] * 3
    for naam in ("Nu", "Later"):
        url = reverse("financiering:verlenging", args=[mensen[naam].pk])
        regels = {rij.naam: rij.verschil for rij in client.get(url).context["beeld"].regels}
        assert bedragen[naam] == regels["Verlengd, zelfde percentage"] > 0


def test_the_spreadsheet_holds_the_same_rows(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker, mensen: dict[str, Werknemer]
) -> None:
    antwoord = als(coordinator).get(f"{LIJST}export.xlsx", {"wat": "nu"})
    koppen, *rijen = bladen(antwoord)["Adviesdagen"]
    rij = dict(zip(koppen, rijen[0], strict=True))
    assert len(rijen) == 1
    assert rij["Naam"] == "Nu Test"
    assert (rij["Vragen kan vanaf (VDAB)"], rij["Veilig tot"]) == (
        date(2027, 7, 1),
        date(2028, 4, 1),
    )
    assert Decimal(str(rij["Verlenging in euro"])) > 0
    maak(mensen["Nu"].organisatie, "Eigen", begeleider=begeleider)
    eigen = bladen(als(begeleider).get(f"{LIJST}export.xlsx"))["Adviesdagen"]
    assert "Verlenging in euro" not in eigen[0]
    assert [rij[1] for rij in eigen[1:]] == ["Eigen Test"]


def test_a_spreadsheet_of_what_cannot_be_leads_back(als: Als, coordinator: Gebruiker) -> None:
    antwoord = als(coordinator).get(f"{LIJST}export.xlsx", {"wat": "morgen"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{LIJST}?wat=morgen")


@pytest.mark.parametrize("vraag", [{}, {"wat": "later"}])
def test_an_empty_list_says_what_to_do(
    als: Als, coordinator: Gebruiker, vraag: dict[str, str]
) -> None:
    pagina = tekst(als(coordinator).get(LIJST, vraag))
    assert ("Toon alles" if vraag else "heeft niemand een advies") in pagina


def test_as_many_questions_for_one_as_for_many(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    client = als(coordinator)
    maak(organisatie, "Nu")
    client.get(LIJST)

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gesteld:
            client.get(LIJST)
        return len(gesteld)

    een = vragen()
    for nummer in range(4):
        maak(organisatie, f"Erbij {nummer}")
    assert vragen() == een
