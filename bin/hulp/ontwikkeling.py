"""make dev: Django's own server, which starts again at every change, with worker and scheduler.

It serves the data of the demo, in the foreground: a breakpoint stops at the terminal.
"""

from collections.abc import Iterator
from contextlib import ExitStack, suppress

from hulp.demo import EINDE, WELKOM, bereid_voor, laad_gegevens, plek, poort_van, start_taken
from hulp.melding import meld, toon
from hulp.omgeving import Omgeving, django, ontwikkel_omgeving
from hulp.paden import PROJECT
from hulp.processen import (
    Kind,
    Onderbroken,
    neem_wezen_aan,
    ruim_wezen_op,
    stop_alle,
    voer_op_voorgrond_uit,
    waak_over_terminal,
)
from hulp.virtueel import zorg_voor_pakketten

Stand = dict[str, int]


def dev(argumenten: list[str]) -> int:
    """Serves until Ctrl-C; arguments go to `runserver`."""
    neem_wezen_aan()
    try:
        with plek("dev") as luisteraar, ExitStack() as afspraken:
            zorg_voor_pakketten(ontwikkeling=True)
            omgeving = ontwikkel_omgeving()
            bereid_voor(afspraken, luisteraar, omgeving)
            logins = laad_gegevens(omgeving)
            toon(WELKOM.format(f"{omgeving['BASIS_URL']}/\n{logins}"))
            # WhiteNoise serves the static files, as everywhere; the reloader serves the rest.
            server = ["runserver", "--nostatic", *argumenten, str(poort_van(luisteraar))]
            _bedien(django(*server), omgeving)
    except Onderbroken:
        pass  # before there was anything to serve, or with its terminal
    meld(EINDE)
    return 0


def _bedien(server: list[str], omgeving: Omgeving) -> None:
    taken = Taken(omgeving)
    try:
        voer_op_voorgrond_uit(server, omgeving=omgeving, tussendoor=taken.kijk)
    finally:
        ruim_wezen_op()
        taken.stop()


class Taken:
    """Worker and scheduler: started again when code changed, since Celery keeps what it loaded."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._omgeving = omgeving
        self._stand: Stand = {}
        self._kinderen: list[Kind] = []
        self._gemeld: set[Kind] = set()
        self._eis_terminal = waak_over_terminal()

    def kijk(self) -> None:
        """After a change both start again; who stopped by itself waits for one, and is named."""
        self._eis_terminal()
        stand = dict(_stand())
        if stand != self._stand:
            self._stand = stand
            self.stop()
            self._kinderen = start_taken(self._omgeving)
        for kind in self._kinderen:
            if kind.is_gestopt() and kind not in self._gemeld:
                self._gemeld.add(kind)
                meld(
                    f"Het proces {kind.naam} is gestopt: kijk in {kind.log}. "
                    "Het start opnieuw na je volgende wijziging."
                )

    def stop(self) -> None:
        stop_alle(self._kinderen)
        self._kinderen = []


def _stand() -> Iterator[tuple[str, int]]:
    """When each module of the application was last changed."""
    for pakket in PROJECT.glob("*/__init__.py"):
        if pakket.parent.name != "tests":
            for bestand in pakket.parent.rglob("*.py"):
                with suppress(FileNotFoundError):  # an editor may be replacing it
                    yield str(bestand), bestand.stat().st_mtime_ns
