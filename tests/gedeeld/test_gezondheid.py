"""What the monitoring hears: yes or no, quickly, and nothing that helps an attacker."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from gedeeld import gezondheid
from gedeeld.models import Taakrun
from gedeeld.tijd import nu


def lees(client: Client) -> tuple[int, dict[str, Any]]:
    antwoord = client.get("/gezondheid/")
    return antwoord.status_code, antwoord.json()


def nacht(uren_geleden: float) -> Taakrun:
    """A nightly run that succeeded so long ago."""
    run = Taakrun.objects.create(
        taak="bepaal_signalen",
        status=Taakrun.Status.GESLAAGD,
        einde=nu() - timedelta(hours=uren_geleden),
    )
    Taakrun.objects.filter(pk=run.pk).update(begin=run.einde)
    return run


@contextmanager
def stille_poort() -> Iterator[int]:
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        yield luisteraar.getsockname()[1]


@pytest.mark.django_db
def test_all_in_order(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    run = nacht(5)
    with django_assert_num_queries(2):
        status, inhoud = lees(client)
    assert status == 200
    assert run.einde
    assert inhoud.pop("laatste_nacht_op")[:19] == run.einde.isoformat()[:19]
    assert inhoud == {"in_orde": True, "database": True, "broker": True, "laatste_nacht": True}


@pytest.mark.django_db
@pytest.mark.parametrize(("uren", "status"), [(25.9, 200), (26.1, 503)])
def test_a_missed_night(client: Client, uren: float, status: int) -> None:
    nacht(uren)
    antwoord = lees(client)
    assert antwoord[0] == status
    assert antwoord[1]["laatste_nacht"] is (status == 200)


@pytest.mark.django_db
@pytest.mark.parametrize(("uren", "status"), [(25, 200), (27, 503)])
def test_a_new_installation_gets_a_day(client: Client, uren: int, status: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_migrations SET applied = %s", [nu() - timedelta(hours=uren)])
    antwoord = lees(client)
    assert antwoord[0] == status
    assert antwoord[1]["laatste_nacht_op"] is None


@pytest.mark.django_db
def test_a_failed_or_another_task_does_not_count(client: Client) -> None:
    nacht(30)
    Taakrun.objects.create(taak="bepaal_signalen", status=Taakrun.Status.MISLUKT, einde=nu())
    Taakrun.objects.create(taak="iets_anders", status=Taakrun.Status.GESLAAGD, einde=nu())
    assert lees(client)[0] == 503


@pytest.mark.django_db
def test_a_broker_that_is_gone(client: Client, settings: Settings) -> None:
    nacht(5)
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        poort = luisteraar.getsockname()[1]
    settings.CELERY_BROKER_URL = f"redis://gebruiker:geheim@127.0.0.1:{poort}/0"
    status, inhoud = lees(client)
    assert status == 503
    assert inhoud["broker"] is False
    assert inhoud["database"] is True
    assert "geheim" not in str(inhoud)


def test_a_broker_that_is_silent_does_not_hold_it_up(settings: Settings) -> None:
    with stille_poort() as poort:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{poort}/0"
        begin = monotonic()
        assert gezondheid.broker_antwoordt() is False
        assert monotonic() - begin < 3


@pytest.mark.parametrize(("maak", "antwoordt"), [(True, True), (False, False)])
def test_the_broker_on_disk(
    settings: Settings, tmp_path: Path, maak: bool, antwoordt: bool
) -> None:
    wachtrij = tmp_path / "wachtrij"
    if maak:
        wachtrij.mkdir()
    settings.CELERY_BROKER_URL = "filesystem://"
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"data_folder_in": wachtrij}
    assert gezondheid.broker_antwoordt() is antwoordt


@pytest.mark.django_db
def test_a_database_that_is_gone(client: Client) -> None:
    with connection.execute_wrapper(_weg):
        status, inhoud = lees(client)
    assert status == 503
    assert inhoud == {
        "in_orde": False,
        "database": False,
        "broker": True,
        "laatste_nacht": False,
        "laatste_nacht_op": None,
    }


def _weg(*_: Any) -> None:
    raise OperationalError("connection to server at 10.0.0.7 failed: password for user doorstroom")


@pytest.mark.django_db
def test_without_logging_in_without_cookie_and_never_stored(client: Client) -> None:
    antwoord = client.get("/gezondheid/")
    assert "Set-Cookie" not in antwoord.headers
    assert antwoord["Cache-Control"] == "no-store, private"
    assert client.post("/gezondheid/").status_code == 405


@pytest.mark.django_db
def test_not_redirected_to_https(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    nacht(5)
    assert Client().get("/gezondheid/").status_code == 200
    assert Client().get("/account/login/").status_code == 301
