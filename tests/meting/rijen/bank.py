"""What an operator waits for when a version brings migrations; nobody promised a time."""

from collections.abc import Iterator

from tests.meting.bank import beheer
from tests.meting.rij import Banken, Regel, Rij


def _meet(banken: Banken) -> Iterator[Regel]:
    yield Regel("de databank vullen", [banken.vullen], eenheid="s")
    if banken.migreren:
        yield Regel("de laatste migraties in de volle databank", [banken.migreren], eenheid="s")
    ((grootte,),) = beheer(f"SELECT pg_database_size('{banken.groot.naam}')")
    yield Regel("de databank op schijf", [grootte / 1e6], eenheid="MB")


RIJEN = (Rij("bank", "hoelang vullen en migreren duurt, ter informatie", _meet),)
