"""The law and the sector as dated data."""

from regels.models.bron import Bron
from regels.models.parameter import Regelparameter
from regels.models.startpakket import Startpakket, StartpakketSchijf

__all__ = ["Bron", "Regelparameter", "Startpakket", "StartpakketSchijf"]
