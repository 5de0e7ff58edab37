"""The virtual environment follows its lock: made once, mended when broken, renewed when changed."""

import subprocess
import sys
import sysconfig
from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from hulp.paden import vingerafdruk
from tests.hulp.toneel import PROJECT, draai, omgeving_met

ZORG: Final = """
import sys
from hulp.melding import Weigering
from hulp.paden import maak_var
from hulp.virtueel import zorg_voor_pakketten
maak_var()
try:
    zorg_voor_pakketten(ontwikkeling="ontwikkeling" in sys.argv)
except Weigering as weigering:
    sys.exit(str(weigering))
"""
MAAKT: Final = "De virtuele omgeving aanmaken…"


def installeert(lock: str) -> str:
    return f"De Python-pakketten van {lock} installeren…"


class Kopie:
    """A copy of the project with locks of its own; `zorg` gives what was done."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        copytree(PROJECT / "bin", map_ / "bin")
        self.lock = map_ / "requirements.txt"
        self.lock.write_text("# nothing yet\n")
        (map_ / "requirements-dev.txt").write_text("# nothing either\n")

    def zorg(self, *argumenten: str) -> list[str]:
        omgeving = omgeving_met(self.map / "var", self.map)
        uitkomst = draai(ZORG, *argumenten, omgeving=omgeving)
        return uitkomst.stderr.splitlines()


@pytest.fixture
def kopie(tmp_path: Path) -> Kopie:
    return Kopie(tmp_path / "project")


@pytest.fixture
def kopie_met_venv(kopie: Kopie) -> Kopie:
    """With an environment that borrows the pip of ours, which saves some seconds."""
    map_ = kopie.map / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", map_], check=True)
    (pakketten,) = map_.glob("lib/python3*/site-packages")
    (pakketten / "leent.pth").write_text(sysconfig.get_path("purelib"))
    return kopie


def test_what_is_done_is_not_done_again(kopie_met_venv: Kopie) -> None:
    zorg = kopie_met_venv.zorg
    assert zorg() == [installeert("requirements.txt")]
    assert zorg() == []
    assert zorg("ontwikkeling") == [installeert("requirements-dev.txt")]
    kopie_met_venv.lock.write_text("# something else\n")
    assert zorg("ontwikkeling") == [installeert("requirements.txt")]


def test_what_failed_does_not_count_as_done(kopie_met_venv: Kopie) -> None:
    kopie_met_venv.lock.write_text("dit is geen pakket\n")
    log = kopie_met_venv.map / "var/log/opzet.log"
    mislukt = f"De Python-pakketten van requirements.txt installeren lukte niet: kijk in {log}."
    for _ in range(2):
        assert kopie_met_venv.zorg() == [installeert("requirements.txt"), mislukt]
    assert "dit is geen pakket" in log.read_text()


def test_a_python_that_is_gone_takes_its_packages_along(kopie: Kopie) -> None:
    python = kopie.map / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to("/nergens/python3")
    stempel = kopie.map / ".venv/requirements.txt.stempel"
    stempel.write_text(vingerafdruk(kopie.lock.read_bytes()))
    assert kopie.zorg() == [MAAKT, installeert("requirements.txt")]
    assert python.exists()
