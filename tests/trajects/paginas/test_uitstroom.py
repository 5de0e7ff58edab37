"""The outflow dashboard: every number equals the list behind its link, whatever is chosen."""

from collections.abc import Callable, Iterator
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
from gedeeld.periode import Periode, dag_erna, plus_maanden
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.keuzes import Fase, Horizon
from werknemers.models import Dienst, Werknemer

VANDAAG = date(2026, 11, 23)
UITSTROOM = "/uitstroom/"
Als = Callable[[Gebruiker], Client]


@pytest.fixture
def keuken(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Keuken")


@pytest.fixture
def tuin(organisatie: Organisatie) -> Dienst:
    return DienstFactory(organisatie=organisatie, naam="Tuin")


# last day of support (None: no advice), phase of the trajectory, goal, in kitchen, in garden
MENSEN: tuple[tuple[date | None, Fase | None, str, bool, bool], ...] = (
    (date(2024, 6, 30), Fase.JOBMATCHING, "keukenhulp", True, False),
    (date(2026, 10, 31), None, "", True, True),
    (date(2026, 11, 22), Fase.VOORTRAJECT, "", False, True),
    (VANDAAG, Fase.STAGE, "tuinman", True, False),
    (date(2026, 12, 31), Fase.STAGE, "", True, False),
    (plus_maanden(VANDAAG, 3), Fase.AFGEROND, "kok", False, True),
    (dag_erna(plus_maanden(VANDAAG, 3)), Fase.NAZORG, "kok", True, True),
    (plus_maanden(VANDAAG, 6), Fase.VOORTRAJECT, "kok", True, False),
    (dag_erna(plus_maanden(VANDAAG, 6)), None, "", False, True),
    (plus_maanden(VANDAAG, 12), Fase.STOPGEZET, "", True, False),
    (plus_maanden(VANDAAG, 24), Fase.JOBMATCHING, "", False, True),
    (dag_erna(plus_maanden(VANDAAG, 24)), Fase.STAGE, "kok", True, False),
    (date(2031, 9, 30), None, "", True, False),
    (date(2031, 12, 31), None, "", True, False),
    (date(2034, 3, 31), Fase.VOORTRAJECT, "kok", False, True),
    (None, None, "", True, False),
    (None, Fase.VOORTRAJECT, "kok", False, True),
)


@pytest.fixture
def bevolking(
    organisatie: Organisatie,
    andere_organisatie: Organisatie,
    begeleider: Gebruiker,
    keuken: Dienst,
    tuin: Dienst,
) -> list[Werknemer]:
    """Every bucket, its edges, two services at once; beside them those who must not count."""
    mensen = []
    for nummer, (einde, fase, doel, in_keuken, in_tuin) in enumerate(MENSEN):
        werknemer = WerknemerFactory(
            organisatie=organisatie, begeleider=begeleider if nummer % 2 else None
        )
        for dienst in [keuken] * in_keuken + [tuin] * in_tuin:
            ContractFactory(werknemer=werknemer, dienst=dienst)
        if einde:
            geef_steun(werknemer, einde)
        if fase:
            TrajectFactory(werknemer=werknemer, fase=fase, jobdoelwit=doel)
        mensen.append(werknemer)
    straks = WerknemerFactory(organisatie=organisatie)
    ContractFactory(werknemer=straks, dienst=keuken)
    AdviesFactory(werknemer=straks, besluitdatum=date(2027, 2, 1))
    # A chain: what counts is the end of the extension.
    AdviesFactory(
        werknemer=mensen[4],
        soort=SoortAdvies.IMW_2,
        periode=Periode(date(2027, 1, 1), date(2029, 1, 1)),
    )
    vertrokken = WerknemerFactory(organisatie=organisatie, begeleider=begeleider)
    ContractFactory(werknemer=vertrokken, dienst=tuin, periode=Periode(date(2024, 1, 1), VANDAAG))
    geef_steun(vertrokken, date(2026, 12, 31))
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    geef_steun(elders, date(2026, 12, 31))
    return [*mensen, straks]


def geef_steun(werknemer: Werknemer, laatste_dag: date) -> None:
    AdviesFactory(
        werknemer=werknemer,
        soort=SoortAdvies.LDE_OVERGANG,
        periode=Periode.tem(date(2024, 1, 1), laatste_dag),
    )


def boom(antwoord: Any) -> Any:
    assert antwoord.status_code == 200
    return html.fromstring(antwoord.content)


def getallen(pagina: Any) -> Iterator[tuple[int, str]]:
    """Each number of the page that leads to the list, with the address of that list."""
    for verwijzing in pagina.xpath("//section[@id='cijfers']//a[contains(@href, '/werknemers/')]"):
        woorden = verwijzing.text_content().split()
        yield int(woorden[0]), verwijzing.get("href")


def lengte(client: Client, adres: str) -> int:
    """How many the list at this address says it found."""
    fragment = boom(client.get(adres, headers={"hx-request": "true"}))
    (kop,) = fragment.xpath("//*[@id='lijst']//strong")
    return int(kop.text_content().split()[0])


def kopgetallen(pagina: Any) -> dict[str, int]:
    punten = pagina.xpath("//ul[@class='getallen']/li")
    delen = [punt.text_content().split(maxsplit=1) for punt in punten]
    return {naam.strip(): int(aantal) for aantal, naam in delen}


@pytest.mark.parametrize(
    ("vraag", "rol"),
    [
        ("", "coordinator"),
        ("", "begeleider"),
        ("dienst={keuken}", "coordinator"),
        ("dienst={tuin}", "begeleider"),
        ("begeleider={begeleider}", "coordinator"),
        ("begeleider=geen&dienst={keuken}", "hr"),
        ("op=2026-06-15", "coordinator"),
        ("op=2028-12-31&dienst={tuin}", "coordinator"),
    ],
)
def test_every_number_equals_the_list_behind_it(
    request: pytest.FixtureRequest,
    als: Als,
    bevolking: list[Werknemer],
    keuken: Dienst,
    tuin: Dienst,
    begeleider: Gebruiker,
    vraag: str,
    rol: str,
) -> None:
    client = als(request.getfixturevalue(rol))
    ingevuld = vraag.format(keuken=keuken.pk, tuin=tuin.pk, begeleider=begeleider.pk)
    pagina = boom(client.get(f"{UITSTROOM}?{ingevuld}"))
    alle = dict.fromkeys(getallen(pagina))
    assert len(alle) >= 10
    verschillen = [(n, adres) for n, adres in alle if lengte(client, adres) != n]
    assert verschillen == []


def test_each_employee_stands_in_exactly_one_bucket(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer]
) -> None:
    pagina = boom(als(coordinator).get(UITSTROOM))
    assert kopgetallen(pagina) == {
        "verlopen": 3,
        "binnen 3 maanden": 2,
        "3 tot 6 maanden": 2,
        "6 tot 12 maanden": 2,
        "1 tot 2 jaar": 1,
        "later": 5,
        "nog niet gestart": 1,
        "geen advies": 2,
    }
    assert sum(kopgetallen(pagina).values()) == len(bevolking) == 18
    assert "18 in dienst op 23 november 2026" in " ".join(pagina.text_content().split())


def tabel(pagina: Any, bijschrift: str) -> dict[str, list[int]]:
    (gevonden,) = pagina.xpath(f"//table[starts-with(caption, '{bijschrift}')]")
    return {
        rij.xpath("./th")[0].text_content(): [int(cel.text_content()) for cel in rij.xpath("./td")]
        for rij in gevonden.xpath("./tbody/tr | ./tfoot/tr")
    }


def test_per_service_and_once_in_the_total(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer]
) -> None:
    pagina = boom(als(coordinator).get(UITSTROOM))
    cijfers = tabel(pagina, "Werknemers per dienst")
    assert cijfers["Keuken"] == [2, 1, 2, 1, 0, 4, 1, 1, 12]
    assert cijfers["Tuin"] == [2, 1, 1, 1, 1, 1, 0, 1, 8]
    assert cijfers["Samen"] == [3, 2, 2, 2, 1, 5, 1, 2, 18]
    assert "telt in elke dienst mee" in pagina.text_content()


def test_the_chart_and_its_table_hold_the_same_figures(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer]
) -> None:
    pagina = boom(als(coordinator).get(UITSTROOM))
    cijfers = tabel(pagina, "Bij hoeveel werknemers")
    assert cijfers["2026-K4"] == [1, 0, 1]
    assert cijfers["2027-K1"] == [1, 2, 2]
    assert cijfers["2031-K3"] == [1, 0, 1]
    assert cijfers["later"] == [1, 1, 2]
    assert cijfers["Samen"] == [8, 5, 12]
    (tekening,) = pagina.xpath("//div[@class='grafiek-breed']/*")
    getekend = [titel.text for titel in tekening.iter("title")][1:]
    verwacht = {
        f"{kwartaal}, {dienst}: {aantal}"
        for kwartaal, aantallen in cijfers.items()
        for dienst, aantal in zip(("Keuken", "Tuin"), aantallen, strict=False)
        if aantal and kwartaal != "Samen"
    }
    assert set(getekend) == verwacht


def test_per_phase_near_the_end_and_without_goal(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer]
) -> None:
    pagina = boom(als(coordinator).get(UITSTROOM))
    assert tabel(pagina, "Werknemers per fase") == {
        "voortraject": [2, 4],
        "jobmatching": [1, 2],
        "stage": [1, 3],
        "nazorg": [1, 1],
        "geen traject": [2, 8],
        "nog geen jobdoelwit": [3, 11],
    }


def test_a_counsellor_counts_the_own_caseload_and_chooses_no_other(
    als: Als, begeleider: Gebruiker, bevolking: list[Werknemer]
) -> None:
    pagina = boom(als(begeleider).get(UITSTROOM))
    assert sum(kopgetallen(pagina).values()) == 8
    assert pagina.xpath("//select[@name='begeleider']") == []


@pytest.mark.parametrize(
    ("rol", "status"), [("begeleider", 200), ("coordinator", 200), ("hr", 200), ("beheerder", 403)]
)
def test_who_sees_it(
    db: None, request: pytest.FixtureRequest, als: Als, rol: str, status: int
) -> None:
    client = als(request.getfixturevalue(rol))
    assert client.get(UITSTROOM).status_code == status
    assert client.get(f"{UITSTROOM}export.xlsx").status_code == status


def test_it_is_only_read(als: Als, coordinator: Gebruiker) -> None:
    client = als(coordinator)
    assert client.post(UITSTROOM).status_code == 405
    assert client.post(f"{UITSTROOM}export.xlsx").status_code == 405


@pytest.mark.parametrize("vraag", ["dienst=999999", "dienst=x", "op=2026-02-30", "op=1066-10-14"])
def test_what_cannot_be_chosen_shows_no_figures(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer], vraag: str
) -> None:
    client = als(coordinator)
    pagina = boom(client.get(f"{UITSTROOM}?{vraag}"))
    assert "Een van de keuzes in het adres bestaat niet (meer)." in pagina.text_content()
    assert list(getallen(pagina)) == []
    export = client.get(f"{UITSTROOM}export.xlsx?{vraag}")
    assert (export.status_code, export["Location"]) == (302, f"{UITSTROOM}?{vraag}")


def test_a_service_of_another_organisation_is_no_choice(
    als: Als, coordinator: Gebruiker, andere_organisatie: Organisatie, bevolking: list[Werknemer]
) -> None:
    elders = DienstFactory(organisatie=andere_organisatie, naam="Elders")
    pagina = boom(als(coordinator).get(UITSTROOM, {"dienst": elders.pk}))
    assert list(getallen(pagina)) == []
    assert "Elders" not in pagina.text_content()


def test_without_anybody_it_says_what_to_do(als: Als, coordinator: Gebruiker) -> None:
    tekst = boom(als(coordinator).get(UITSTROOM)).text_content()
    assert "niemand in dienst. Kies een andere dienst of peildatum." in tekst


@pytest.mark.parametrize("vraag", ["", "?op=2027-06-30", "?begeleider=geen", "?dienst=0"])
def test_fragment_and_page_make_the_fresh_page(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer], vraag: str
) -> None:
    client = als(coordinator)
    antwoord = client.get(f"{UITSTROOM}{vraag}", headers={"hx-request": "true"})
    fragment = html.fragment_fromstring(antwoord.content.decode().strip())
    begin, vers = (boom(client.get(f"{UITSTROOM}{deel}")) for deel in ("", vraag))
    (oud,) = begin.xpath("//*[@id='cijfers']")
    fragment.tail = oud.tail
    oud.getparent().replace(oud, fragment)
    assert _zonder_formulieren(begin) == _zonder_formulieren(vers)


def _zonder_formulieren(pagina: Any) -> list[str]:
    """What the user typed stays in the form; the server does not send it back."""
    for ding in pagina.xpath("//form | //meta[@name='csrf-token']"):
        ding.getparent().remove(ding)
    return html.tostring(pagina, encoding="unicode").split()


def test_the_address_is_short_enough_to_share(
    als: Als, coordinator: Gebruiker, keuken: Dienst
) -> None:
    client = als(coordinator)
    for vraag, kort in (
        (f"?dienst={keuken.pk}&begeleider=&op=2026-11-23", f"?dienst={keuken.pk}"),
        ("?dienst=&op=2027-01-01", "?op=2027-01-01"),
    ):
        antwoord = client.get(f"{UITSTROOM}{vraag}", headers={"hx-request": "true"})
        assert antwoord["HX-Push-Url"] == f"{UITSTROOM}{kort}"


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("pad", "verwacht"), [("", 10), ("export.xlsx", 7)])
def test_the_number_of_queries_does_not_grow(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie, pad: str, verwacht: int, aantal: int
) -> None:
    for nummer in range(aantal):
        werknemer = WerknemerFactory(organisatie=organisatie)
        ContractFactory(werknemer=werknemer)
        AdviesFactory(werknemer=werknemer, besluitdatum=date(2024 + nummer, 2, 1))
        TrajectFactory(werknemer=werknemer)
    client = als(coordinator)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"{UITSTROOM}{pad}")
    # session, user, the figures, services, who is ready, rules and who left; the page also two
    # choices and one about new starts
    assert len(vragen) == verwacht


def bladen(inhoud: bytes) -> dict[str, list[list[Any]]]:
    boek = CalamineWorkbook.from_filelike(BytesIO(inhoud))
    return {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}


def test_the_spreadsheet_holds_the_figures_of_the_page_with_dates_as_dates(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer]
) -> None:
    antwoord = als(coordinator).get(f"{UITSTROOM}export.xlsx")
    assert antwoord["Content-Disposition"] == 'attachment; filename="uitstroom-2026-11-23.xlsx"'
    boek = bladen(antwoord.content)
    assert boek["Einde ondersteuning"] == [
        ["Dienst", *[horizon.label for horizon in Horizon], "samen"],
        ["Keuken", 2, 1, 2, 1, 0, 4, 1, 1, 12],
        ["Tuin", 2, 1, 1, 1, 1, 1, 0, 1, 8],
        ["Samen", 3, 2, 2, 2, 1, 5, 1, 2, 18],
    ]
    assert boek["Per kwartaal"][:3] == [
        ["Kwartaal", "Van", "Tot en met", "Keuken", "Tuin", "mensen"],
        ["2026-K4", date(2026, 10, 1), date(2026, 12, 31), 1, 0, 1],
        ["2027-K1", date(2027, 1, 1), date(2027, 3, 31), 1, 2, 2],
    ]
    assert boek["Per kwartaal"][-1] == ["later", date(2031, 10, 1), date(2034, 3, 31), 1, 1, 2]
    assert boek["Fase"][-1] == ["nog geen jobdoelwit", 3, 11]
    assert boek["Toelichting"][1:3] == [["peildatum", VANDAAG], ["keuze", "iedereen"]]


def test_the_same_figures_give_the_same_bytes(
    als: Als, coordinator: Gebruiker, bevolking: list[Werknemer]
) -> None:
    client = als(coordinator)
    eerste, tweede = (client.get(f"{UITSTROOM}export.xlsx").content for _ in range(2))
    assert eerste == tweede


def test_a_service_whose_name_looks_like_a_formula_stays_text(
    als: Als, coordinator: Gebruiker, organisatie: Organisatie
) -> None:
    dienst = DienstFactory(organisatie=organisatie, naam="=1+1")
    ContractFactory(werknemer=WerknemerFactory(organisatie=organisatie), dienst=dienst)
    boek = bladen(als(coordinator).get(f"{UITSTROOM}export.xlsx?dienst={dienst.pk}").content)
    assert boek["Einde ondersteuning"][1][0] == "=1+1"
    assert boek["Toelichting"][2] == ["keuze", "=1+1"]
