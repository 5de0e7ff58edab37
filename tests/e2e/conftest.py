"""A browser, a server and an organisation for the journeys.

`SCHERMEN=folder` keeps a picture of every page that is visited.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from celery.contrib.testing.worker import start_worker
from django.conf import settings
from django.db import connections
from kombu import pools
from playwright.sync_api import BrowserContext, Playwright, expect, sync_playwright
from pytest_django import DjangoDbBlocker

from doorstroom.celery import app
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek, Scherm
from tests.e2e.ploeg import Ploeg, maak_ploeg

# Playwright's event loop runs in the thread of the tests, which makes Django suspect async code;
# the loop only talks to the browser, and never touches the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

ARGUMENTEN = [
    "--lang=nl-BE",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
GEDULD = 20_000  # ms; a busy machine is no fault of a page
expect.set_options(timeout=GEDULD)


def op_schermen(*schermen: Scherm) -> pytest.MarkDecorator:
    """The journey is made on each of these screens; without this, on a phone.

    Both, when the way itself differs: another menu, other buttons. Each page is looked at in both
    widths whatever the screen is.
    """
    return pytest.mark.parametrize(
        "scherm", schermen, ids=[scherm.naam for scherm in schermen], indirect=True
    )


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The browser of the system; nothing is downloaded."""
    programma = shutil.which("chromium")
    if programma is None:
        pytest.fail("There is no Chromium. Install it: sudo apt-get install chromium")
    return {"executable_path": programma, "headless": True, "args": ARGUMENTEN}


@pytest.fixture(scope="session")
def playwright(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Playwright]:
    """Playwright, with the tests' own database connection inside its event loop.

    Django keeps connections apart per event loop; the second one would not know what the
    migrations put in the test database.
    """
    with django_db_blocker.unblock():
        verbinding = connections["default"]
    with sync_playwright() as draaiend:
        connections["default"] = verbinding
        yield draaiend


@pytest.fixture(scope="session")
def base_url() -> None:
    """The live server gives the address; the plugin's own fixture warns under this pytest."""


@pytest.fixture
def scherm(request: pytest.FixtureRequest) -> Scherm:
    return getattr(request, "param", TELEFOON)


@pytest.fixture
def javascript() -> bool:
    """Whether the browser runs scripts; a module can say no."""
    return True


@pytest.fixture
def maak_bezoek(
    javascript: bool, live_server: Any, new_context: Callable[..., BrowserContext]
) -> Callable[[Scherm], Bezoek]:
    """Somebody else in front of another browser."""

    def maak(scherm: Scherm) -> Bezoek:
        context = new_context(
            base_url=live_server.url,
            viewport=scherm.maat,
            has_touch=scherm is TELEFOON,
            locale="nl-BE",
            timezone_id="Europe/Brussels",
            java_script_enabled=javascript,
        )
        context.set_default_timeout(GEDULD)
        return Bezoek(context.new_page(), scherm, met_javascript=javascript)

    return maak


@pytest.fixture
def bezoek(
    request: pytest.FixtureRequest, scherm: Scherm, maak_bezoek: Callable[[Scherm], Bezoek]
) -> Iterator[Bezoek]:
    """Somebody in front of a browser; afterwards every page they saw must have been looked at."""
    bezoeker = maak_bezoek(scherm)
    yield bezoeker
    bezoeker.sluit_af(tot_het_einde=not getattr(request.node, "mislukt", False))


@pytest.fixture
def tweede_bezoek(maak_bezoek: Callable[[Scherm], Bezoek]) -> Iterator[Bezoek]:
    """Somebody at a desk, beside who has the phone; they pass pages that the other looked at."""
    bezoeker = maak_bezoek(LAPTOP)
    yield bezoeker
    bezoeker.sluit_af(tot_het_einde=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[Any]:
    """Let the fixture know that a journey stopped half-way."""
    verslag = yield
    if verslag.when == "call" and verslag.failed:
        item.mislukt = True  # type: ignore[attr-defined]
    return verslag


@pytest.fixture
def worker(live_server: Any) -> Iterator[None]:
    """A Celery worker beside the server, on the same test database."""
    # Beside the caches that other tests empty, and apart from a test run in another process.
    eigen = {
        "broker_url": urlsplit(settings.REDIS_URL)._replace(path="/15").geturl(),
        "broker_transport_options": app.conf.broker_transport_options
        | {"global_keyprefix": f"reis-{os.getpid()}-"},
    }
    gewoon = {naam: app.conf[naam] for naam in eigen}
    _hang_aan(eigen)
    with start_worker(app, pool="solo", perform_ping_check=False, loglevel="ERROR"):
        yield
    _hang_aan(gewoon)


def _hang_aan(broker: dict[str, Any]) -> None:
    """Also who rang before in this process rings there from now on."""
    app.conf.update(broker)
    pools.reset()
    app._pool = app.amqp._producer_pool = None  # what was reset is made again


@pytest.fixture
def ploeg(organisatie: Any, begeleider: Any, andere_organisatie: Any) -> Ploeg:
    return maak_ploeg(organisatie, begeleider, andere_organisatie)
