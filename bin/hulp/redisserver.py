"""A throw-away redis-server for the tests, on a free port of this machine alone."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hulp.melding import Weigering
from hulp.processen import Kind, stop_alle, wacht_tot

POGINGEN = 3
STARTTIJD = 10  # seconds


@contextmanager
def wegwerpredis(map_: Path) -> Iterator[str]:
    """Gives the REDIS_URL; nothing is kept on disk."""
    for _ in range(POGINGEN):
        poort = _vrije_poort()
        server = _start(map_, poort)
        try:
            if _antwoordt_op_tijd(server, poort):
                yield f"redis://127.0.0.1:{poort}/0"
                return
        finally:
            stop_alle([server])
    raise Weigering(f"De redis-server start niet: kijk in {map_ / 'redis.log'}.")


def _start(map_: Path, poort: int) -> Kind:
    keuzes = ["--bind", "127.0.0.1", "--port", str(poort), "--dir", str(map_)]
    geheugen = ["--save", "", "--appendonly", "no"]
    argv = ["redis-server", *keuzes, *geheugen]
    return Kind("redis", argv, log=map_ / "redis.log", omgeving=os.environ)


def _antwoordt_op_tijd(server: Kind, poort: int) -> bool:
    """Somebody else's server may have taken the port meanwhile: then ours has stopped."""
    wacht_tot(lambda: server.is_gestopt() or _antwoordt(poort), STARTTIJD)
    return not server.is_gestopt()


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


def _antwoordt(poort: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", poort), timeout=1) as verbinding:
            verbinding.sendall(b"PING\r\n")
            return verbinding.recv(7) == b"+PONG\r\n"
    except OSError:
        return False
