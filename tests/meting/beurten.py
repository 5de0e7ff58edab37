"""Turn and turn about, so that a busy machine hinders both alike."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from doorstroom.vuilnis import zoek_zelden
from tests.meting.rij import MS

Werk = Callable[[], Any]
Klok = Callable[[], float]


@contextmanager
def als_op_het_web() -> Iterator[None]:
    """This process collects garbage as one of the web: what it holds by now is not of the work
    that is measured."""
    vorige = gc.get_threshold()
    zoek_zelden()
    try:
        yield
    finally:
        gc.set_threshold(*vorige)


def duur(werk: Werk, klok: Klok = time.perf_counter) -> float:
    """Milliseconds."""
    begin = klok()
    werk()
    return (klok() - begin) * MS


def om_beurten(
    gemeten: Werk, kaal: Werk, beurten: int, klok: Klok = time.perf_counter
) -> tuple[list[float], list[float]]:
    """The times of both, by turn; each turn begins with the other one."""
    tijden: tuple[list[float], list[float]] = ([], [])
    paar = ((tijden[0], gemeten), (tijden[1], kaal))
    for beurt in range(beurten):
        for lijst, werk in paar if beurt % 2 else reversed(paar):
            lijst.append(duur(werk, klok))
    return tijden
