"""What every app shares: the audit trail, runs and heartbeats of jobs, the outbox, what came in,
what was ordered."""

from gedeeld.models.auditregel import Auditregel
from gedeeld.models.auditwaarde import Auditwaarde
from gedeeld.models.hartslag import Hartslag
from gedeeld.models.inzending import Inzending
from gedeeld.models.nachtdeel import Nachtdeel
from gedeeld.models.taakrun import Taakrun
from gedeeld.models.uitgaande_mail import UitgaandeMail
from gedeeld.models.uitvoer import Uitvoer, Uitvoerbestand, Uitvoerdeel

__all__ = [
    "Auditregel",
    "Auditwaarde",
    "Hartslag",
    "Inzending",
    "Nachtdeel",
    "Taakrun",
    "UitgaandeMail",
    "Uitvoer",
    "Uitvoerbestand",
    "Uitvoerdeel",
]
