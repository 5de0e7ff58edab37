"""What the programs say to the person who runs them, in Dutch."""

import sys
from contextlib import suppress
from typing import TextIO


class Weigering(Exception):
    """The program cannot go on; the text is one sentence that says what to do."""


def meld(zin: str) -> None:
    """On stderr, because stdout belongs to what a program is asked for."""
    _schrijf(sys.stderr, zin)


def toon(tekst: str) -> None:
    """On stdout: what the program is for."""
    _schrijf(sys.stdout, tekst)


def _schrijf(stroom: TextIO, tekst: str) -> None:
    # A terminal that was closed must not keep us from cleaning up.
    with suppress(OSError):
        stroom.write(f"{tekst}\n")
        stroom.flush()
