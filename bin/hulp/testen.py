"""make test: all tests, on real services that are thrown away afterwards.

With SNEL=1 those that take long stay out: journeys, the sweep over all addresses, the demo, and
programs that are started for real.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hulp.bewaker import in_gebruik
from hulp.omgeving import Omgeving, test_omgeving
from hulp.plaats import tijdelijke_map
from hulp.processen import voer_op_voorgrond_uit
from hulp.redisserver import wegwerpredis
from hulp.virtueel import VENV, zorg_voor_pakketten

PROCESSEN = 2
ZONDER_WAT_LANG_DUURT = ["-m", "not e2e and not toegang and not demo and not proces"]


def test(argumenten: list[str]) -> int:
    """Arguments go to pytest; the exit code is pytest's."""
    zorg_voor_pakketten(ontwikkeling=True)
    keuze = ZONDER_WAT_LANG_DUURT if os.environ.get("SNEL") else []
    pytest = [str(VENV / "bin/pytest"), "-n", str(PROCESSEN), *keuze, *argumenten]
    with wegwerpdiensten(redis=True) as omgeving:
        return voer_op_voorgrond_uit(pytest, omgeving=omgeving)


@contextmanager
def wegwerpdiensten(*, redis: bool) -> Iterator[Omgeving]:
    """The environment of the tests, with own services for what is not set."""
    omgeving = test_omgeving()
    with ExitStack() as afspraken:
        map_ = afspraken.enter_context(_wegwerpmap())
        omgeving["DOORSTROOM_VAR"] = str(map_ / "var")
        if "DATABASE_URL" not in omgeving:
            log = map_ / "postgres.log"
            gebruik = in_gebruik(map_ / "postgres", log, wegwerp=True)
            omgeving["DATABASE_URL"] = afspraken.enter_context(gebruik).url
        if redis and "REDIS_URL" not in omgeving:
            omgeving["REDIS_URL"] = afspraken.enter_context(wegwerpredis(map_))
        yield omgeving


@contextmanager
def _wegwerpmap() -> Iterator[Path]:
    map_ = tijdelijke_map()
    try:
        yield map_
    finally:
        shutil.rmtree(map_, ignore_errors=True)
