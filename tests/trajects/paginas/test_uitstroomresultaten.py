"""Who left and who is ready to: each figure of the dashboard is as long as its list."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    JobdoelwitFactory,
    NazorgmomentFactory,
    OverdrachtFactory,
    StageFactory,
    TrajectFactory,
    UitstroomFactory,
    WerknemerFactory,
)
from tests.trajects.uitstroom.uitstroomhulp import VANDAAG, tekst
from trajects.kader.duurzaam import is_duurzaam
from trajects.keuzes import Fase
from trajects.models import Uitstroom
from trajects.paginas.uitstroomresultaten import met_afloop
from werknemers.models import Dienst, Werknemer

Als = Callable[[Gebruiker], Client]


@pytest.fixture
def keuken(coordinator: Gebruiker) -> Dienst:
    return DienstFactory(organisatie=coordinator.organisatie, naam="Keuken")


def vertrek(
    keuken: Dienst, dag: date, bestemming: str, *gehoord: tuple[int, str], **verder: Any
) -> Uitstroom:
    weg = WerknemerFactory(organisatie=keuken.organisatie, **verder)
    ContractFactory(werknemer=weg, dienst=keuken, periode=Periode.tem(date(2024, 1, 1), dag))
    uitstroom = UitstroomFactory(werknemer=weg, datum=dag, bestemming=bestemming)
    for weken, resultaat in gehoord:
        NazorgmomentFactory(
            uitstroom=uitstroom, weken=weken, resultaat=resultaat, gemeten_op=VANDAAG
        )
    return uitstroom


@pytest.fixture
def vertrokken(keuken: Dienst, begeleider: Gebruiker) -> list[Uitstroom]:
    """Five in 2026 up to today; before, after and elsewhere those who must not count."""
    tuin = DienstFactory(organisatie=keuken.organisatie, naam="Tuin")
    vertrek(keuken, date(2025, 12, 31), "regulier", (26, "zelfde"))
    vertrek(keuken, date(2026, 11, 24), "regulier")
    vertrek(DienstFactory(), date(2026, 2, 2), "regulier", (26, "zelfde"))
    return [
        vertrek(keuken, date(2026, 1, 1), "regulier", (26, "zelfde"), begeleider=begeleider),
        vertrek(keuken, date(2026, 1, 9), "regulier", (26, "niet"), (52, "zelfde")),
        vertrek(tuin, date(2026, 1, 9), "regulier", (26, "onbekend"), (52, "andere")),
        vertrek(tuin, date(2026, 1, 9), "sociaal", (4, "zelfde"), (26, "onbekend")),
        vertrek(keuken, VANDAAG, "opleiding"),
    ]


def klaar_mens(keuken: Dienst, fase: Fase | None = None) -> Werknemer:
    """In service, with support that ends on 31 March 2027."""
    mens = WerknemerFactory(organisatie=keuken.organisatie)
    ContractFactory(werknemer=mens, dienst=keuken)
    AdviesFactory(werknemer=mens, twee_jaar=True, besluitdatum=date(2025, 5, 14))
    if fase:
        JobdoelwitFactory(traject=TrajectFactory(werknemer=mens, fase=fase))
    return mens


@pytest.fixture
def klaar(keuken: Dienst) -> None:
    klaar_mens(keuken)
    StageFactory(werknemer=klaar_mens(keuken, Fase.STAGE))
    overgedragen = klaar_mens(keuken, Fase.JOBMATCHING)
    OverdrachtFactory(werknemer=overgedragen, gesprek_gepland_op=date(2026, 12, 1))
    oud = klaar_mens(keuken, Fase.VOORTRAJECT)
    OverdrachtFactory(werknemer=oud, gesprek_gehouden_op=date(2023, 12, 1))
    OverdrachtFactory(werknemer=oud)
    StageFactory(werknemer=oud, periode=Periode(date(2023, 11, 1), date(2023, 12, 1)))


def cellen(context: Any) -> list[Any]:
    namen = ("uit_samen", "aan_het_werk", "gemeten", "klaar_samen")
    los = [context[naam] for naam in namen]
    return [*los, *context["bestemmingen"], *context["klaar"]]


@pytest.mark.parametrize(
    "vraag", ["", "dienst={keuken}", "begeleider={begeleider}", "begeleider=geen", "op=2026-06-30"]
)
def test_every_figure_is_as_long_as_its_list(
    als: Als,
    coordinator: Gebruiker,
    begeleider: Gebruiker,
    keuken: Dienst,
    vertrokken: list[Uitstroom],
    klaar: None,
    vraag: str,
) -> None:
    client = als(coordinator)
    vraag = vraag.format(keuken=keuken.pk, begeleider=begeleider.pk)
    context = client.get(f"/uitstroom/?{vraag}").context
    assert context["uit_samen"].aantal > 0
    for cel in cellen(context):
        assert client.get(cel.url).context["pagina"].paginator.count == cel.aantal, cel


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", (5, 2, 3, {"reguliere economie": 3, "sociale economie": 1, "opleiding": 1})),
        ("?dienst={keuken}", (3, 1, 2, {"reguliere economie": 2, "opleiding": 1})),
        ("?begeleider={begeleider}", (1, 1, 1, {"reguliere economie": 1})),
        ("?op=2026-11-22", (4, 2, 3, {"reguliere economie": 3, "sociale economie": 1})),
        ("?op=2025-12-31", (1, 1, 1, {"reguliere economie": 1})),
    ],
)
def test_who_left_and_how_it_went(
    als: Als,
    coordinator: Gebruiker,
    begeleider: Gebruiker,
    keuken: Dienst,
    vertrokken: list[Uitstroom],
    vraag: str,
    verwacht: tuple[int, int, int, dict[str, int]],
) -> None:
    klaar_mens(keuken)
    adres = "/uitstroom/" + vraag.format(keuken=keuken.pk, begeleider=begeleider.pk)
    context = als(coordinator).get(adres).context
    aantallen = [context[naam].aantal for naam in ("uit_samen", "aan_het_werk", "gemeten")]
    naar = {cel.kop: cel.aantal for cel in context["bestemmingen"]}
    assert (*aantallen, naar) == verwacht


def test_a_counsellor_counts_the_own_caseload(
    als: Als, begeleider: Gebruiker, vertrokken: list[Uitstroom]
) -> None:
    assert als(begeleider).get("/uitstroom/").context["uit_samen"].aantal == 1


def test_who_is_ready_counts_this_trajectory_only(
    als: Als, coordinator: Gebruiker, klaar: None
) -> None:
    context = als(coordinator).get("/uitstroom/").context
    assert context["klaar_samen"].aantal == 4
    assert {cel.kop: cel.aantal for cel in context["klaar"]} == {
        "met jobdoelwit": 3,
        "met jobmatching gestart": 2,
        "met stage": 1,
        "met overdracht gepland": 1,
    }


def test_the_rule_of_one_outflow_and_of_many_is_the_same(vertrokken: list[Uitstroom]) -> None:
    alle = Uitstroom.objects.order_by("pk")
    for aan_het_werk in (True, False):
        een = [u.pk for u in alle if is_duurzaam(u.nazorg.all(), 26) is aan_het_werk]
        vele = met_afloop(alle, 26, aan_het_werk=aan_het_werk)
        assert [uitstroom.pk for uitstroom in vele] == een


def test_definitions_stand_next_to_the_figures(
    als: Als, coordinator: Gebruiker, keuken: Dienst, vertrokken: list[Uitstroom], klaar: None
) -> None:
    pagina = tekst(als(coordinator).get("/uitstroom/"))
    for zin in (
        "Uitgestroomd in 2026: 5",
        "Nog aan het werk na 26 weken: 2 van 3 gemeten",
        "de laatste dag in dienst viel in 2026, t.e.m. 23 november 2026",
        "wie niet bereikt werd, telt niet mee",
        "Van de 4 die binnen 6 maanden stoppen",
        "er is een jobdoelwit gekozen",
    ):
        assert zin in pagina


@pytest.mark.parametrize("op", ["2020-05-01", "2023-06-30", "2000-01-01", "2099-12-31"])
def test_a_day_without_rules_is_no_error(
    als: Als, coordinator: Gebruiker, keuken: Dienst, op: str
) -> None:
    client = als(coordinator)
    assert client.get(f"/uitstroom/?op={op}").status_code == 200
    for keuze in ("ja", "gemeten"):
        assert client.get(f"/uitstroom/uitgestroomd/?tot={op}&duurzaam={keuze}").status_code == 200


@pytest.mark.parametrize("vraag", ["jaar=1", "jaar=x", "tot=9999-12-31", "dienst=0", "duurzaam=x"])
def test_a_choice_that_cannot_be_finds_nobody(
    als: Als, coordinator: Gebruiker, vertrokken: list[Uitstroom], vraag: str
) -> None:
    antwoord = als(coordinator).get(f"/uitstroom/uitgestroomd/?{vraag}")
    assert "Wis de filters en kies opnieuw" in tekst(antwoord)


def test_the_list_says_what_was_heard_last(
    als: Als, coordinator: Gebruiker, vertrokken: list[Uitstroom]
) -> None:
    pagina = tekst(als(coordinator).get("/uitstroom/uitgestroomd/?tot=2026-11-23&jaar=2026"))
    assert "5 uitgestroomd · t.e.m. 23 november 2026" in pagina
    assert "aan het werk bij dezelfde werkgever, na 52 weken" in pagina
    assert "nog niets" in pagina
    leeg = tekst(als(coordinator).get("/uitstroom/uitgestroomd/"))
    assert "7 uitgestroomd" in leeg  # also who will leave tomorrow


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(
    als: Als, coordinator: Gebruiker, keuken: Dienst, aantal: int
) -> None:
    for _ in range(aantal):
        vertrek(keuken, date(2026, 1, 9), "regulier", (26, "zelfde"))
    client = als(coordinator)
    with CaptureQueriesContext(connection) as vragen:
        client.get("/uitstroom/uitgestroomd/?jaar=2026&duurzaam=ja")
    # session, user, two choices, rules, count, outflows, moments
    assert len(vragen) == 8


def test_the_spreadsheet_holds_the_same_figures(
    als: Als, coordinator: Gebruiker, keuken: Dienst, vertrokken: list[Uitstroom], klaar: None
) -> None:
    inhoud = als(coordinator).get("/uitstroom/export.xlsx").content
    boek = CalamineWorkbook.from_filelike(BytesIO(inhoud))
    assert boek.get_sheet_by_name("Uitgestroomd 2026").to_python()[1:] == [
        ["uitgestroomd", 5], ["naar reguliere economie", 3], ["naar sociale economie", 1],
        ["naar opleiding", 1], ["gemeten na 26 weken", 3],
        ["waarvan nog aan het werk (duurzaam)", 2],
    ]  # fmt: skip
    assert boek.get_sheet_by_name("Klaar voor vertrek").to_python()[1:] == [
        ["stopt binnen 6 maanden", 4], ["met jobdoelwit", 3], ["met jobmatching gestart", 2],
        ["met stage", 1], ["met overdracht gepland", 1],
    ]  # fmt: skip
    uitleg = dict(rij[:2] for rij in boek.get_sheet_by_name("Toelichting").to_python())
    assert uitleg["met jobdoelwit"] == "Er is een jobdoelwit gekozen."
    assert uitleg["uitgestroomd"].startswith("De laatste dag in dienst viel in 2026")
