"""The list of employees: who is found, in which order, and the same as a spreadsheet."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.kader.caseload import caseload
from trajects.keuzes import Fase, Horizon
from werknemers.models import Dienst, Werknemer

VANDAAG = date(2026, 11, 23)
LIJST = "/werknemers/"
Als = Callable[[Gebruiker], Client]


@pytest.fixture
def keuken(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Keuken")


@pytest.fixture
def tuin(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Tuin")


@pytest.fixture
def ploeg(
    organisatie: Organisatie, begeleider: Gebruiker, keuken: Dienst, tuin: Dienst
) -> dict[str, Werknemer]:
    """Zoë's support is over, Amina's ends soon, Mehmet has none yet, Bart left."""
    mensen = {
        naam: WerknemerFactory(
            organisatie=organisatie, voornaam=naam, familienaam=familienaam, begeleider=wie
        )
        for naam, familienaam, wie in (
            ("Zoë", "Aerts", None),
            ("Amina", "Benali", begeleider),
            ("Mehmet", "Çelik", begeleider),
            ("Bart", "Dewit", begeleider),
        )
    }
    ContractFactory(werknemer=mensen["Zoë"], dienst=keuken)
    ContractFactory(werknemer=mensen["Amina"], dienst=tuin)
    ContractFactory(werknemer=mensen["Mehmet"], dienst=keuken)
    ContractFactory(
        werknemer=mensen["Bart"], dienst=tuin, periode=Periode(date(2024, 1, 1), date(2026, 1, 1))
    )
    for naam, laatste_dag in (("Zoë", date(2026, 9, 30)), ("Amina", date(2027, 1, 31))):
        AdviesFactory(
            werknemer=mensen[naam],
            soort="lde_overgang",
            periode=Periode.tem(date(2025, 1, 1), laatste_dag),
        )
    TrajectFactory(werknemer=mensen["Amina"], fase=Fase.STAGE, jobdoelwit="tuinman")
    TrajectFactory(werknemer=mensen["Zoë"], fase=Fase.VOORTRAJECT)
    return mensen


def namen(antwoord: Any) -> list[str]:
    rijen = html.fromstring(antwoord.content).xpath("//tbody//th[@scope='row']/a")
    return [rij.text_content().split()[0] for rij in rijen]


def test_of_who_is_not_in_service_nothing_is_urgent(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    for wie in ("Bart", "Mehmet"):
        AdviesFactory(
            werknemer=ploeg[wie],
            soort="lde_overgang",
            periode=Periode(date(2023, 1, 1), date(2026, 1, 1)),
        )
    client = als(coordinator)
    weg = client.get(f"{LIJST}?in_dienst=uit").content.decode()
    assert "toestand-grijs" in weg
    assert "toestand-rood" not in weg
    assert "toestand-rood" in client.get(f"{LIJST}?zoek=mehmet").content.decode()


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["Zoë", "Amina", "Mehmet"]),
        ("in_dienst=alle", ["Zoë", "Amina", "Mehmet", "Bart"]),
        ("in_dienst=uit", ["Bart"]),
        ("op=2025-12-31", ["Zoë", "Amina", "Mehmet", "Bart"]),
        ("zoek=zoe", ["Zoë"]),
        ("zoek=celik+mehmet", ["Mehmet"]),
        ("horizon=verlopen", ["Zoë"]),
        ("horizon=verlopen&horizon=3m", ["Zoë", "Amina"]),
        ("horizon=geen", ["Mehmet"]),
        ("fase=stage", ["Amina"]),
        ("fase=stage&fase=geen", ["Amina", "Mehmet"]),
        ("zonder_jobdoelwit=on", ["Zoë", "Mehmet"]),
        ("begeleider=geen", ["Zoë"]),
        ("zonder_begeleiding=on", ["Zoë"]),
        ("sorteer=naam", ["Zoë", "Amina", "Mehmet"]),
        ("sorteer=-naam", ["Mehmet", "Amina", "Zoë"]),
        ("sorteer=-einde", ["Amina", "Zoë", "Mehmet"]),
        ("sorteer=dienst", ["Zoë", "Mehmet", "Amina"]),
        ("sorteer=fase", ["Zoë", "Amina", "Mehmet"]),
        ("sorteer=-fase", ["Amina", "Zoë", "Mehmet"]),
        ("zoek=niemand", []),
    ],
)
def test_who_is_found_and_in_which_order(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer], vraag: str, verwacht: list[str]
) -> None:
    assert namen(als(coordinator).get(f"{LIJST}?{vraag}")) == verwacht


def test_by_service_counsellor_and_number(
    als: Als,
    coordinator: Gebruiker,
    begeleider: Gebruiker,
    ploeg: dict[str, Werknemer],
    keuken: Dienst,
) -> None:
    client = als(coordinator)
    assert namen(client.get(LIJST, {"dienst": keuken.pk})) == ["Zoë", "Mehmet"]
    assert namen(client.get(LIJST, {"begeleider": begeleider.pk})) == ["Amina", "Mehmet"]
    nummer = ploeg["Mehmet"].personeelsnummer
    assert namen(client.get(LIJST, {"zoek": nummer})) == ["Mehmet"]


def test_a_counsellor_finds_only_the_own_caseload(
    als: Als, begeleider: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    antwoord = als(begeleider).get(LIJST)
    assert namen(antwoord) == ["Amina", "Mehmet"]
    pagina = html.fromstring(antwoord.content)
    assert pagina.xpath("//select[@name='begeleider']") == []
    assert "Nieuwe werknemer" not in pagina.text_content()


def test_an_administrator_sees_and_filters_nothing_of_the_plan(
    als: Als, beheerder: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    antwoord = als(beheerder).get(f"{LIJST}?fase=stage&zonder_jobdoelwit=on")
    assert namen(antwoord) == ["Zoë", "Amina", "Mehmet"]
    tekst = html.fromstring(antwoord.content).text_content()
    assert "tuinman" not in tekst
    assert "Fase" not in tekst


@pytest.mark.parametrize(
    "vraag",
    [
        "dienst=999999",
        "dienst=99999999999999999999999",
        "horizon=ooit",
        "fase=afgerond",
        "op=morgen",
        "op=9999-12-31",
        "sorteer=loon",
        "in_dienst=ja",
        "begeleider=x",
        "zoek=%00",
    ],
)
def test_what_cannot_be_finds_nobody_and_says_so(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer], vraag: str
) -> None:
    antwoord = als(coordinator).get(f"{LIJST}?{vraag}")
    assert namen(antwoord) == []
    assert "Wis de filters en kies opnieuw." in antwoord.content.decode()
    export = als(coordinator).get(f"{LIJST}export.xlsx?{vraag}")
    assert export.status_code == 302
    assert export["Location"].startswith(f"{LIJST}?")


def test_services_of_another_organisation_are_no_choice(
    als: Als, coordinator: Gebruiker, andere_organisatie: Organisatie
) -> None:
    elders = DienstFactory(organisatie=andere_organisatie, naam="Elders")
    ContractFactory(dienst=elders, werknemer=WerknemerFactory(organisatie=andere_organisatie))
    antwoord = als(coordinator).get(LIJST, {"dienst": elders.pk})
    assert namen(antwoord) == []
    assert "Elders" not in antwoord.content.decode()


def test_who_looks_for_somebody_that_left_is_led_to_everybody(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    TrajectFactory(werknemer=ploeg["Bart"], fase=Fase.NAZORG)
    client = als(coordinator)
    leeg = html.fromstring(client.get(f"{LIJST}?zoek=bart&fase=nazorg").content)
    assert "Niemand die in dienst is, past bij deze filters." in leeg.text_content()
    (adres,) = leeg.xpath("//*[@class='leeg']//a/@href")
    assert adres == f"{LIJST}?zoek=bart&in_dienst=alle&fase=nazorg"
    assert "Bart Dewit" in client.get(adres).content.decode()
    niemand = client.get(f"{LIJST}?zoek=xyz&in_dienst=alle").content.decode()
    assert "Niemand past bij deze filters." in niemand


def test_twenty_five_on_a_page_and_the_rest_on_the_next(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    for nummer in range(27):
        WerknemerFactory(
            organisatie=organisatie, in_dienst=True, voornaam=f"V{nummer:02}", familienaam="X"
        )
    client = als(coordinator)
    alle = [f"V{nummer:02}" for nummer in range(27)]
    assert namen(client.get(LIJST)) == alle[:25]
    assert namen(client.get(f"{LIJST}?pagina=2&zoek=v")) == alle[25:]
    assert namen(client.get(f"{LIJST}?pagina=99")) == alle[25:]


@pytest.mark.parametrize("vraag", ["", "?zoek=amina", "?sorteer=-naam&horizon=3m", "?zoek=niemand"])
def test_fragment_and_page_make_the_fresh_page(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer], vraag: str
) -> None:
    client = als(coordinator)
    fragment = html.fragment_fromstring(
        client.get(f"{LIJST}{vraag}", headers={"hx-request": "true"}).content.decode().strip()
    )
    begin = html.fromstring(client.get(LIJST).content)
    vers = html.fromstring(client.get(f"{LIJST}{vraag}").content)
    (oud,) = begin.xpath("//*[@id='lijst']")
    fragment.tail = oud.tail
    oud.getparent().replace(oud, fragment)
    for boom in (begin, vers):
        # The form is what the user typed in; the server does not send it back.
        (formulier,) = boom.xpath("//form[@id='filters']")
        formulier.getparent().remove(formulier)
        for sleutel in boom.xpath(
            "//input[@name='csrfmiddlewaretoken'] | //meta[@name='csrf-token']"
        ):
            sleutel.getparent().remove(sleutel)
    assert _plat(begin) == _plat(vers)


def _plat(boom: html.HtmlElement) -> list[str]:
    return html.tostring(boom, encoding="unicode").split()


def test_the_address_keeps_the_filters_and_drops_what_is_empty(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    vraag = "?zoek=&dienst=&horizon=3m&horizon=6m&sorteer=naam&pagina=1&vreemd=1"
    antwoord = als(coordinator).get(f"{LIJST}{vraag}", headers={"hx-request": "true"})
    assert antwoord["HX-Push-Url"] == f"{LIJST}?horizon=3m&horizon=6m&sorteer=naam"
    leeg = als(coordinator).get(f"{LIJST}?zoek=", headers={"hx-request": "true"})
    assert leeg["HX-Push-Url"] == LIJST


@pytest.mark.parametrize("horizon", list(Horizon))
def test_each_count_equals_the_list_it_links_to(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer], horizon: Horizon
) -> None:
    aantal = caseload(coordinator, VANDAAG).in_horizon(horizon, op=VANDAAG).count()
    assert len(namen(als(coordinator).get(LIJST, {"horizon": horizon}))) == aantal


@pytest.mark.parametrize("aantal", [1, 3])
def test_as_many_queries_for_one_as_for_three(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie, keuken: Dienst, aantal: int
) -> None:
    for _ in range(aantal):
        werknemer = WerknemerFactory(organisatie=organisatie)
        ContractFactory(werknemer=werknemer, dienst=keuken)
        AdviesFactory(werknemer=werknemer)
        TrajectFactory(werknemer=werknemer)
    client = als(coordinator)
    with CaptureQueriesContext(connection) as vragen:
        client.get(LIJST)
    # session, user, rows and how many there are, services, counsellors
    assert len(vragen) == 5


def test_without_employees_the_page_says_what_to_do(
    als: Als, coordinator: Gebruiker, begeleider: Gebruiker
) -> None:
    assert "Voeg een werknemer toe" in als(coordinator).get(LIJST).content.decode()
    assert "Vraag je coördinator" in als(begeleider).get(LIJST).content.decode()


def rijen(antwoord: Any) -> list[list[Any]]:
    boek = CalamineWorkbook.from_filelike(BytesIO(antwoord.content))
    return boek.get_sheet_by_index(0).to_python()


def test_the_spreadsheet_holds_exactly_what_is_filtered(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    antwoord = als(coordinator).get(f"{LIJST}export.xlsx?horizon=verlopen&horizon=3m")
    assert antwoord["Content-Disposition"] == 'attachment; filename="werknemers-2026-11-23.xlsx"'
    amina = ploeg["Amina"]
    kop, zoe, derde = rijen(antwoord)
    assert kop == [
        "Personeelsnummer",
        "Familienaam",
        "Voornaam",
        "Dienst",
        "Begeleider",
        "Einde ondersteuning",
        "Wanneer",
        "Fase",
        "Jobdoelwit",
        "Beoogde uitstroom",
    ]
    assert zoe[2:7] == ["Zoë", "Keuken", "", date(2026, 9, 30), "verlopen"]
    assert derde == [
        amina.personeelsnummer,
        "Benali",
        "Amina",
        "Tuin",
        "An Peeters",
        date(2027, 1, 31),
        "binnen 3 maanden",
        "stage",
        "tuinman",
        "",
    ]


def test_a_name_that_looks_like_a_formula_stays_text(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    WerknemerFactory(
        organisatie=organisatie,
        in_dienst=True,
        voornaam="=1+1",
        familienaam="http://x.be",
        personeelsnummer="0012",
    )
    assert rijen(als(coordinator).get(f"{LIJST}export.xlsx"))[1][:3] == [
        "0012",
        "http://x.be",
        "=1+1",
    ]


def test_the_same_list_gives_the_same_bytes(
    als: Als, coordinator: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    client = als(coordinator)
    eerste, tweede = (client.get(f"{LIJST}export.xlsx").content for _ in range(2))
    assert eerste == tweede


def test_the_spreadsheet_of_an_administrator_has_no_plan(
    als: Als, beheerder: Gebruiker, ploeg: dict[str, Werknemer]
) -> None:
    assert rijen(als(beheerder).get(f"{LIJST}export.xlsx"))[0][-1] == "Wanneer"
