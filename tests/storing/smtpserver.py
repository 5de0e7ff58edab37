"""A small mail server on 127.0.0.1 that does what a mail server does on a bad day."""

import re
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

_MESSAGE_ID: Final = re.compile(rb"^Message-ID: (<[^>]+>)", re.MULTILINE | re.IGNORECASE)


class Gedrag(StrEnum):
    """How the server answers."""

    GEWOON = "as it should"
    STIL = "not at all after it took the connection"
    STIL_NA_DATA = "not any more once it has a mail"


class Moment(StrEnum):
    """Where in the talk about one mail something can happen."""

    ERVOOR = "before the mail is sent"
    GEKREGEN = "it is here, and the sender does not know"
    BEVESTIGD = "the sender was just told"


class Smtpserver(socketserver.ThreadingTCPServer):
    """Keeps the Message-ID of each mail that it has taken, in order.

    `bij` is called at each moment with the number of the mail, from 1.
    """

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, poort: int = 0) -> None:
        super().__init__(("127.0.0.1", poort), _Gesprek)
        self.gedrag = Gedrag.GEWOON
        self.weigert = "weigert@"
        self.gekregen: list[str] = []
        self.gesprekken = 0
        self.bij: Callable[[Moment, int], None] = lambda moment, nummer: None
        self.einde = threading.Event()

    @property
    def poort(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A sender that was killed, or does not wait any longer, is what this is for."""


class _Gesprek(socketserver.StreamRequestHandler):
    server: Smtpserver

    def handle(self) -> None:
        self.server.gesprekken += 1
        if self.server.gedrag == Gedrag.STIL:
            self.server.einde.wait()
            return
        self._zeg("220 klaar")
        while regel := self.rfile.readline():
            woord = regel[:4].upper().strip()
            if woord == b"DATA":
                self._neem_aan()
            elif woord == b"RCPT" and self.server.weigert.encode() in regel:
                self._zeg("550 onbekend")
            elif woord == b"QUIT":
                self._zeg("221 dag")
                return
            else:
                self._zeg("250 goed")

    def _neem_aan(self) -> None:
        server, nummer = self.server, len(self.server.gekregen) + 1
        server.bij(Moment.ERVOOR, nummer)
        self._zeg("354 vertel")
        tekst = b""
        while (regel := self.rfile.readline()) != b".\r\n":
            if not regel:
                return
            tekst += regel
        gevonden = _MESSAGE_ID.search(tekst)
        server.gekregen.append(gevonden[1].decode() if gevonden else "")
        server.bij(Moment.GEKREGEN, nummer)
        if server.gedrag == Gedrag.STIL_NA_DATA:
            server.einde.wait()
            return
        self._zeg("250 goed")
        server.bij(Moment.BEVESTIGD, nummer)

    def _zeg(self, wat: str) -> None:
        self.wfile.write(f"{wat}\r\n".encode())


@contextmanager
def smtpserver(poort: int = 0) -> Iterator[Smtpserver]:
    """Afterwards its port is closed: the server is away."""
    server = Smtpserver(poort)
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    draad.start()
    try:
        yield server
    finally:
        server.einde.set()
        server.shutdown()
        server.server_close()
        draad.join()
