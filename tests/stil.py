"""A server that takes connections and says nothing, as one behind a broken network does."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stille_server() -> Iterator[socket.socket]:
    """Who wants to know that somebody is connected asks it to accept."""
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        luisteraar.settimeout(30)
        yield luisteraar


@contextmanager
def stille_poort() -> Iterator[int]:
    with stille_server() as luisteraar:
        yield luisteraar.getsockname()[1]
