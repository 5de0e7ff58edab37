"""What every test stands on: a fixed today, a logged-in client for each role."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import sleep
from urllib.parse import urlsplit

import pytest
import pytest_django
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.template import engines
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import settings as hypothesis_settings

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.gezondheid.peiling import PEILERS
from hulp.processen import wacht_tot
from tests.dagen import VANDAAG, op_de_dag
from tests.fabrieken import GebruikerFactory, OrganisatieFactory, WerknemerFactory
from tests.harnas import GeenStilleLeegte, WaakzameClient, zonder_kader
from tests.schoonmaak import Schoonmaak
from tests.toegang.gedeeld import _werelden, werelden
from werknemers.models import Werknemer

__all__ = ["_werelden", "werelden"]  # fixtures

# How long one example takes says more about the machine than about the code.
hypothesis_settings.register_profile("zonder_klok", deadline=None)
hypothesis_settings.load_profile("zonder_klok")

GEDULD_MET_SESSIES = 30  # seconds
ZELDEN = 20_000  # objects that come before the youngest are looked through; Python's own is 700
HIER = Path(__file__).parent
# No word and no number that a test looks for is spelled with these.
GEEN_WOORD = "qxzQXZ"
# The folder or module, and the mark that its tests get.
LANG = {
    "e2e": "e2e",
    "toegang": "toegang",
    "twee_tegelijk": "toegang",
    "vreemde_waarden": "toegang",
    "demo": "demo",
    "land": "demo",
    "hulp": "proces",
    "storing": "proces",
    "uitrol": "proces",
}


def pytest_configure() -> None:
    """Each worker of xdist has a Redis database of its own for what it keeps, since `cache.clear()`
    empties one. Nobody has the first: there the bells ring, and one that hangs would be gone."""
    werker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    plaats = urlsplit(settings.REDIS_URL)._replace(path=f"/{werker + 1}")
    settings.CACHES["default"]["LOCATION"] = plaats.geturl()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long is marked after where it stands: `-m "not e2e"` leaves journeys out.

    It begins first, in the order that chance gave it, so that no worker ends with it alone.
    """
    for item in items:
        plaats = item.path.relative_to(HIER).parts[0]
        naam = plaats.removeprefix("test_").removesuffix(".py")
        if naam in LANG:
            item.add_marker(LANG[naam])
    items.sort(key=lambda item: not any(map(item.get_closest_marker, set(LANG.values()))))


def pytest_collection_finish() -> None:
    """What was loaded stays until the end: looking through all of it for garbage, again and again,
    takes a part of the processor time of the tests."""
    gc.set_threshold(ZELDEN)
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[Schoonmaak]:
    """Tests with real transactions leave it as the migrations made it.

    It goes when everybody has left: a page that a closed browser asked for may take a moment on a
    busy machine. A session that stays is a leak, and is named.
    """
    with django_db_blocker.unblock():
        schoonmaak = Schoonmaak()
    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(
            TransactionTestCase, "_fixture_teardown", lambda _: schoonmaak.zet_terug()
        )
        yield schoonmaak
    vraag = """SELECT state, query FROM pg_stat_activity WHERE datname = current_database()
        AND backend_type = 'client backend' AND pid <> pg_backend_pid()"""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for _ in range(GEDULD_MET_SESSIES):
            cursor.execute(vraag)
            sessies = cursor.fetchall()
            if not sessies:
                return
            sleep(1)
    pytest.fail(f"Sessions are still open on the test database: {sessies}")


@pytest.fixture(autouse=True)
def _vaste_dag(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test lives on 23 November 2026 at ten, unless `@pytest.mark.vandaag` says otherwise."""
    merk = request.node.get_closest_marker("vandaag")
    dag = date.fromisoformat(merk.args[0]) if merk else VANDAAG
    with op_de_dag(dag):
        yield


@pytest.fixture(autouse=True, scope="session")
def _geen_stille_leegte() -> None:
    """A variable that a template of ours does not know is an error, not an empty string."""
    engines["django"].engine.string_if_invalid = GeenStilleLeegte()


@pytest.fixture(autouse=True, scope="session")
def _tel_zonder_kader() -> Iterator[None]:
    """A literal number of queries says what a page asks, not that it stands in a transaction."""
    alle = CaptureQueriesContext.captured_queries
    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(
            CaptureQueriesContext,
            "captured_queries",
            property(lambda vragen: zonder_kader(alle.fget(vragen))),  # type: ignore[attr-defined]
        )
        yield


@pytest.fixture
def client() -> Client:
    return WaakzameClient()


@pytest.fixture(autouse=True, scope="session")
def _sleutels_zonder_woorden() -> Iterator[None]:
    """A page without "EHBO" must not fail the once that its random key happens to spell it."""
    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr("django.middleware.csrf.CSRF_ALLOWED_CHARS", GEEN_WOORD)
        yield


@pytest.fixture(autouse=True)
def _niemand_peilt_nog() -> Iterator[None]:
    """A question about health that hangs in one test would be the answer of the next."""
    yield
    assert wacht_tot(lambda: not any(peiler.bezig for peiler in PEILERS), GEDULD_MET_SESSIES)


@pytest.fixture(autouse=True)
def _lege_cache() -> Iterator[None]:
    """Login limits of one test must not reach the next."""
    yield
    cache.clear()


@pytest.fixture
def organisatie(db: None) -> Organisatie:
    return OrganisatieFactory(code="de-lepel", naam="De Lepel")


@pytest.fixture
def andere_organisatie(db: None) -> Organisatie:
    return OrganisatieFactory(code="elders", naam="Elders")


@pytest.fixture
def begeleider(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, voornaam="An", naam="Peeters")


@pytest.fixture
def amina(request: pytest.FixtureRequest, begeleider: Gebruiker) -> Werknemer:
    """Amina Benali, whom An counsels, as far as that goes without contract or support.

    `@pytest.mark.amina(in_dienst=True)` gives her what her factory can give.
    """
    merk = request.node.get_closest_marker("amina")
    meer = {"familienaam": "Benali"} | (merk.kwargs if merk else {})
    return WerknemerFactory(organisatie=begeleider.organisatie, begeleider=begeleider, **meer)


@pytest.fixture
def coordinator(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, rol=Rol.COORDINATOR, voornaam="Sofie")


@pytest.fixture
def hr(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, rol=Rol.HR, voornaam="Hilde")


@pytest.fixture
def beheerder(organisatie: Organisatie) -> Gebruiker:
    return GebruikerFactory(organisatie=organisatie, rol=Rol.BEHEERDER, voornaam="Bram")


@pytest.fixture
def als() -> Callable[[Gebruiker], Client]:
    """A client that is logged in as this user."""

    def log_in(gebruiker: Gebruiker) -> Client:
        client = WaakzameClient()
        client.force_login(gebruiker)
        return client

    return log_in
