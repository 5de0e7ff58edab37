"""Where things are: the project, and the folder with everything that a run leaves behind."""

import hashlib
import os
from pathlib import Path

from hulp.melding import Weigering

PROJECT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("DOORSTROOM_VAR") or PROJECT / "var").absolute()
LOGMAP = VAR / "log"
MAXIMALE_LOGGROOTTE = 5_000_000  # bytes


def maak_var() -> None:
    """Creates var/ and var/log/; refuses when they belong to somebody else."""
    try:
        LOGMAP.mkdir(parents=True, exist_ok=True)
        schrijfbaar = os.access(VAR, os.W_OK) and os.access(LOGMAP, os.W_OK)
    except PermissionError:
        schrijfbaar = False
    if not schrijfbaar:
        raise Weigering(f"Je mag niet schrijven in {VAR}: werk in een eigen kopie van het project.")


def logbestand(naam: str) -> Path:
    """The log of a child process; a log that grew too large makes place for a new one."""
    log = LOGMAP / f"{naam}.log"
    if log.exists():
        if not os.access(log, os.W_OK):
            raise Weigering(f"Je mag niet schrijven in {log}: verwijder dat bestand eerst.")
        if log.stat().st_size > MAXIMALE_LOGGROOTTE:
            log.replace(log.with_suffix(".log.1"))
    return log


def vingerafdruk(*stukken: bytes) -> str:
    """A short stable name for the given contents."""
    som = hashlib.sha256()
    for stuk in stukken:
        som.update(len(stuk).to_bytes(8, "big"))
        som.update(stuk)
    return som.hexdigest()[:16]
