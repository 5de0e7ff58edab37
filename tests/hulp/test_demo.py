"""Before anything is started: the port, and that nobody else serves this copy."""

import socket
from pathlib import Path
from typing import Final

import pytest

from tests.hulp.toneel import draai, eerste_regel, omgeving_met, start

PLEK: Final = """
import sys, time
from hulp.demo import plek, poort_van
from hulp.melding import Weigering, toon
from hulp.paden import maak_var
maak_var()
try:
    with plek("demo") as luisteraar:
        toon(poort_van(luisteraar))
        time.sleep(float(sys.argv[1]))
except Weigering as weigering:
    sys.exit(str(weigering))
"""


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


@pytest.mark.parametrize("poort", ["0", "65536", "achtduizend", "80 80", "-1"])
def test_what_is_no_port_is_refused(tmp_path: Path, poort: str) -> None:
    uitkomst = draai(PLEK, "0", omgeving=omgeving_met(tmp_path, PORT=poort))
    assert uitkomst.stderr.strip() == (
        f"PORT={poort} is geen poort: kies een getal van 1 tot 65535."
    )


def test_a_port_in_use_says_to_choose_another(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ander:
        poort = ander.getsockname()[1]
        uitkomst = draai(PLEK, "0", omgeving=omgeving_met(tmp_path, PORT=str(poort)))
    assert uitkomst.returncode == 1
    assert f"Poort {poort} is al in gebruik: kies een andere" in uitkomst.stderr


def test_a_second_one_in_the_same_directory_is_refused(tmp_path: Path) -> None:
    poort = vrije_poort()
    eerste = start(PLEK, "300", omgeving=omgeving_met(tmp_path, PORT=str(poort)))
    try:
        assert eerste_regel(eerste) == str(poort)
        uitkomst = draai(PLEK, "0", omgeving=omgeving_met(tmp_path, PORT=str(vrije_poort())))
        assert f"De demo van deze map draait al op http://127.0.0.1:{poort}/" in uitkomst.stderr
    finally:
        eerste.kill()
        eerste.communicate()
    uitkomst = draai(PLEK, "0", omgeving=omgeving_met(tmp_path, PORT=str(vrije_poort())))
    assert uitkomst.returncode == 0, uitkomst.stderr
