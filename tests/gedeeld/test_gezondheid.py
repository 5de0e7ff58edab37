"""What the monitoring hears: which part is not well, quickly, and nothing that helps an attacker.

The check asks on a connection of its own, so that these tests commit what they make.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.db import connection
from django.test import Client
from pytest_django import Settings

from gedeeld.gezondheid import broker, gezondheidsdelen
from gedeeld.models import Hartslag, Taakrun, UitgaandeMail
from gedeeld.taken.hartslagen import geduld, klop
from gedeeld.taken.nachtwacht import nachttaken
from gedeeld.tijd import nu
from tests.fabrieken import ImportopdrachtFactory, MailFactory
from tests.sloten import op_slot
from tests.stil import stille_poort

pytestmark = pytest.mark.django_db(transaction=True)

DELEN = [
    "database",
    "schrijven",
    "broker",
    "sloten",
    "laatste_nacht",
    "minuuttaken",
    "mail",
    "uitvoer",
    "opgegeven_mail",
    "imports",
]


def lees(client: Client) -> tuple[int, dict[str, Any]]:
    antwoord = client.get("/gezondheid/")
    return antwoord.status_code, antwoord.json()


def slecht(client: Client) -> set[str]:
    """The parts that are not well; none of them when the answer is 200."""
    status, inhoud = lees(client)
    delen = {naam for naam in DELEN if inhoud[naam] is not True}
    assert (status == 200, inhoud["in_orde"]) == (not delen, not delen)
    return delen


def nacht(uren_geleden: float, taak: str = "bepaal_signalen") -> Taakrun:
    """A nightly run that succeeded so long ago."""
    run = Taakrun.objects.create(
        taak=taak,
        status=Taakrun.Status.GESLAAGD,
        einde=nu() - timedelta(hours=uren_geleden),
    )
    Taakrun.objects.filter(pk=run.pk).update(begin=run.einde)
    return run


def geinstalleerd(uren_geleden: float) -> None:
    with connection.cursor() as cursor:
        moment = nu() - timedelta(hours=uren_geleden)
        cursor.execute("UPDATE django_migrations SET applied = %s", [moment])


@pytest.fixture
def alles_loopt() -> None:
    """As on a good day, long after the installation."""
    geinstalleerd(1000)
    for taak in nachttaken():
        nacht(5, taak.naam)
    for regel in instellingen.CELERY_BEAT_SCHEDULE.values():
        klop(regel["task"])


@pytest.mark.usefixtures("alles_loopt")
def test_all_in_order(client: Client) -> None:
    status, inhoud = lees(client)
    assert status == 200
    assert inhoud.pop("laatste_nacht_op")[:16] == (nu() - timedelta(hours=5)).isoformat()[:16]
    assert inhoud == {"in_orde": True} | dict.fromkeys(DELEN, True)


@pytest.mark.usefixtures("alles_loopt")
def test_the_measurement_leaves_nothing(client: Client) -> None:
    slagen = set(Hartslag.objects.values_list("taak", flat=True))
    lees(client)
    assert set(Hartslag.objects.values_list("taak", flat=True)) == slagen


@pytest.mark.usefixtures("alles_loopt")
@pytest.mark.parametrize(("uren", "gemist"), [(25.9, set()), (26.1, {"laatste_nacht"})])
@pytest.mark.parametrize("taak", ["bepaal_signalen", "bewaar_kerncijfers", "ruim_imports_op"])
def test_a_missed_night(client: Client, uren: float, gemist: set[str], taak: str) -> None:
    Taakrun.objects.filter(taak=taak).delete()
    nacht(uren, taak)
    assert slecht(client) == gemist


@pytest.mark.parametrize(
    ("uren", "gemist"), [(25, {"minuuttaken"}), (27, {"minuuttaken", "laatste_nacht"})]
)
def test_a_new_installation_gets_a_day(client: Client, uren: int, gemist: set[str]) -> None:
    geinstalleerd(uren)
    assert slecht(client) == gemist
    assert lees(client)[1]["laatste_nacht_op"] is None


@pytest.mark.parametrize(("minuten", "gemist"), [(4, set()), (6, {"minuuttaken"})])
def test_a_new_installation_gets_minutes(client: Client, minuten: int, gemist: set[str]) -> None:
    geinstalleerd(minuten / 60)
    assert slecht(client) == gemist


@pytest.mark.usefixtures("alles_loopt")
def test_a_failed_or_another_task_does_not_count(client: Client) -> None:
    Taakrun.objects.all().delete()
    nacht(30)
    Taakrun.objects.create(taak="bepaal_signalen", status=Taakrun.Status.MISLUKT, einde=nu())
    Taakrun.objects.create(taak="iets_anders", status=Taakrun.Status.GESLAAGD, einde=nu())
    assert slecht(client) == {"laatste_nacht"}


@pytest.mark.usefixtures("alles_loopt")
@pytest.mark.parametrize(("seconden", "gemist"), [(-60, set()), (60, {"minuuttaken"})])
@pytest.mark.parametrize("taak", [r["task"] for r in instellingen.CELERY_BEAT_SCHEDULE.values()])
def test_a_minute_job_that_is_silent(
    client: Client, taak: str, seconden: int, gemist: set[str]
) -> None:
    gelukt_op = nu() - geduld(taak) - timedelta(seconds=seconden)
    Hartslag.objects.filter(taak=taak).update(gelukt_op=gelukt_op)
    assert slecht(client) == gemist


def test_who_may_be_at_a_long_job_is_waited_for() -> None:
    minuten = {
        taak.rpartition(".")[2]: geduld(taak) // timedelta(minutes=1)
        for taak in (r["task"] for r in instellingen.CELERY_BEAT_SCHEDULE.values())
    }
    assert minuten == {
        "verstuur_post": 5,
        "klop_uitvoer": 5,
        "hervat_uitvoer": 5,
        "hervat_imports": 5,
        "bewaak_nacht": 5,
        "klop_imports": 15,
        "klop_nacht": 20,
    }


@pytest.mark.usefixtures("alles_loopt")
@pytest.mark.parametrize("modus", ["ACCESS EXCLUSIVE", "EXCLUSIVE"])
def test_somebody_who_holds_a_table(
    client: Client, monkeypatch: pytest.MonkeyPatch, modus: str
) -> None:
    with op_slot("trajects_notitie", modus):
        assert slecht(client) == set()
        monkeypatch.setattr(gezondheidsdelen, "SLOT_NA_S", 0)
        assert slecht(client) == {"sloten"}
    assert slecht(client) == set()


@pytest.mark.usefixtures("alles_loopt")
@pytest.mark.parametrize(("minuten", "gemist"), [(59, set()), (61, {"mail"})])
def test_a_mail_that_waits_too_long(client: Client, minuten: int, gemist: set[str]) -> None:
    UitgaandeMail.objects.create(sleutel="x", aan="amina@voorbeeld.be", pogingen=2)
    UitgaandeMail.objects.update(gemaakt_op=nu() - timedelta(minutes=minuten))
    assert slecht(client) == gemist
    assert "amina" not in str(lees(client))


@pytest.mark.usefixtures("alles_loopt")
def test_a_mail_that_was_given_up(client: Client) -> None:
    MailFactory(opgegeven=True)
    assert slecht(client) == {"opgegeven_mail"}


@pytest.mark.usefixtures("alles_loopt")
@pytest.mark.parametrize(("minuten", "gemist"), [(11, set()), (13, {"imports"})])
@pytest.mark.parametrize("status", ["wacht", "bevestigd"])
def test_an_import_that_waits_too_long(
    client: Client, status: str, minuten: int, gemist: set[str]
) -> None:
    ImportopdrachtFactory(status=status, gevraagd_op=nu() - timedelta(minutes=minuten))
    ImportopdrachtFactory(status="klaar", gevraagd_op=nu() - timedelta(days=1))
    assert slecht(client) == gemist


@pytest.mark.usefixtures("alles_loopt")
def test_a_broker_that_is_gone(client: Client, settings: Settings) -> None:
    with stille_poort() as poort:
        pass
    settings.CELERY_BROKER_URL = f"redis://gebruiker:geheim@127.0.0.1:{poort}/0"
    assert slecht(client) == {"broker"}
    assert "geheim" not in str(lees(client))


@pytest.mark.parametrize(("maak", "antwoordt"), [(True, True), (False, False)])
def test_the_broker_on_disk(
    settings: Settings, tmp_path: Path, maak: bool, antwoordt: bool
) -> None:
    wachtrij = tmp_path / "wachtrij"
    if maak:
        wachtrij.mkdir()
    settings.CELERY_BROKER_URL = "filesystem://"
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"data_folder_in": wachtrij}
    assert broker.antwoordt() is antwoordt


@pytest.mark.usefixtures("alles_loopt")
def test_a_database_that_is_gone(client: Client, settings: Settings) -> None:
    with _elders({"PORT": "1", "HOST": "127.0.0.1"}):
        status, inhoud = lees(client)
    assert (status, inhoud.pop("laatste_nacht_op")) == (503, None)
    assert inhoud == {"in_orde": False} | dict.fromkeys(DELEN, False) | {"broker": True}


@contextmanager
def _elders(plaats: dict[str, str]) -> Iterator[None]:
    """A new connection goes to another server."""
    vroeger = {naam: connection.settings_dict[naam] for naam in plaats}
    connection.settings_dict.update(plaats)
    try:
        yield
    finally:
        connection.settings_dict.update(vroeger)


def test_without_logging_in_without_cookie_and_never_stored(client: Client) -> None:
    antwoord = client.get("/gezondheid/")
    assert "Set-Cookie" not in antwoord.headers
    assert antwoord["Cache-Control"] == "no-store, private"
    assert client.post("/gezondheid/").status_code == 405


@pytest.mark.usefixtures("alles_loopt")
def test_not_redirected_to_https(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/gezondheid/").status_code == 200
    assert Client().get("/account/login/").status_code == 301
