"""Programs that stand on `bin/hulp`, apart from the process of the tests so that they can die."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from hulp.processen import wacht_tot

PROJECT: Final = Path(__file__).resolve().parents[2]
GEDULD: Final = 15  # seconds, for a busy machine


def omgeving_met(var: Path, project: Path = PROJECT, **anders: str) -> dict[str, str]:
    """What a bare terminal has, `bin/` on the path, and a folder of its own to leave things in."""
    kaal = {naam: os.environ[naam] for naam in ("PATH", "HOME", "LANG") if naam in os.environ}
    return kaal | {"DOORSTROOM_VAR": str(var), "PYTHONPATH": str(project / "bin")} | anders


def start(code: str, *argumenten: str, omgeving: dict[str, str]) -> subprocess.Popen[str]:
    """A Python program whose output can be read while it runs."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *argumenten],
        env=omgeving,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def draai(
    code: str, *argumenten: str, omgeving: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *argumenten],
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def eerste_regel(proces: subprocess.Popen[str]) -> str:
    """Waits for it."""
    assert proces.stdout
    return proces.stdout.readline().strip()


def leeft(pid: int) -> bool:
    """A zombie is dead; only its parent has not heard yet."""
    try:
        staat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return staat != "Z"


def zijn_weg(*pids: int) -> bool:
    return wacht_tot(lambda: not any(leeft(pid) for pid in pids), GEDULD)
