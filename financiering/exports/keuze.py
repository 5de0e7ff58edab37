"""The first sheet of every workbook about money: what was asked, so that a sheet that is passed on
still says what it is about."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.conf import settings

from gedeeld.rekenblad import Bladkolom
from regels.domein.regelset import regelset

KEUZEKOPPEN: Final = (Bladkolom("Wat", 26), Bladkolom("Keuze", 60, omloop=True))
ALLE_DIENSTEN: Final = "alle diensten"


def waarmee_gemaakt(op: date, bewijscode: str = "") -> Iterator[list[Any]]:
    """The last rows of that sheet: the day `op`, the receipt of the figures when there is one, and
    the program with its text of the law."""
    yield ["Gemaakt op", op]
    if bewijscode:
        yield ["Bewijs", bewijscode]
    yield ["Versie", settings.VERSIE]
    yield ["Regels", regelset()]
