"""Each list comes along as a spreadsheet: the same rows, the same filters, the same rights."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import pytest
from django.test import Client
from lxml import html
from python_calamine import CalamineWorkbook

from financiering.keuzes import Scenariobasis
from financiering.models import Kerncijfer
from gedeeld.bladeren import HOOGSTENS
from gedeeld.periode import Periode
from tests.fabrieken import (
    ActieFactory,
    AdviesFactory,
    ContractFactory,
    NazorgmomentFactory,
    NotitieFactory,
    SignaalFactory,
    TrajectFactory,
    UitstroomFactory,
    WerkgeverFactory,
    WerknemerFactory,
)
from tests.toegang.wereld import Wereld, Wie, clients, maak_wereld
from trajects.models import Notitie

pytestmark = pytest.mark.django_db
# Where the page is, and a filter that keeps some and leaves some out.
LIJSTEN: Final = {
    "/signalen/": "status=open",
    "/bord/": "begeleider={begeleider}",
    "/adviesdagen/": "begeleider={begeleider}",
    "/acties/": "welke=laat",
    "/werkgevers/": "zoek=lepel",
    "/notities/": "soort=telefoon",
    "/uitstroom/uitgestroomd/": "jaar=2025",
    "/werknemers/": "begeleider={begeleider}",
    "/vormingen/": "stand=geannuleerd",
    "/openheid/dossiers/": "begeleider={begeleider}",
    "/financiering/bedragen/": "",
    "/financiering/verloop/": "dienst={dienst}",
}
FORMULE: Final = "=1+1"


@pytest.fixture
def wereld() -> Wereld:
    """Two more of everything, one of them in nobody's caseload, with words like formulas."""
    eigen = maak_wereld()
    maak_wereld()
    for begeleider, naam in ((eigen.mensen[Wie.BEGELEIDER], "Benali"), (None, FORMULE)):
        werknemer = WerknemerFactory(
            organisatie=eigen.organisatie,
            begeleider=begeleider,
            voornaam="@som",
            familienaam=naam,
            personeelsnummer=f"+{naam}",
        )
        ContractFactory(werknemer=werknemer, dienst=eigen.dienst)
        SignaalFactory(advies=AdviesFactory(werknemer=werknemer))
        TrajectFactory(werknemer=werknemer, jobdoelwit=FORMULE, fase="jobmatching")
        ActieFactory(werknemer=werknemer, wat=FORMULE, tegen=date(2026, 11, 20))
        NotitieFactory(
            werknemer=werknemer, auteur=eigen.mensen[Wie.COLLEGA], tekst="-2+3", soort="telefoon"
        )
        WerkgeverFactory(organisatie=eigen.organisatie, naam=f"{FORMULE} lepel {naam}")
        uitstroom = UitstroomFactory(werknemer=werknemer, datum=date(2025, 6, 30))
        NazorgmomentFactory(uitstroom=uitstroom)
    for dienst in (None, eigen.dienst):
        for dag in (date(2026, 9, 30), date(2026, 11, 20))[: 1 if dienst else 2]:
            Kerncijfer.objects.create(
                organisatie=eigen.organisatie,
                dienst=dienst,
                op=dag,
                werknemers=2,
                vte=Decimal("1.5"),
                premies=Decimal(9000),
                gemiddelde_premie=Decimal(6000),
                saldo=Decimal("-12.34"),
                tekort_vanaf="2027-K1",
            )
    return eigen


def bladen(antwoord: Any) -> dict[str, list[list[Any]]]:
    assert antwoord.status_code == 200
    boek = CalamineWorkbook.from_filelike(BytesIO(antwoord.content))
    return {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}


def rijen(antwoord: Any) -> list[list[Any]]:
    """Of the first sheet, without its head."""
    (eerste, *_) = bladen(antwoord).values()
    return eerste[1:]


def keuze(antwoord: Any) -> dict[str, Any]:
    return dict(bladen(antwoord)["Keuze"][1:])


def pagina(client: Client, adres: str) -> tuple[int, str]:
    """How many the page says there are, and where its spreadsheet is."""
    boom = html.fromstring(client.get(adres).content)
    koppen = boom.xpath("//main//*[@class='lijstkop'][.//a[contains(@href, 'export.xlsx')]]")
    if not koppen:
        return 0, ""
    (kop,) = koppen
    (link,) = kop.xpath(".//a[contains(@href, 'export.xlsx')]")
    assert " ".join(link.text_content().split()) == "Excel"
    aantal = re.search(r"\d+", kop.xpath("./p")[0].text_content())
    assert aantal
    return int(aantal[0]), link.get("href")


def _vraag(wereld: Wereld, vraag: str) -> str:
    begeleider = wereld.mensen[Wie.BEGELEIDER].pk
    return vraag.format(begeleider=begeleider, dienst=wereld.dienst.pk)


@pytest.mark.parametrize("adres", LIJSTEN)
def test_the_sheet_has_as_many_rows_as_the_page_says(wereld: Wereld, adres: str) -> None:
    client, vraag = clients(wereld)[Wie.COORDINATOR], _vraag(wereld, LIJSTEN[adres])
    alles, link = pagina(client, adres)
    assert link == f"{adres}export.xlsx"
    assert alles == len(rijen(client.get(link))) > 0
    if not vraag:
        return
    enkele, link = pagina(client, f"{adres}?{vraag}")
    if enkele:
        assert link == f"{adres}export.xlsx?{vraag}"
    assert enkele == len(rijen(client.get(f"{adres}export.xlsx?{vraag}")))
    assert enkele < alles or adres == "/signalen/"


@pytest.mark.parametrize("adres", [adres for adres in LIJSTEN if "financiering" not in adres])
def test_a_counsellor_takes_along_the_own_people_only(wereld: Wereld, adres: str) -> None:
    client = clients(wereld)[Wie.BEGELEIDER]
    aantal, link = pagina(client, adres)
    eigen = rijen(client.get(link))
    assert len(eigen) == aantal
    if adres not in {"/werkgevers/", "/vormingen/"}:  # those are of the whole organisation
        assert f"+{FORMULE}" not in {cel for rij in eigen for cel in rij}
        assert f"@som {FORMULE}" not in {cel for rij in eigen for cel in rij}


@pytest.mark.parametrize("adres", LIJSTEN)
def test_what_people_typed_is_never_a_formula(wereld: Wereld, adres: str) -> None:
    inhoud = clients(wereld)[Wie.COORDINATOR].get(f"{adres}export.xlsx").content
    with zipfile.ZipFile(BytesIO(inhoud)) as pak:
        for deel in pak.namelist():
            assert b"<f>" not in pak.read(deel), deel


@pytest.mark.parametrize("adres", LIJSTEN)
def test_the_sheet_says_of_whom_when_and_which(wereld: Wereld, adres: str) -> None:
    client, vraag = clients(wereld)[Wie.COORDINATOR], _vraag(wereld, LIJSTEN[adres])
    gemaakt = keuze(client.get(f"{adres}export.xlsx?{vraag}"))
    assert gemaakt.pop("Organisatie") == str(wereld.organisatie)
    assert gemaakt.pop("Gemaakt op") == date(2026, 11, 23)
    assert gemaakt


@pytest.mark.parametrize(
    ("adres", "verwacht"),
    [
        ("/signalen/", {"Stand": "vraagt aandacht"}),
        ("/signalen/?status=open&soort=einde_ondersteuning", {"Stand": "alle open"}),
        ("/werknemers/", {"Filters": "in dienst"}),
        ("/werknemers/?in_dienst=alle", {"Filters": "iedereen"}),
        ("/acties/", {"Welke": "Alle"}),
        ("/acties/?welke=laat", {"Welke": "Te laat"}),
        ("/werkgevers/", {"Stand": "in gebruik"}),
        ("/werkgevers/?zoek=lepel&actief=alle", {"Stand": "alle werkgevers"}),
        ("/notities/", {"Filters": "geen: alles"}),
        ("/notities/?zoek=werk&van=2026-01-01", {"Van": date(2026, 1, 1)}),
        ("/uitstroom/uitgestroomd/?tot=2026-06-30", {"Tot en met": date(2026, 6, 30)}),
        ("/uitstroom/uitgestroomd/?jaar=2025&begeleider=geen", {"Begeleider": "zonder begeleider"}),
        ("/financiering/verloop/", {"Dienst": "alle diensten"}),
    ],
)
def test_each_filter_is_said_in_the_words_of_its_form(
    wereld: Wereld, adres: str, verwacht: dict[str, Any]
) -> None:
    pad, _, vraag = adres.partition("?")
    gemaakt = keuze(clients(wereld)[Wie.COORDINATOR].get(f"{pad}export.xlsx?{vraag}"))
    assert verwacht.items() <= gemaakt.items()


def test_numbers_are_numbers_and_days_are_days(wereld: Wereld) -> None:
    client = clients(wereld)[Wie.COORDINATOR]
    for rij in rijen(client.get("/uitstroom/uitgestroomd/export.xlsx")):
        assert isinstance(rij[2], date)
    for rij in rijen(client.get("/financiering/bedragen/export.xlsx")):
        assert (type(rij[3]), type(rij[5])) == (float, date)
    for rij in rijen(client.get("/financiering/verloop/export.xlsx")):
        assert (type(rij[0]), *map(type, rij[1:5])) == (date, float, float, float, float)
    acties = rijen(client.get("/acties/export.xlsx?welke=laat"))
    assert [rij[2:] for rij in acties][-1][0] == FORMULE
    assert {rij[-1] for rij in acties} == {"ja"}


def test_confidential_notes_are_for_who_may_read_them(wereld: Wereld) -> None:
    NotitieFactory(
        werknemer=wereld.werknemer,
        auteur=wereld.mensen[Wie.COORDINATOR],
        tekst="Heel geheim.",
        vertrouwelijk=True,
    )
    browsers = clients(wereld)
    teksten = {
        wie: {rij[-1] for rij in rijen(browsers[wie].get("/notities/export.xlsx"))}
        for wie in (Wie.COORDINATOR, Wie.BEGELEIDER)
    }
    assert "Heel geheim." in teksten[Wie.COORDINATOR]
    assert "Heel geheim." not in teksten[Wie.BEGELEIDER]
    assert browsers[Wie.HR].get("/notities/export.xlsx").status_code == 403


def test_of_a_great_many_notes_the_sheet_holds_what_the_pages_show(wereld: Wereld) -> None:
    auteur = wereld.mensen[Wie.COORDINATOR]
    Notitie.objects.bulk_create(
        NotitieFactory.build(
            organisatie=wereld.organisatie, werknemer=wereld.werknemer, auteur=auteur
        )
        for _ in range(HOOGSTENS + 1)
    )
    antwoord = clients(wereld)[Wie.COORDINATOR].get("/notities/export.xlsx")
    assert len(rijen(antwoord)) == HOOGSTENS
    assert keuze(antwoord)["Let op"].startswith("Dit zijn de nieuwste 1000.")


@pytest.mark.parametrize(
    ("adres", "vraag"),
    [
        ("/signalen/", "soort=onzin"),
        ("/bord/", "dienst=onzin"),
        ("/werkgevers/", "sector=onzin"),
        ("/notities/", "van=onzin"),
        ("/uitstroom/uitgestroomd/", "jaar=onzin"),
        ("/financiering/scenarios/vergelijk/", "kwartalen=onzin"),
    ],
)
def test_a_filter_that_cannot_be_leads_to_the_page_that_says_so(
    wereld: Wereld, adres: str, vraag: str
) -> None:
    client = clients(wereld)[Wie.COORDINATOR]
    antwoord = client.get(f"{adres}export.xlsx?{vraag}")
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{adres}?{vraag}")
    assert client.get(antwoord["Location"]).status_code == 200


def test_another_organisations_service_or_scenario_is_not_found(wereld: Wereld) -> None:
    ander, client = maak_wereld(), clients(wereld)[Wie.COORDINATOR]
    for adres in (
        f"/financiering/verloop/export.xlsx?dienst={ander.dienst.pk}",
        f"/financiering/scenarios/vergelijk/export.xlsx?s={ander.geld.scenario.pk}",
    ):
        assert client.get(adres).status_code == 404


def test_the_board_comes_along_whole(wereld: Wereld) -> None:
    """Also the cards that stand below the fold of a column, in the order of the columns."""
    for nummer in range(16):
        werknemer = WerknemerFactory(organisatie=wereld.organisatie, voornaam=f"Wim {nummer}")
        ContractFactory(werknemer=werknemer, periode=Periode(date(2026, 1, 1)))
        TrajectFactory(werknemer=werknemer, fase="voortraject")
    client = clients(wereld)[Wie.COORDINATOR]
    aantal, link = pagina(client, "/bord/")
    gevonden = rijen(client.get(link))
    assert len(gevonden) == aantal > 16
    fasen = [rij[2] for rij in gevonden]
    assert fasen == sorted(fasen, key=["voortraject", "jobmatching", "stage", "nazorg"].index)


def test_scenarios_side_by_side_have_the_figures_of_the_page(wereld: Wereld) -> None:
    client, adres = clients(wereld)[Wie.COORDINATOR], "/financiering/scenarios/vergelijk/"
    vraag = f"s={Scenariobasis.values[0]}&s={wereld.geld.scenario.pk}&kwartalen=8"
    boom = html.fromstring(client.get(f"{adres}?{vraag}").content)
    (link,) = boom.xpath("//*[@class='lijstkop']/a/@href")
    assert link == f"{adres}export.xlsx?{vraag}"
    gemaakt = bladen(client.get(link))
    kwartalen = [cel.text for cel in boom.xpath("//tr[starts-with(@id, 'cijfers-')]/th")]
    assert [rij[0] for rij in gemaakt["Per kwartaal"][1:]] == kwartalen
    assert gemaakt["Per jaar"][-1][0] == "Samen"
    som = sum(rij[1] for rij in gemaakt["Per kwartaal"][1:])
    assert gemaakt["Per jaar"][-1][1] == pytest.approx(som)
    saldo, _, tegen, _, verschil, _ = gemaakt["Per jaar"][-1][1:]
    assert verschil == pytest.approx(tegen - saldo)
    gekozen = dict(gemaakt["Keuze"][1:])
    assert gekozen["Scenario 2"] == str(wereld.geld.scenario)
    assert gekozen["Hoe ver vooruit"] == "8 kwartalen"
