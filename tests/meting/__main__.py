"""`make bench`: prints one table; 1 when a limit is not kept."""

import gc
import os
import signal
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from tests.meting.rij import Banken, Rij

KLEIN, GROOT = "meting_klein", "meting_groot"


def _zeg(tekst: str) -> None:
    sys.stdout.write(f"{tekst}\n")
    sys.stdout.flush()


def _meld(tekst: str) -> None:
    sys.stderr.write(f"{tekst}\n")
    sys.stderr.flush()


def _lees(argumenten: list[str]) -> Namespace:
    lezer = ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    lezer.add_argument("rijen", nargs="*", metavar="RIJ", help="alleen deze rijen")
    lezer.add_argument("--klein", action="store_true", help="alleen in de kleine databank")
    lezer.add_argument(
        "--kort", action="store_true", help="minder beurten; de ploeg werkt 1 minuut, niet 5"
    )
    lezer.add_argument("--lijst", action="store_true", help="toon welke rijen er zijn")
    return lezer.parse_args(argumenten)


def main(argumenten: list[str]) -> int:
    keuze = _lees(argumenten)
    # The rows stand on models, which are there only now.
    from tests.meting import rijen

    if keuze.lijst:
        _zeg("\n".join(f"{rij.naam:<14}{rij.wat}" for rij in rijen.RIJEN))
        return 0
    gekozen, onbekend = rijen.kies(keuze.rijen)
    if onbekend:
        _meld(f"Deze rijen zijn er niet: {', '.join(onbekend)}. Bekijk ze met ARGS=--lijst.")
        return 2
    return _meet(gekozen, keuze)


def _meet(gekozen: "Sequence[Rij]", keuze: Namespace) -> int:
    from tests.meting.tabel import KOP, regel_tekst, slot

    banken = _banken(keuze, nodig=any(rij.leest_bank for rij in gekozen))
    regels = []
    _zeg(KOP)
    for rij in gekozen:
        for regel in rij.meet(banken):
            regels.append(regel)
            _zeg(regel_tekst(regel))
            for zin in regel.uitleg:
                _zeg(f"    {zin}")
    _zeg(slot(regels))
    return 0 if all(regel.gehaald for regel in regels) else 1


def _banken(keuze: Namespace, *, nodig: bool) -> "Banken":
    from tests.meting import vulling
    from tests.meting.bank import Bank
    from tests.meting.rij import Banken

    url = os.environ["DATABASE_URL"]
    klein, groot = Bank(KLEIN, url), Bank(KLEIN if keuze.klein else GROOT, url)
    if not nodig:
        return Banken(klein, groot)
    stand = vulling.zorg_voor(klein, vulling.KLEIN, _meld)
    if not keuze.klein:
        stand = vulling.zorg_voor(groot, vulling.GROOT, _meld)
    return Banken(klein, groot, keuze.kort, stand.migreren, stand.vullen)


def _stop(signaal: int, _: FrameType | None) -> None:
    """What was begun is ended and what was copied goes, also when somebody stops us."""
    sys.exit(128 + signaal)


if __name__ == "__main__":
    django.setup()
    # As in a worker: what stays until the end is not looked through in the middle of a turn.
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)
    sys.exit(main(sys.argv[1:]))
