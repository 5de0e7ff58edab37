"""What every app shares: the audit trail, the runs of jobs, the outbox, what was sent once."""

from gedeeld.models.auditregel import Auditregel
from gedeeld.models.auditwaarde import Auditwaarde
from gedeeld.models.inzending import Inzending
from gedeeld.models.taakrun import Taakrun
from gedeeld.models.uitgaande_mail import UitgaandeMail

__all__ = ["Auditregel", "Auditwaarde", "Inzending", "Taakrun", "UitgaandeMail"]
