"""What the programs beside ours make of their files: Redis, systemd, a check of health."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer
from redis import Redis

from gedeeld.taken.wachtrijen import LANGSTE, SOORTEN
from hulp.processen import Kind, stop_alle, wacht_tot
from tests.stil import stille_poort
from tests.uitrol.bladzijde import BASIS
from tests.uitrol.onderdelen import DIENSTEN, UITROL, UNITS, WORKERS

# --- Redis -----------------------------------------------------------------------------------


def test_redis_never_throws_a_queue_away(tmp_path: Path) -> None:
    """Redis itself reads the file: it refuses what it does not know."""
    socket = tmp_path / "redis.sock"
    argv = ["redis-server", str(UITROL / "redis.conf"), "--port", "0", "--unixsocket", str(socket)]
    kind = Kind(
        "redis",
        [*argv, "--dir", str(tmp_path)],
        log=tmp_path / "log",
        omgeving={"PATH": "/usr/bin"},
    )
    try:
        assert wacht_tot(socket.exists, 10), (tmp_path / "log").read_text()
        klant = Redis(unix_socket_path=str(socket), decode_responses=True)
        assert klant.config_get("maxmemory*")["maxmemory-policy"] == "noeviction"
        assert klant.config_get("maxmemory")["maxmemory"] == str(256 * 1024**2)
        assert klant.config_get("appendonly")["appendonly"] == "yes"
        klant.close()
    finally:
        stop_alle([kind])


# --- systemd ---------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_reads_every_unit_without_a_remark(unit: Path, tmp_path: Path) -> None:
    # With a program that this machine has, and for one of the queues.
    hier = tmp_path / unit.name.replace("@.", "@post.")
    hier.write_text(re.sub(r"(?m)^(ExecStart=)\S+", r"\1/bin/true", unit.read_text()))
    uitkomst = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(hier)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (uitkomst.returncode, uitkomst.stderr) == (0, "")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_every_unit_restarts_and_is_shielded(unit: Path) -> None:
    regels = dict(
        regel.split("=", 1) for regel in unit.read_text().splitlines() if re.match(r"\w+=", regel)
    )
    verwacht = {
        "User": "doorstroom",
        "Restart": "always",
        "EnvironmentFile": "/etc/doorstroom.env",
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "PrivateTmp": "yes",
        "CapabilityBoundingSet": "",
    }
    assert {naam: regels.get(naam) for naam in verwacht} == verwacht
    assert "TimeoutStopSec" in regels


def test_the_units_are_those_of_the_readme() -> None:
    assert [unit.stem for unit in UNITS] == [
        "doorstroom-beat",
        "doorstroom-web",
        "doorstroom-worker@",
    ]
    bijwerken = (BASIS / "docs/bijwerken.md").read_text()
    assert all(unit.stem in bijwerken for unit in UNITS)


def test_a_task_gets_the_same_time_in_both() -> None:
    worker = (UITROL / "systemd/doorstroom-worker@.service").read_text()
    assert "\nTimeoutStopSec=16min\n" in worker
    assert {DIENSTEN[naam]["stop_grace_period"] for naam in WORKERS} == {"16m"}
    assert LANGSTE < 16 * 60


def test_every_queue_has_a_worker_and_every_page_starts_it() -> None:
    assert list(WORKERS) == [f"worker-{wachtrij}" for wachtrij in SOORTEN]
    for wachtrij in SOORTEN:
        assert f"--queues={wachtrij}" in DIENSTEN[f"worker-{wachtrij}"]["command"]
    alle = " ".join(f"doorstroom-worker@{wachtrij}" for wachtrij in SOORTEN)
    assert f"systemctl start {alle}\n" in (BASIS / "docs/bijwerken.md").read_text()
    unit = (UITROL / "systemd/doorstroom-worker@.service").read_text()
    assert f"systemctl enable --now {alle}\n" in unit
    assert " --queues=%i " in unit


# --- the health of one process ---------------------------------------------------------------


def gezond(poort: int, host: str) -> int:
    opdracht = [sys.executable, str(UITROL / "gezond.py"), str(poort)]
    return subprocess.run(opdracht, env={"ALLOWED_HOSTS": f"{host}, x"}, check=False).returncode


@pytest.mark.django_db(transaction=True)
def test_gezond_asks_with_the_own_name(live_server: LiveServer, settings: Any) -> None:
    poort = int(live_server.url.rpartition(":")[2])
    settings.ALLOWED_HOSTS = ["doorstroom.example.be"]
    assert gezond(poort, "doorstroom.example.be") == 0
    assert gezond(poort, "127.0.0.1") == 1


@pytest.mark.django_db(transaction=True)
def test_a_web_process_without_broker_still_serves(live_server: LiveServer, settings: Any) -> None:
    with stille_poort() as poort:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{poort}/0"
        assert gezond(int(live_server.url.rpartition(":")[2]), "127.0.0.1") == 0


def test_without_web_it_is_not_healthy() -> None:
    assert gezond(1, "localhost") == 1
