"""Employees, the services they work in, their contracts, wage records and support."""

from werknemers.models.adviesgebeurtenis import Adviesgebeurtenis
from werknemers.models.adviesperiode import Adviesperiode, Premieschijf
from werknemers.models.arbeidsovereenkomst import Arbeidsovereenkomst
from werknemers.models.caseloadwissel import Caseloadwissel
from werknemers.models.contracteinde import Contracteinde
from werknemers.models.dienst import Dienst
from werknemers.models.importgewoonte import Importgewoonte
from werknemers.models.importopdracht import Importopdracht
from werknemers.models.loonopgave import Loonopgave
from werknemers.models.steunstand import Steunstand
from werknemers.models.werknemer import Werknemer

__all__ = [
    "Adviesgebeurtenis",
    "Adviesperiode",
    "Arbeidsovereenkomst",
    "Caseloadwissel",
    "Contracteinde",
    "Dienst",
    "Importgewoonte",
    "Importopdracht",
    "Loonopgave",
    "Premieschijf",
    "Steunstand",
    "Werknemer",
]
