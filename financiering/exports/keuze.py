"""What every workbook about money says when no service was chosen."""

from typing import Final

ALLE_DIENSTEN: Final = "alle diensten"
