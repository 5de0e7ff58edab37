"""Children never outlive the program that started them, and it never outlives one of them."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from hulp.melding import Weigering
from hulp.processen import (
    Kind,
    stop_alle,
    voer_op_voorgrond_uit,
    voer_stil_uit,
    wacht_tot,
)
from tests.hulp.toneel import draai, eerste_regel, leeft, omgeving_met, start, zijn_weg

# A program as make demo is one: it starts a child per argument and looks until one stops.
OPZICHTER: Final = """
import os, sys
from pathlib import Path
from hulp.demo import zie_toe
from hulp.melding import meld, toon
from hulp.opdrachten import OPDRACHTEN, voer_uit
from hulp.paden import logbestand
from hulp.processen import Kind, stop_alle

def proef(opdrachten):
    kinderen = []
    try:
        for nummer, opdracht in enumerate(opdrachten):
            log = logbestand(f"kind-{nummer}")
            argv = ["sh", "-c", opdracht]
            kinderen.append(Kind(f"kind-{nummer}", argv, log=log, omgeving=os.environ))
        toon(" ".join(str(kind.pid) for kind in kinderen))
        zie_toe(kinderen, lambda: True)
    finally:
        stop_alle(kinderen, geduld=1)
        meld("opgeruimd")

OPDRACHTEN["proef"] = proef
sys.exit(voer_uit("proef", sys.argv[1:]))
"""
SLAAPT: Final = "exec sleep 300"
DOOF: Final = "trap '' TERM; echo klaar; while :; do sleep 0.1; done"


@contextmanager
def opzichter(var: Path, *opdrachten: str) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    proces = start(OPZICHTER, *opdrachten, omgeving=omgeving_met(var))
    try:
        yield proces, [int(pid) for pid in eerste_regel(proces).split()]
    finally:
        proces.kill()
        proces.communicate()


def test_a_child_that_dies_takes_the_others_along(tmp_path: Path) -> None:
    with opzichter(tmp_path, SLAAPT, SLAAPT, "sleep 0.3") as (proces, pids):
        _, fouten = proces.communicate(timeout=20)
        assert proces.returncode == 1
        log = tmp_path / "log/kind-2.log"
        assert (
            f"Het proces kind-2 is onverwacht gestopt en daarom stopt de demo: kijk in {log}."
            in (fouten)
        )
        assert zijn_weg(*pids)


def test_a_parent_that_dies_without_a_farewell_leaves_nothing_behind(tmp_path: Path) -> None:
    with opzichter(tmp_path, SLAAPT, SLAAPT) as (proces, pids):
        assert all(leeft(pid) for pid in pids)
        proces.kill()
        assert zijn_weg(*pids)


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_cleans_up(tmp_path: Path, signaal: signal.Signals) -> None:
    with opzichter(tmp_path, SLAAPT, SLAAPT) as (proces, pids):
        proces.send_signal(signaal)
        _, fouten = proces.communicate(timeout=20)
        assert proces.returncode == 128 + signaal
        assert fouten.splitlines() == ["opgeruimd"]
        assert zijn_weg(*pids)


def test_impatience_does_not_interrupt_the_cleaning_up(tmp_path: Path) -> None:
    with opzichter(tmp_path, DOOF, SLAAPT) as (proces, pids):
        log = tmp_path / "log/kind-0.log"
        assert wacht_tot(lambda: "klaar" in log.read_text(), 10)
        for _ in range(4):  # the deaf one takes a second
            proces.send_signal(signal.SIGINT)
            time.sleep(0.1)
        _, fouten = proces.communicate(timeout=20)
        assert fouten.splitlines() == ["opgeruimd"]
        assert zijn_weg(*pids)


def test_a_closed_terminal_cleans_up(tmp_path: Path) -> None:
    """Of a terminal that closes only the first process hears, and that is the shell or make."""
    terminal, onze_kant = pty.openpty()
    proces = subprocess.Popen(
        [sys.executable, "-c", OPZICHTER, SLAAPT],
        env=omgeving_met(tmp_path),
        stdin=onze_kant,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    kind = int(eerste_regel(proces))
    os.close(onze_kant)
    os.close(terminal)
    _, fouten = proces.communicate(timeout=20)
    assert proces.returncode == 128 + signal.SIGHUP
    assert fouten.splitlines() == ["opgeruimd"]
    assert zijn_weg(kind)


def test_who_does_not_listen_goes_with_the_whole_group(tmp_path: Path) -> None:
    log = tmp_path / "doof.log"
    kind = Kind("doof", ["sh", "-c", f"sleep 300 & echo $!; {DOOF}"], log=log, omgeving=os.environ)
    assert wacht_tot(lambda: "klaar" in log.read_text(), 10)
    kleinkind = int(log.read_text().split()[0])
    stop_alle([kind], geduld=0.2)
    assert kind.is_gestopt()
    assert zijn_weg(kind.pid, kleinkind)


def test_a_step_that_fails_names_its_log(tmp_path: Path) -> None:
    log = tmp_path / "stap.log"
    voer_stil_uit("Dit", ["sh", "-c", "echo gelukt"], log=log, omgeving=os.environ)
    with pytest.raises(Weigering, match=f"Dat lukte niet: kijk in {log}."):
        voer_stil_uit("Dat", ["sh", "-c", "echo stuk; exit 4"], log=log, omgeving=os.environ)
    assert log.read_text() == "gelukt\nstuk\n"


@pytest.mark.parametrize(
    ("opdracht", "code"), [("exit 0", 0), ("exit 3", 3), ("kill -9 $$", 137), ("kill $$", 143)]
)
def test_the_code_of_the_foreground_is_that_of_a_shell(opdracht: str, code: int) -> None:
    ervoor = signal.getsignal(signal.SIGTERM)
    assert voer_op_voorgrond_uit(["sh", "-c", opdracht], omgeving=os.environ) == code
    assert signal.getsignal(signal.SIGTERM) is ervoor


VOORGROND: Final = """
import os, sys
from hulp.processen import neem_wezen_aan, ruim_wezen_op, voer_op_voorgrond_uit
neem_wezen_aan()
tellen = []
code = voer_op_voorgrond_uit(
    ["sh", "-c", sys.argv[1]], omgeving=os.environ, tussendoor=lambda: tellen.append(1)
)
ruim_wezen_op()
sys.exit(code if tellen else "never called in between")
"""


def test_a_signal_goes_on_to_the_foreground(tmp_path: Path) -> None:
    opdracht = "trap 'exit 9' TERM; echo klaar; while :; do sleep 0.1; done"
    proces = start(VOORGROND, opdracht, omgeving=omgeving_met(tmp_path))
    assert eerste_regel(proces) == "klaar"
    proces.terminate()
    proces.communicate(timeout=20)
    assert proces.returncode == 9


def test_a_foreground_leaves_no_orphan_behind(tmp_path: Path) -> None:
    """As a reloader does that is killed: its server would keep the port."""
    opdracht = "sleep 300 >/dev/null 2>&1 & echo $!; sleep 0.5"
    uitkomst = draai(VOORGROND, opdracht, omgeving=omgeving_met(tmp_path))
    assert uitkomst.returncode == 0, uitkomst.stderr
    assert zijn_weg(int(uitkomst.stdout))
