"""make dev: worker and scheduler follow the code."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from tests.hulp.toneel import PROJECT, eerste_regel, leeft, omgeving_met, start, zijn_weg

# Looks whenever a line comes in, and says which processes there are.
KIJKER: Final = """
import json, os, sys
from hulp.ontwikkeling import Taken
from hulp.paden import maak_var
maak_var()
taken = Taken(dict(os.environ))
try:
    for _ in sys.stdin:
        taken.kijk()
        print(json.dumps([kind.pid for kind in taken._kinderen]), flush=True)
finally:
    taken.stop()
"""
CELERY: Final = """#!/bin/sh
grep -q kapot "$(dirname "$0")/../../app/code.py" && exit 1
exec sleep 300
"""


class Kopie:
    """A copy of the project with one app, whose Celery stops at once when the code is broken."""

    def __init__(self, map_: Path) -> None:
        copytree(PROJECT / "bin", map_ / "bin")
        self.code = map_ / "app/code.py"
        for pad, inhoud in (
            (map_ / "app/__init__.py", ""),
            (self.code, "goed = 1\n"),
            (map_ / "tests/__init__.py", ""),
            (map_ / ".venv/bin/celery", CELERY),
        ):
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(inhoud)
            pad.chmod(0o755)
        self.map = map_
        self.proces = start(KIJKER, omgeving=omgeving_met(map_ / "var", map_))

    def kijk(self) -> list[int]:
        assert self.proces.stdin
        self.proces.stdin.write("\n")
        self.proces.stdin.flush()
        pids: list[int] = json.loads(eerste_regel(self.proces))
        return pids


@pytest.fixture
def kopie(tmp_path: Path) -> Iterator[Kopie]:
    kopie = Kopie(tmp_path / "project")
    yield kopie
    kopie.proces.kill()
    kopie.proces.communicate()


def test_they_stay_until_the_code_changes(kopie: Kopie) -> None:
    eerste = kopie.kijk()
    assert len(eerste) == 3
    (kopie.map / "tests/test_iets.py").write_text("een = 1\n")
    assert kopie.kijk() == eerste
    kopie.code.write_text("goed = 2\n")
    tweede = kopie.kijk()
    assert not set(eerste) & set(tweede)
    assert zijn_weg(*eerste)
    (kopie.map / "app/nieuw.py").write_text("ook = 1\n")
    assert kopie.kijk() != tweede
    kopie.proces.communicate("", timeout=20)
    assert kopie.proces.returncode == 0


def test_who_dies_of_the_code_is_named_once_and_comes_back(kopie: Kopie) -> None:
    kopie.code.write_text("kapot\n")
    gestopt = kopie.kijk()
    assert zijn_weg(*gestopt)
    for _ in range(3):
        assert kopie.kijk() == gestopt
    kopie.code.write_text("goed = 3\n")
    terug = kopie.kijk()
    assert all(leeft(pid) for pid in terug)
    _, fouten = kopie.proces.communicate("", timeout=20)
    assert zijn_weg(*terug)
    assert fouten.splitlines() == [
        f"Het proces {naam} is gestopt: kijk in {kopie.map}/var/log/{naam}.log. "
        "Het start opnieuw na je volgende wijziging."
        for naam in ("worker", "worker-pdf", "beat")
    ]
