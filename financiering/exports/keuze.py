"""The first sheet of every workbook about money: what was asked, so that a sheet that is passed on
still says what it is about."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.conf import settings

from regels.domein.regelset import regelset

ALLE_DIENSTEN: Final = "alle diensten"


def waarmee_gemaakt(op: date, bewijscode: str = "") -> Iterator[list[Any]]:
    """The last rows of that sheet: the day `op`, the receipt of the figures when there is one, and
    the program with its text of the law."""
    yield ["Gemaakt op", op]
    if bewijscode:
        yield ["Bewijs", bewijscode]
    yield from map(list, versies())


def versies() -> Iterator[tuple[str, str]]:
    """The program and its text of the law."""
    yield "Versie", settings.VERSIE
    yield "Regels", regelset()
