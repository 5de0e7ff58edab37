"""Locks between processes."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from hulp.processen import wacht_tot
from hulp.sloten import Slot, gehouden
from tests.hulp.toneel import eerste_regel, omgeving_met, start

HOUDER: Final = """
import sys, time
from pathlib import Path
from hulp.sloten import gehouden
with gehouden(Path(sys.argv[1]), gedeeld=sys.argv[2] == "gedeeld"):
    print("gehouden", flush=True)
    time.sleep(300)
"""


@contextmanager
def houder(bestand: Path, soort: str) -> Iterator[subprocess.Popen[str]]:
    proces = start(HOUDER, str(bestand), soort, omgeving=omgeving_met(bestand.parent))
    try:
        assert eerste_regel(proces) == "gehouden"
        yield proces
    finally:
        proces.kill()
        proces.communicate()


@pytest.mark.parametrize(
    ("hij", "wij_gedeeld", "lukt"),
    [
        ("alleen", False, False),
        ("alleen", True, False),
        ("gedeeld", False, False),
        ("gedeeld", True, True),
    ],
)
def test_exclusive_excludes_and_shared_shares(
    tmp_path: Path, hij: str, wij_gedeeld: bool, lukt: bool
) -> None:
    bestand = tmp_path / "slot"
    with houder(bestand, hij):
        slot = Slot(bestand)
        assert slot.probeer(gedeeld=wij_gedeeld) is lukt
        slot.sluit()


def test_who_dies_without_a_farewell_holds_nothing(tmp_path: Path) -> None:
    bestand = tmp_path / "slot"
    slot = Slot(bestand)
    with houder(bestand, "alleen") as proces:
        assert not slot.probeer()
        proces.kill()
        assert wacht_tot(slot.probeer, 10)
    slot.sluit()


def test_afterwards_it_is_free_even_after_an_error(tmp_path: Path) -> None:
    bestand = tmp_path / "slot"
    with pytest.raises(ZeroDivisionError), gehouden(bestand):
        1 / 0  # noqa: B018
    slot = Slot(bestand)
    assert slot.probeer()
    slot.sluit()


def test_a_lock_is_ours_alone(tmp_path: Path) -> None:
    with gehouden(tmp_path / "slot"):
        assert (tmp_path / "slot").stat().st_mode & 0o777 == 0o600
