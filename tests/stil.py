"""A server that takes connections and says nothing, as one behind a broken network does."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stille_poort() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        yield luisteraar.getsockname()[1]
