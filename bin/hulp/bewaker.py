"""Keeps a PostgreSQL server running for as long as some program uses it.

Every program that uses the server holds a shared lock. A guard process owns the
server and waits until it can have that lock alone: then nobody uses the server
any more, also when the last user was killed with SIGKILL, and the guard stops it.
When the guard itself is killed, the kernel tells the server to stop.
"""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hulp.melding import Weigering
from hulp.paden import PROJECT
from hulp.plaats import cluster_in
from hulp.postgres import Cluster, servers_omgeving
from hulp.processen import Kind, wacht_tot
from hulp.sloten import Slot, gehouden

STARTTIJD = 120  # seconds; recovery after a crash can take a while
STOPTIJD = 30  # seconds
KIJKSTAP = 0.1  # seconds
WEGWERPOPTIES = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextmanager
def in_gebruik(map_: Path, log: Path, *, wegwerp: bool = False) -> Iterator[Cluster]:
    """A running cluster; it is started when needed and stopped after the last user.

    A throw-away cluster does not survive a power cut, and its folder is removed at the end.
    """
    with gehouden(map_.parent / "plaats.slot"):
        cluster = cluster_in(map_)
    bewaker = None
    try:
        with gehouden(cluster.gebruiksslot, gedeeld=True):
            with gehouden(cluster.startslot):
                if not cluster.draait():
                    cluster.maak()
                    bewaker = _start_bewaker(map_, log, wegwerp=wegwerp)
                    _wacht_op_start(cluster, log)
                cluster.zorg_voor_databank()
            yield cluster
    finally:
        wacht_tot(lambda: _is_afgehandeld(cluster), STOPTIJD)
        if bewaker and not cluster.draait():
            bewaker.wait(STOPTIJD)  # else it stays behind as a zombie where nobody reaps


def bewaak(argumenten: list[str]) -> int:
    """The guard process itself; arguments as `_start_bewaker` gives them."""
    map_, log, soort = Path(argumenten[0]), Path(argumenten[1]), argumenten[2]
    wegwerp = soort == "wegwerp"
    cluster = cluster_in(map_, opties=WEGWERPOPTIES if wegwerp else ())
    cluster.ruim_resten_op()
    server = Kind(
        "postgres",
        cluster.argv(),
        log=log,
        omgeving=servers_omgeving(),
        account=cluster.account,
        stopsignaal=signal.SIGINT,  # "fast": ends sessions, writes a checkpoint
    )
    slot = Slot(cluster.gebruiksslot)
    try:
        while not server.is_gestopt() and not slot.probeer():
            time.sleep(KIJKSTAP)
    finally:
        server.vraag_te_stoppen()
        code = server.ruim_op(STOPTIJD)
        if wegwerp:
            shutil.rmtree(map_.parent, ignore_errors=True)
    return code


def _start_bewaker(map_: Path, log: Path, *, wegwerp: bool) -> subprocess.Popen[bytes]:
    soort = "wegwerp" if wegwerp else "blijvend"
    with log.open("ab") as uitvoer:
        return subprocess.Popen(
            [sys.executable, str(PROJECT / "bin/start.py"), "bewaak", str(map_), str(log), soort],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=uitvoer,
            stderr=uitvoer,
            start_new_session=True,
        )


def _wacht_op_start(cluster: Cluster, log: Path) -> None:
    begonnen = wacht_tot(cluster.draait, 10)
    wacht_tot(lambda: cluster.is_klaar() or not cluster.draait(), STARTTIJD)
    if not (begonnen and cluster.is_klaar()):
        raise Weigering(f"De databank start niet: kijk in {log}.")


def _is_afgehandeld(cluster: Cluster) -> bool:
    """Whether nothing waits for us: server and guard are gone, or others go on using them.

    A lock that can be had in neither way is the guard's, on its way out.
    """
    try:
        # A lock made here would keep alive a folder that is being thrown away.
        slot = Slot(cluster.gebruiksslot, maak=False)
    except FileNotFoundError:
        return True
    try:
        if slot.probeer():
            return not cluster.draait()
        return slot.probeer(gedeeld=True)
    finally:
        slot.sluit()
