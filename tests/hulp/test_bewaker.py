"""The cluster runs for as long as somebody uses it, and not a moment longer."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Final

import pytest

from hulp.bewaker import in_gebruik
from hulp.melding import Weigering
from hulp.plaats import cluster_in, tijdelijke_map
from hulp.postgres import Cluster
from hulp.processen import wacht_tot
from tests.hulp.toneel import GEDULD, eerste_regel, omgeving_met, start, zijn_weg

GEBRUIKER: Final = """
import sys, time
from pathlib import Path
from hulp.bewaker import in_gebruik
with in_gebruik(Path(sys.argv[1]), Path(sys.argv[2])) as cluster:
    print(cluster.hoofdproces(), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def map_() -> Iterator[Path]:
    """A folder that the account of the database can enter, also when root runs the tests."""
    boven = tijdelijke_map()
    yield boven / "postgres"
    rmtree(boven, ignore_errors=True)


@contextmanager
def gebruiker(map_: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Another program that uses the cluster, and the process id of the server."""
    argumenten = (str(map_), str(map_.parent / "postgres.log"))
    proces = start(GEBRUIKER, *argumenten, omgeving=omgeving_met(map_.parent))
    try:
        yield proces, int(eerste_regel(proces))
    finally:
        proces.kill()
        proces.communicate()


def ouder(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def stopt(cluster: Cluster, *pids: int) -> bool:
    return wacht_tot(lambda: not cluster.draait(), GEDULD) and zijn_weg(*pids)


def test_it_stays_for_the_last_user_and_keeps_what_was_there(map_: Path) -> None:
    with gebruiker(map_) as (_, server):
        bewaker = ouder(server)
        with in_gebruik(map_, map_.parent / "postgres.log") as cluster:
            assert cluster.hoofdproces() == server
            cluster.psql("CREATE TABLE bewaard AS SELECT 42 AS getal")
    # The other was killed without a farewell, just now, and nobody is left.
    assert stopt(cluster, server, bewaker)
    with in_gebruik(map_, map_.parent / "postgres.log") as cluster:
        assert cluster.hoofdproces() != server
        assert cluster.psql("SELECT getal FROM bewaard") == "42"
        assert sorteer(cluster, "Zoë", "Élise", "an", "Bram") == ["an", "Bram", "Élise", "Zoë"]
    assert not cluster.draait()


def sorteer(cluster: Cluster, *namen: str) -> list[str]:
    """As the database does."""
    vraag = "SELECT naam FROM unnest('{NAMEN}'::text[]) naam ORDER BY naam"
    return cluster.psql(vraag.replace("NAMEN", ",".join(namen))).split()


def test_who_was_the_first_does_not_matter(map_: Path) -> None:
    """The guard is a child of the first user; it goes on when that one leaves or is killed."""
    with gebruiker(map_) as (eerste, server), gebruiker(map_) as (tweede, zelfde):
        assert zelfde == server
        eerste.kill()
        eerste.wait()
        cluster = cluster_in(map_)
        assert cluster.psql("SELECT 1") == "1"
        tweede.communicate("")
        assert tweede.returncode == 0
        assert stopt(cluster, server)


def test_a_killed_guard_leaves_no_server_behind_and_a_wreck_starts_again(map_: Path) -> None:
    log = map_.parent / "postgres.log"
    with gebruiker(map_) as (_, server):
        cluster = cluster_in(map_)
        cluster.psql("CREATE TABLE bewaard AS SELECT 42 AS getal")
        os.kill(ouder(server), signal.SIGKILL)
        assert stopt(cluster, server)
    with gebruiker(map_) as (_, server):
        os.kill(server, signal.SIGKILL)
        assert stopt(cluster, server)
    assert (cluster.data / "postmaster.pid").exists()
    with in_gebruik(map_, log) as cluster:
        assert cluster.psql("SELECT getal FROM bewaard") == "42"


def test_of_a_disposable_cluster_nothing_remains(map_: Path) -> None:
    with in_gebruik(map_, map_.parent / "postgres.log", wegwerp=True) as cluster:
        server = cluster.hoofdproces()
        assert server
        assert cluster.socketmap.stat().st_mode & 0o777 == 0o700
        assert cluster.data.stat().st_uid != 0
    assert zijn_weg(server)
    assert not map_.parent.exists()


def test_a_pid_of_another_process_is_no_server(map_: Path) -> None:
    cluster = Cluster(map_, cluster_in(map_).account)
    cluster.data.mkdir()
    (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n" * 7 + "ready\n")
    assert cluster.hoofdproces() is None
    assert not cluster.is_klaar()


def test_a_cluster_of_another_version_names_what_is_needed(map_: Path) -> None:
    cluster = Cluster(map_, cluster_in(map_).account)
    cluster.data.mkdir()
    (cluster.data / "PG_VERSION").write_text("9\n")
    with pytest.raises(Weigering, match="installeer postgresql-9"):
        cluster.argv()
