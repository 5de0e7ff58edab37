"""A broker that is away, silent or full takes nothing from who is at work: the page answers soon,
what was sent stands, and a minute job finds it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
import time_machine
from django.test import Client
from kombu import pools
from pytest_django import Settings
from redis import Redis

from doorstroom.celery import app
from gebruikers.models import Gebruiker
from gedeeld.tijd import nu
from hulp.redisserver import wegwerpredis
from tests.stil import stille_poort
from tests.storing.melding import niet_in_orde
from tests.werknemers.invoer.test_opdracht import nagekeken, start
from tests.werknemers.invoer.test_schermen import IMPORT, blad
from werknemers.domein.invoer.hernemen import te_hernemen
from werknemers.models import Importopdracht

pytestmark = pytest.mark.django_db(transaction=True)
Als = Callable[[Gebruiker], Client]
# Seconds that somebody waits at most.
GEDULD = 3


@contextmanager
def weg(_: Path) -> Iterator[str]:
    with stille_poort() as poort:
        pass
    yield f"redis://127.0.0.1:{poort}/0"


@contextmanager
def stil(_: Path) -> Iterator[str]:
    with stille_poort() as poort:
        yield f"redis://127.0.0.1:{poort}/0"


@contextmanager
def vol(map_: Path) -> Iterator[str]:
    with wegwerpredis(map_) as url:
        maak_vol(url)
        yield url


def maak_vol(url: str) -> None:
    """As production is set: what does not fit is refused."""
    with Redis.from_url(url) as klant:
        klant.config_set("maxmemory-policy", "noeviction")
        klant.set("ballast", b"x" * 2_000_000)
        klant.config_set("maxmemory", "1mb")


@pytest.fixture(params=[weg, stil, vol])
def _zieke_broker(
    request: pytest.FixtureRequest, tmp_path: Path, settings: Settings
) -> Iterator[None]:
    vroeger = app.conf.broker_url
    with request.param(tmp_path) as url:
        _hang_aan(url)
        settings.CELERY_BROKER_URL = url
        yield
        _hang_aan(vroeger)


def _hang_aan(url: str) -> None:
    app.conf.broker_url = url
    pools.reset()
    app._pool = app.amqp._producer_pool = None  # what was reset is made again


@pytest.mark.usefixtures("_zieke_broker")
def test_a_file_that_is_sent_stands(
    als: Als, hr: Gebruiker, coordinator: Gebruiker, caplog: pytest.LogCaptureFixture
) -> None:
    client = als(hr)
    begin = monotonic()
    antwoord = client.post(IMPORT, {"bestand": blad()})
    assert monotonic() - begin < GEDULD
    assert "'soort': 'OperationalError', 'event': 'bel_ongehoord'" in caplog.text
    assert "broker" in niet_in_orde(als(coordinator))
    opdracht = Importopdracht.objects.get()
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{IMPORT}{opdracht.pk}/")
    with time_machine.travel(nu() + timedelta(minutes=2)):
        assert te_hernemen() == [opdracht]


@pytest.mark.usefixtures("_zieke_broker")
def test_so_does_each_later_step(als: Als, hr: Gebruiker) -> None:
    client = als(hr)
    opdracht = nagekeken(hr)
    begin = monotonic()
    client.post(f"{IMPORT}{opdracht.pk}/bevestig/", {"gezien": opdracht.vingerafdruk})
    assert client.post(f"{IMPORT}{opdracht.pk}/opnieuw/").status_code == 302
    assert monotonic() - begin < 2 * GEDULD
    opdracht.refresh_from_db()
    assert opdracht.status == Importopdracht.Status.BEVESTIGD
    with time_machine.travel(nu() + timedelta(minutes=2)):
        assert te_hernemen() == [opdracht]


def test_who_rings_again_for_a_file_that_is_read_changes_nothing(als: Als, hr: Gebruiker) -> None:
    opdracht = start(hr)
    assert als(hr).post(f"{IMPORT}{opdracht.pk}/opnieuw/").status_code == 302
    opdracht.refresh_from_db()
    assert (opdracht.status, opdracht.pogingen) == (Importopdracht.Status.WACHT, 0)
