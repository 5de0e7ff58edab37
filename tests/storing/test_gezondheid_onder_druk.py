"""The health check answers within two seconds and a little, whatever hangs, and says what does."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, active_count
from time import monotonic, sleep

import pytest
from django.db import connection, transaction
from django.test import Client
from pytest_django import Settings

from gebruikers.models import Gebruiker
from gedeeld.gezondheid import peiling
from gedeeld.gezondheid.peiling import Gezondheidspeiling, Peiler
from hulp.redisserver import wegwerpredis
from tests.gedeeld.test_gezondheid import DELEN, _elders, alles_loopt, lees
from tests.sloten import op_slot
from tests.stil import stille_poort
from tests.storing.melding import niet_in_orde
from tests.storing.test_deurbel import maak_vol

__all__ = ["alles_loopt"]  # a fixture

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("alles_loopt")]
# Two seconds, and a little for a busy machine.
GEDULD = 2.5


def slecht_op_tijd() -> set[str]:
    begin = monotonic()
    status, inhoud = lees(Client())
    assert monotonic() - begin < GEDULD
    slecht = {naam for naam in DELEN if not inhoud[naam]}
    assert status == (503 if slecht else 200)
    return slecht


@pytest.mark.parametrize(
    ("tabel", "verwacht"),
    [
        ("gedeeld_uitgaandemail", {"mail", "opgegeven_mail"}),
        ("gedeeld_taakrun", {"laatste_nacht"}),
        ("gedeeld_hartslag", {"minuuttaken", "schrijven"}),
        ("werknemers_importopdracht", {"imports"}),
    ],
)
def test_a_table_that_somebody_locked(tabel: str, verwacht: set[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tabel} IN ACCESS EXCLUSIVE MODE")
        assert slecht_op_tijd() == verwacht
    assert slecht_op_tijd() == set()


def test_the_status_page_says_so_too(
    als: Callable[[Gebruiker], Client], coordinator: Gebruiker
) -> None:
    """It comes all the same, as long as what it lists itself can be read."""
    client = als(coordinator)
    with op_slot("werknemers_importopdracht"):
        begin = monotonic()
        assert niet_in_orde(client) == {"imports"}
        assert "Dit antwoordt niet op tijd." in client.get("/beheer/taken/").content.decode()
        assert monotonic() - begin < 3 * GEDULD
    assert niet_in_orde(client) == set()


@pytest.mark.parametrize("keuze", ["default_transaction_read_only = on", "temp_file_limit = 0"])
def test_a_server_that_only_reads_or_has_no_room(keuze: str) -> None:
    """On a full disk a row often still fits beside the others; a new file never does."""
    naam = connection.ops.quote_name(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER DATABASE {naam} SET {keuze}")
        try:
            assert slecht_op_tijd() == {"schrijven"}
        finally:
            cursor.execute(f"ALTER DATABASE {naam} RESET {keuze.partition(' ')[0]}")


def test_a_database_that_is_silent() -> None:
    """As one that was stopped (SIGSTOP): it takes connections and says nothing."""
    with stille_poort() as poort, _elders({"HOST": "127.0.0.1", "PORT": str(poort)}):
        draden = active_count()
        for _ in range(3):
            assert slecht_op_tijd() == set(DELEN) - {"broker"}
        assert active_count() <= draden + 1


def test_a_broker_that_is_silent(settings: Settings) -> None:
    with stille_poort() as poort:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{poort}/0"
        assert slecht_op_tijd() == {"broker"}


def test_a_broker_that_is_full(settings: Settings, tmp_path: Path) -> None:
    with wegwerpredis(tmp_path) as url:
        settings.CELERY_BROKER_URL = url
        assert slecht_op_tijd() == set()
        maak_vol(url)
        assert slecht_op_tijd() == {"broker"}


# --- what hangs for good ---------------------------------------------------------------------


@pytest.fixture
def hangt() -> Iterator[Event]:
    """Until the event is set the database says its first word and no other."""
    verder = Event()

    def vraag(uitslag: Gezondheidspeiling) -> None:
        uitslag.delen["database"] = True
        verder.wait(60)

    with pytest.MonkeyPatch.context() as aanpassing:
        aanpassing.setattr(peiling, "PEILERS", [Peiler(vraag)])
        yield verder
    verder.set()


def test_what_hangs_keeps_one_thread_and_what_it_said_before_no_longer_counts(
    hangt: Event,
) -> None:
    draden = active_count()
    assert peiling.peil().delen["database"] is True
    assert peiling.peil().delen["database"] is False
    assert active_count() == draden + 1
    hangt.set()
    sleep(0.1)
    assert peiling.peil().delen["database"] is True
