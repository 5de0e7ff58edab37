"""Fills the databases that are measured in, again only when what they are made from changed."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db import connection

from gedeeld.tijd import vandaag
from hulp.databank import peil_van_schema
from hulp.paden import PROJECT, vingerafdruk
from tests.meting.bank import Bank, beheer, in_bank, verwijder

KLEIN: Final = ("--organisaties", "3", "--groot", "330")
GROOT: Final = ("--organisaties", "300", "--groot", "5000")
_GENERATOR: Final = ("demo/land/**/*", "demo/management/commands/vul_bank.py")


@dataclass(frozen=True, slots=True)
class Stand:
    """What is noted in a database: from what it was made, and how long it took (seconds).

    `migreren` is 0 as long as no migration met what is in it.
    """

    land: str
    schema: str
    vullen: float
    migreren: float

    def __str__(self) -> str:
        return f"{self.land} {self.schema} {self.vullen:.1f} {self.migreren:.1f}"

    @classmethod
    def uit(cls, tekst: str) -> "Stand | None":
        delen = tekst.split()
        if len(delen) != 4:
            return None
        return cls(delen[0], delen[1], float(delen[2]), float(delen[3]))


def zorg_voor(bank: Bank, keuzes: tuple[str, ...], meld: Callable[[str], None]) -> Stand:
    """The database as this version of the project makes it.

    When only the migrations changed, they are run on what is there, which is what an operator
    waits for; when the generated country changed, or another month began, all is made anew.
    """
    gevraagd = Stand(afdruk_van_land(keuzes), peil_van_schema(), 0, 0)
    er_is = lees_stand(bank)
    if er_is is not None and er_is.land == gevraagd.land:
        if er_is.schema == gevraagd.schema:
            return er_is
        meld(f"De migraties uitvoeren in {bank.naam}…")
        migreren = _manage(bank, "migrate", "--noinput")
        nieuw = Stand(gevraagd.land, gevraagd.schema, er_is.vullen, migreren)
    else:
        meld(f"De databank {bank.naam} vullen ({' '.join(keuzes)}); dat duurt even…")
        verwijder(bank)
        beheer(f'CREATE DATABASE "{bank.naam}"')
        _manage(bank, "migrate", "--noinput")
        vullen = _manage(bank, "vul_bank", *keuzes)
        nieuw = Stand(gevraagd.land, gevraagd.schema, vullen, 0)
    _ververs(bank)
    beheer(f"COMMENT ON DATABASE \"{bank.naam}\" IS '{nieuw}'")
    return nieuw


def lees_stand(bank: Bank) -> Stand | None:
    sql = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = "
    rijen = beheer(f"{sql}'{bank.naam}'")
    return Stand.uit(rijen[0][0] or "") if rijen else None


def afdruk_van_land(keuzes: tuple[str, ...]) -> str:
    """A fingerprint of the country: what makes it, how large, and in which month."""
    bestanden = sorted(
        bestand for patroon in _GENERATOR for bestand in PROJECT.glob(patroon)
        if bestand.is_file() and "__pycache__" not in bestand.parts
    )  # fmt: skip
    maand = f"{vandaag():%Y-%m}"
    stukken = [bestand.read_bytes() for bestand in bestanden]
    return vingerafdruk(*stukken, *(deel.encode() for deel in (*keuzes, maand)))


def _manage(bank: Bank, *opdracht: str) -> float:
    """Seconds; the program says for itself how far it is."""
    begin = time.monotonic()
    subprocess.run(
        [sys.executable, str(PROJECT / "manage.py"), *opdracht],
        # An invented country does not come in production.
        env=os.environ | {"DATABASE_URL": bank.eigen_url, "DOORSTROOM_MODUS": "demo"},
        stdout=sys.stderr,
        check=True,
    )
    return time.monotonic() - begin


def _ververs(bank: Bank) -> None:
    """Statistics and visibility as autovacuum leaves them, so that no row pays for it."""
    with in_bank(bank), connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
