"""What every app shares: the audit trail, the runs of jobs, the outbox."""

from doorstroom.gedeeld.models.auditregel import Auditregel
from doorstroom.gedeeld.models.taakrun import Taakrun
from doorstroom.gedeeld.models.uitgaande_mail import UitgaandeMail

__all__ = ["Auditregel", "Taakrun", "UitgaandeMail"]
