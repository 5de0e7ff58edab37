"""What people ask every day is looked up by organisation, however many organisations there are:
PostgreSQL reads no table of the whole country for it."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from django.db import connection
from django.db.models import Count
from django.test import Client
from pytest_django import DjangoDbBlocker

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from tests.dagen import VANDAAG
from tests.land.conftest import vul
from tests.staand import staand
from trajects.signaalsoorten.register import SIGNAALREGELS
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_voor
from trajects.signalen.bijwerken import werk_signalen_bij

# With enough rows for PostgreSQL to prefer an index to reading all of them.
_MAAT: Final = {"organisaties": 24, "groot": 40, "mensen": 40, "notities": 4}
# Tables that grow with the country.
_GROOT: Final = {
    *("werknemers_werknemer", "werknemers_adviesperiode", "werknemers_arbeidsovereenkomst"),
    *("trajects_notitie", "trajects_actie", "trajects_nazorgmoment", "trajects_doel"),
    "trajects_deelname",
}
_EIGEN: Final = re.compile(r"\b(organisatie|begeleider)_id\b")


def _maak() -> None:
    vul(**_MAAT)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.fixture(scope="module")
def _land(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    yield from staand(django_db_blocker, VANDAAG, _maak)


@pytest.fixture
def begeleider(_land: None, db: None) -> Gebruiker:
    """The one with the most employees of the whole country."""
    met_mensen = Gebruiker.objects.filter(rol=Rol.BEGELEIDER).annotate(n=Count("werknemers"))
    return met_mensen.order_by("-n", "pk")[0]


@pytest.fixture
def coordinator(begeleider: Gebruiker) -> Gebruiker:
    organisatie = begeleider.organisatie
    return Gebruiker.objects.filter(rol=Rol.COORDINATOR, organisatie=organisatie).order_by("pk")[0]


def scans(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each node of the plan that reads a table."""
    if "Relation Name" in plan:
        yield plan
    for deel in plan.get("Plans", ()):
        yield from scans(deel)


def is_nauw(scan: dict[str, Any]) -> bool:
    """Whether only the rows of an organisation, or of a counsellor in it, are looked at."""
    return any(_EIGEN.search(scan.get(naam, "")) for naam in ("Index Cond", "Recheck Cond"))


def gelezen(werk: Callable[[], Any]) -> tuple[set[str], set[str]]:
    """The large tables that the statements of this work look up by organisation, and those that
    they read whole."""
    nauw, helemaal = set(), set()
    for scan in alle_scans(werk):
        if is_nauw(scan):
            nauw.add(scan["Relation Name"])
        if scan["Node Type"] == "Seq Scan":
            helemaal.add(scan["Relation Name"])
    return nauw & _GROOT, helemaal & _GROOT


def alle_scans(werk: Callable[[], Any]) -> Iterator[dict[str, Any]]:
    """Each node that reads a table, of the plans of the statements of this work."""
    vragen: list[tuple[str, Any]] = []

    def schrijf_op(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        vragen.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(schrijf_op):
        werk()
    with connection.cursor() as cursor:
        for sql, params in vragen:
            if not sql.lstrip(" (\n").startswith(("SELECT", "WITH")):
                continue
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
            (uitleg,) = cursor.fetchone()
            plan = json.loads(uitleg) if isinstance(uitleg, str) else uitleg
            yield from scans(plan[0]["Plan"])


@pytest.mark.parametrize(
    ("adres", "tabel"),
    [
        ("/werknemers/", "werknemers_werknemer"),
        ("/werknemers/?zoek=jan", "werknemers_werknemer"),
        ("/zoeken/?zoek=jan", "werknemers_werknemer"),
        ("/zoeken/?zoek=0470123456", "werknemers_werknemer"),
        ("/zoeken/?zoek=werk", "trajects_notitie"),
        ("/notities/", "trajects_notitie"),
        ("/notities/?zoek=werk", "trajects_notitie"),
    ],
)
def test_a_counsellor_reads_the_rows_of_the_own_organisation_only(
    begeleider: Gebruiker, client: Client, adres: str, tabel: str
) -> None:
    client.force_login(begeleider)
    nauw, helemaal = gelezen(lambda: client.get(adres))
    assert tabel in nauw
    assert tabel not in helemaal


@pytest.mark.parametrize(
    ("adres", "tabellen"),
    [
        ("/acties/", {"trajects_actie"}),
        ("/vandaag/", {"trajects_actie", "trajects_nazorgmoment", "werknemers_werknemer"}),
        ("/uitstroom/", {"werknemers_werknemer", "werknemers_arbeidsovereenkomst"}),
        ("/zoeken/?zoek=jan", {"werknemers_werknemer"}),
        ("/zoeken/?zoek=0470+12+34+56", {"werknemers_werknemer"}),
        ("/beheer/loonopgaven/", {"werknemers_werknemer", "werknemers_arbeidsovereenkomst"}),
        ("/vormingen/", {"trajects_deelname"}),
        ("/vormingen/export.xlsx", {"trajects_deelname", "werknemers_werknemer"}),
        ("/uitstroom/uitgestroomd/", {"werknemers_werknemer"}),
    ],
)
def test_a_coordinator_reads_the_rows_of_the_own_organisation_only(
    coordinator: Gebruiker, client: Client, adres: str, tabellen: set[str]
) -> None:
    client.force_login(coordinator)
    nauw, helemaal = gelezen(lambda: client.get(adres))
    assert tabellen <= nauw
    assert not helemaal & tabellen


def test_the_index_of_a_rule_on_periods_is_for_that_rule_alone(
    coordinator: Gebruiker, client: Client
) -> None:
    """One by key gives the contracts and the advice of somebody five times as fast."""
    client.force_login(coordinator)
    wijzers = {scan.get("Index Name") for scan in alle_scans(lambda: client.get("/vandaag/"))}
    assert {"advies_van_werknemer", "werknemers_werknemer_pkey"} <= wijzers
    assert not wijzers & {"advies_geen_overlap", "contract_geen_overlap"}


def test_what_an_action_can_hang_on_is_looked_up_by_employee(
    begeleider: Gebruiker, client: Client
) -> None:
    werknemer = begeleider.werknemers.order_by("pk")[0]
    client.force_login(begeleider)
    _, helemaal = gelezen(lambda: client.get(f"/werknemers/{werknemer.pk}/acties/nieuw/"))
    assert "trajects_doel" not in helemaal


def test_a_night_looks_up_whether_somebody_handled_it_before(begeleider: Gebruiker) -> None:
    """For each row that holds, and for each that is mailed; else a first night takes hours in a
    large organisation."""

    def nacht() -> None:
        bepaal_voor(begeleider.organisatie, Signaaluitkomst(VANDAAG))

    eerder = [scan for scan in alle_scans(nacht) if scan.get("Alias") == "eerder"]
    assert len(eerder) == len(SIGNAALREGELS) + 1
    assert not [scan for scan in eerder if "werknemer_id" not in scan.get("Index Cond", "")]


def test_a_write_about_somebody_reads_nobody_else(begeleider: Gebruiker) -> None:
    werknemer = begeleider.werknemers.order_by("pk")[0]
    van_organisatie = re.compile(r"\borganisatie_id = '?\d+")
    lezingen = [
        scan
        for scan in alle_scans(lambda: werk_signalen_bij(werknemer.organisatie_id, [werknemer.pk]))
        if scan["Relation Name"] in _GROOT
    ]
    assert len(lezingen) > 50
    assert not [scan for scan in lezingen if van_organisatie.search(scan.get("Index Cond", ""))]
    heel = [scan for scan in lezingen if scan["Node Type"] == "Seq Scan"]
    assert not [(scan["Relation Name"], scan.get("Filter")) for scan in heel]


def test_the_check_on_plans_can_fail(begeleider: Gebruiker) -> None:
    zonder = Gebruiker.objects.filter(werknemers__voornaam__endswith="a")
    assert gelezen(lambda: list(zonder)) == (set(), {"werknemers_werknemer"})
