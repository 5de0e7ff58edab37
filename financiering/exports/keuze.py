"""The first sheet of every workbook about money: what was asked, so that a sheet that is passed on
still says what it is about."""

from typing import Final

from gedeeld.lijstblad import KEUZEKOPPEN

__all__ = ("ALLE_DIENSTEN", "KEUZEKOPPEN")

ALLE_DIENSTEN: Final = "alle diensten"
