"""Which terms and amounts the application counts with, in the open with their source."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from lxml import html
from pytest_django.fixtures import DjangoAssertNumQueries

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from regels.keuzes import PARAMETERGROEPEN, Parametercode
from tests.fabrieken import OrganisatieFactory, RegelparameterFactory

Als = Callable[[Gebruiker], Client]
pytestmark = [pytest.mark.django_db, pytest.mark.vandaag("2026-11-23")]
LIJST = "/beheer/parameters/"


def rijen(client: Client, adres: str = LIJST) -> list[list[str]]:
    blad = html.fromstring(client.get(adres).content)
    return [
        [" ".join(" ".join(cel.itertext()).split()) for cel in rij]
        for rij in blad.xpath("//tbody/tr")
    ]


def lijst(client: Client) -> dict[str, list[str]]:
    return {wat: cellen for wat, *cellen in rijen(client)}


def zet(code: Parametercode, waarde: str, vanaf: date, organisatie: Organisatie) -> None:
    RegelparameterFactory(
        code=code, waarde=Decimal(waarde), geldig=Periode(vanaf), organisatie=organisatie
    )


def test_every_value_stands_there_with_source_and_certainty(
    als: Als, coordinator: Gebruiker
) -> None:
    tabel = lijst(als(coordinator))
    assert list(tabel) == [code.label for _, codes in PARAMETERGROEPEN for code in codes]
    waarde, geldig, bron = tabel[Parametercode.TERUGKEERGARANTIE.label]
    assert (waarde, geldig) == ("18 maanden", "vanaf 1 juli 2023")
    assert bron == ("Noozo, Besluit individueel maatwerk zekerheid B: sectorfederatie of vakpers")
    assert tabel[Parametercode.GGMMI.label][0] == "€ 2.233,61 per maand"
    assert tabel[Parametercode.PLAFONDFACTOR.label][2].endswith("bronnen spreken elkaar tegen")
    assert tabel[Parametercode.BIJSTURING_VANAF.label][0] == "kwartaal 5"
    assert tabel[Parametercode.OPLEIDING_BINNEN.label][0] == "6 maanden"
    assert tabel[Parametercode.BEROEP_BINNEN.label][0] == "45 dagen"
    assert tabel[Parametercode.FONDS_PER_UUR.label][0] == "niet gekend"


def test_an_own_value_goes_first_and_that_of_another_stays_away(
    als: Als, coordinator: Gebruiker
) -> None:
    eigen = coordinator.organisatie
    zet(Parametercode.FONDS_PER_UUR, "12.5", date(2026, 1, 1), eigen)
    zet(Parametercode.BIJDRAGE, "27.25", date(2026, 1, 1), eigen)
    zet(Parametercode.FONDS_UREN, "100", date(2026, 1, 1), OrganisatieFactory())
    zet(Parametercode.FONDS_PER_JAAR, "900", date(2027, 1, 1), eigen)
    tabel = lijst(als(coordinator))
    assert tabel[Parametercode.FONDS_PER_UUR.label] == [
        "€ 12,50 eigen waarde; voor iedereen niet gekend",
        "vanaf 1 januari 2026",
        "Loonboekhouding zekerheid E: eigen keuze of schatting",
    ]
    assert (
        tabel[Parametercode.BIJDRAGE.label][0]
        == "27,25 % eigen waarde; voor iedereen geen eigen waarde"
    )
    assert tabel[Parametercode.FONDS_UREN.label][0] == "niet gekend"
    assert tabel[Parametercode.FONDS_PER_JAAR.label][0] == "niet gekend"


@pytest.mark.vandaag("2020-01-01")
def test_before_the_measure_there_is_nothing(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    assert lijst(client)[Parametercode.DUURZAAM.label] == ["niet gekend", "–", "–"]
    assert client.get(f"{LIJST}duurzaam/").status_code == 200


def test_one_parameter_over_time(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    tabel = rijen(client, f"{LIJST}ggmmi/")
    assert [rij[0] for rij in tabel[:2]] == [
        "1 juli 2026 en later telt vandaag",
        "1 april 2026 t.e.m. 30 juni 2026 voorbij",
    ]
    assert [rij[1] for rij in tabel] == [
        f"€ {bedrag} per maand"
        for bedrag in ("2.233,61", "2.189,81", "2.154,11", "2.111,89", "2.070,48", "2.029,88",
                       "1.994,18", "1.954,99", "1.806,16")
    ]  # fmt: skip
    assert tabel[1][4].startswith("tegenspraak Accuria kondigde een verhoging met € 37,50 aan")
    assert tabel[0][3].endswith("die een officiële pagina aanhalen nagekeken op 29 november 2026")
    assert "CAO 43/18 van 24 maart 2026 nagekeken op" in tabel[1][3]
    pagina = client.get(f"{LIJST}ggmmi/").content.decode()
    assert "Voor iedereen: €\u00a02.233,61 per maand vanaf 1 juli 2026, zonder einddatum." in pagina
    assert "De operator houdt ze bij." not in pagina
    assert "De operator houdt ze bij." in client.get(f"{LIJST}plafondfactor/").content.decode()


def test_an_own_value_stands_beside_the_national_one(als: Als, beheerder: Gebruiker) -> None:
    zet(Parametercode.BIJDRAGE, "27", date(2026, 1, 1), beheerder.organisatie)
    zet(Parametercode.BIJDRAGE, "99", date(2026, 1, 1), OrganisatieFactory())
    tabel = rijen(als(beheerder), f"{LIJST}patronale_bijdrage/")
    assert [(rij[0], rij[1], rij[2]) for rij in tabel] == [
        ("1 januari 2026 en later telt vandaag", "27 %", "je organisatie"),
        ("1 juli 2023 en later je eigen waarde gaat voor", "geen eigen waarde", "iedereen"),
    ]


@pytest.mark.parametrize(
    ("wie", "code", "eigen", "kan"),
    [
        ("beheerder", "patronale_bijdrage", False, ["Zet een eigen waarde"]),
        (
            "beheerder",
            "patronale_bijdrage",
            True,
            ["Zet een eigen waarde", "Stop met de eigen waarde"],
        ),
        ("beheerder", "ggmmi", False, ["Zet een eigen waarde"]),
        ("beheerder", "begeleiding_hoog", False, ["Zet een eigen waarde"]),
        ("beheerder", "plafondfactor", False, []),
        ("coordinator", "patronale_bijdrage", True, ["Probeer een andere waarde"]),
        ("coordinator", "nazorg_1", False, []),
    ],
)
def test_what_you_can_do_depends_on_who_you_are(
    als: Als, beheerder: Gebruiker, coordinator: Gebruiker, wie: str, code: str, eigen: bool,
    kan: list[str],
) -> None:  # fmt: skip
    if eigen:
        zet(Parametercode(code), "27", date(2026, 1, 1), beheerder.organisatie)
    client = als({"beheerder": beheerder, "coordinator": coordinator}[wie])
    blad = html.fromstring(client.get(f"{LIJST}{code}/").content)
    assert [a.text_content() for a in blad.xpath("//div[@class='acties']/a")] == kan


def test_an_unknown_parameter_is_not_found(als: Als, beheerder: Gebruiker) -> None:
    assert als(beheerder).get(f"{LIJST}btw/").status_code == 404


def test_the_page_of_the_rules_links_to_it(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker
) -> None:
    assert LIJST in als(coordinator).get("/beheer/regels/").content.decode()
    assert LIJST not in als(begeleider).get("/beheer/regels/").content.decode()


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_pages_ask_a_fixed_number_of_questions(
    als: Als, beheerder: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for jaar in range(aantal):
        RegelparameterFactory(
            organisatie=beheerder.organisatie,
            geldig=Periode(date(2024 + jaar, 1, 1), date(2025 + jaar, 1, 1)),
        )
    client = als(beheerder)
    with django_assert_num_queries(3):
        client.get(LIJST)
    with django_assert_num_queries(3):
        client.get(f"{LIJST}patronale_bijdrage/")
