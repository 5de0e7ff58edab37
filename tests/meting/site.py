"""The site on a database of the bench, and people who use it at once."""

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from gebruikers.models import Gebruiker
from hulp.paden import logbestand
from tests.meting.bank import Bank
from tests.website import Bezoeker, webserver

WORKERS: Final = 2


@contextmanager
def draaiende_site(bank: Bank, threads: int = 4) -> Iterator[int]:
    """Its port."""
    omgeving = os.environ | {"DATABASE_URL": bank.eigen_url, "DOORSTROOM_WEB": "1"}
    keuzes = (f"--workers={WORKERS}", f"--threads={threads}", "--preload")
    with webserver(logbestand("meting-web"), omgeving, *keuzes) as (poort, _):
        yield poort


def bezoeker(poort: int, gebruiker: Gebruiker) -> Bezoeker:
    """Logged in, as the proxy before the site passes it on."""
    wie = Bezoeker(poort, https=True)
    wie.meld_aan(gebruiker)
    return wie


def tegelijk(werken: Sequence[Callable[[], None]]) -> float:
    """Each in a thread of its own; seconds until the last one is done. What one raises, is."""
    fouten: list[Exception] = []

    def doe(werk: Callable[[], None]) -> None:
        try:
            werk()
        except Exception as fout:  # noqa: BLE001 - whatever it is, who measures must know
            fouten.append(fout)

    draden = [threading.Thread(target=doe, args=(werk,)) for werk in werken]
    begin = time.perf_counter()
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    if fouten:
        raise fouten[0]
    return time.perf_counter() - begin
