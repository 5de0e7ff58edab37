"""The law and the sector as dated data."""

from regels.models.bron import Bron
from regels.models.parameter import Regelparameter
from regels.models.startpakket import Startpakket, StartpakketSchijf
from regels.models.tabel import Regeltabel
from regels.models.vraag import Wetsvraag

__all__ = ["Bron", "Regelparameter", "Regeltabel", "Startpakket", "StartpakketSchijf", "Wetsvraag"]
