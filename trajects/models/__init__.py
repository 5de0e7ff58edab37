"""The path to a next employer, the log of it, and the signals that ask for attention."""

from trajects.models.notitie import Notitie
from trajects.models.signaal import Signaal
from trajects.models.traject import Traject

__all__ = ["Notitie", "Signaal", "Traject"]
