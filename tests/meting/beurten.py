"""Turn and turn about, so that a busy machine hinders both alike."""

import gc
import time
from collections.abc import Callable
from typing import Any

from doorstroom.vuilnis import zoek_zelden
from tests.meting.rij import MS

Werk = Callable[[], Any]
Klok = Callable[[], float]


def als_een_server() -> None:
    """This process collects garbage as one that serves: what it holds by now is not of the work
    that is measured next."""
    gc.collect()
    zoek_zelden()


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
