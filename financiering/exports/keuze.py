"""The first sheet of every workbook about money: what was asked, so that a sheet that is passed on
still says what it is about."""

from typing import Final

from gedeeld.rekenblad import Bladkolom

KEUZEKOPPEN: Final = (Bladkolom("Wat", 26), Bladkolom("Keuze", 60, omloop=True))
ALLE_DIENSTEN: Final = "alle diensten"
