"""Locks between processes (flock); the kernel releases them however a process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def gehouden(bestand: Path, *, gedeeld: bool = False) -> Iterator[None]:
    """Holds the lock, and waits for it when somebody else has it."""
    descriptor = _open(bestand)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH if gedeeld else fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


class Slot:
    """A lock to try without waiting; it is held until `sluit()` or the end of the process."""

    def __init__(self, bestand: Path, *, maak: bool = True) -> None:
        """Raises FileNotFoundError when it is not there and we may not make it."""
        self._descriptor = _open(bestand, maak=maak)

    def probeer(self, *, gedeeld: bool = False) -> bool:
        soort = fcntl.LOCK_SH if gedeeld else fcntl.LOCK_EX
        try:
            fcntl.flock(self._descriptor, soort | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def sluit(self) -> None:
        os.close(self._descriptor)


def _open(bestand: Path, *, maak: bool = True) -> int:
    return os.open(bestand, os.O_RDWR | (os.O_CREAT if maak else 0), 0o600)
