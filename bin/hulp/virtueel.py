"""The virtual environment in .venv, made from the locks with hashes."""

import os
import subprocess
import sys

from hulp.melding import meld
from hulp.paden import PROJECT, VAR, logbestand, vingerafdruk
from hulp.processen import voer_stil_uit
from hulp.sloten import gehouden

VENV = PROJECT / ".venv"
PYTHON = VENV / "bin/python"
LOCK = "requirements.txt"
ONTWIKKELLOCK = "requirements-dev.txt"
PROEF = "import sys, pip; sys.exit(sys.version_info < (3, 11))"


def zorg_voor_pakketten(*, ontwikkeling: bool = False) -> None:
    """Installs the locked packages, again only when a lock has changed."""
    with gehouden(VAR / "opzet.slot"):
        if not _venv_werkt():
            maken = [sys.executable, "-m", "venv", "--clear", str(VENV)]
            _stap("De virtuele omgeving aanmaken", maken)
        for lock in [LOCK, ONTWIKKELLOCK] if ontwikkeling else [LOCK]:
            _installeer(lock)


def _venv_werkt() -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", PROEF], check=False, capture_output=True).returncode == 0


def _installeer(lock: str) -> None:
    stempel = VENV / f"{lock}.stempel"
    afdruk = vingerafdruk((PROJECT / lock).read_bytes())
    if stempel.exists() and stempel.read_text() == afdruk:
        return
    keuzes = ["--require-hashes", "--no-input", "--disable-pip-version-check"]
    opdracht = [str(PYTHON), "-m", "pip", "install", *keuzes, "--progress-bar=off", "-r", lock]
    _stap(f"De Python-pakketten van {lock} installeren", opdracht)
    stempel.write_text(afdruk)


def _stap(naam: str, opdracht: list[str]) -> None:
    meld(f"{naam}…")
    voer_stil_uit(naam, opdracht, log=logbestand("opzet"), omgeving=os.environ)
