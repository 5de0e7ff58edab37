"""What a user meets first in the morning."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q

from gebruikers.models import Gebruiker
from trajects.kader.caseload import ZONDER_JOBDOELWIT, CaseloadQuerySet, caseload, met_einde
from trajects.kader.horizon import Einde, voorwaarde
from trajects.kader.views.stap import met_knop
from trajects.keuzes import Horizon, Signaalstatus
from trajects.models import Signaal
from trajects.signalen.inbox import Signaalregel, op_urgentie, regels
from werknemers.models import Werknemer

HOOGSTENS_SIGNALEN: Final = 7
HOOGSTENS_WERKNEMERS: Final = 20


@dataclass(frozen=True, slots=True)
class Dagbeeld:
    """The signals to begin with, how many there are in all, and the employees by end of support."""

    signalen: list[Signaalregel]
    aantal_signalen: int
    werknemers: list[tuple[Werknemer, Einde]]
    aantal_werknemers: int


@dataclass(frozen=True, slots=True)
class Cijfers:
    """How many are in service and how many of them ask for something, as the list filters."""

    in_dienst: int
    verlopen: int
    binnenkort: int
    zonder_begeleider: int
    zonder_jobdoelwit: int
    nieuwe_signalen: int


def dagbeeld(gebruiker: Gebruiker, op: date) -> Dagbeeld:
    """What asks for attention today, and the caseload; empty lists for who may not see them."""
    signalen = Signaal.objects.zichtbaar_voor(gebruiker).vraagt_aandacht_op(op)
    eerst = (
        op_urgentie(signalen, op)
        .select_related("werknemer", "advies", "opgevolgd_door")
        .defer("werknemer__insz")
    )
    werknemers = caseload(gebruiker, op)
    return Dagbeeld(
        signalen=regels(eerst[:HOOGSTENS_SIGNALEN], gebruiker, op, toon_stap=met_knop),
        aantal_signalen=signalen.count(),
        werknemers=met_einde(werknemers.met_laatste_notitie(gebruiker)[:HOOGSTENS_WERKNEMERS], op),
        aantal_werknemers=werknemers.count(),
    )


def cijfers(gebruiker: Gebruiker, op: date) -> Cijfers:
    """The figures of the organisation, in two queries."""
    nieuwe = Signaal.objects.zichtbaar_voor(gebruiker).filter(status=Signaalstatus.NIEUW)
    return Cijfers(**_tel(caseload(gebruiker, op), op), nieuwe_signalen=nieuwe.count())


def _tel(werknemers: CaseloadQuerySet, op: date) -> dict[str, int]:
    geteld: dict[str, int] = werknemers.aggregate(
        in_dienst=Count("pk"),
        verlopen=Count("pk", filter=voorwaarde(Horizon.VERLOPEN, op)),
        binnenkort=Count("pk", filter=voorwaarde(Horizon.DRIE_MAANDEN, op)),
        zonder_begeleider=Count("pk", filter=Q(begeleider=None)),
        zonder_jobdoelwit=Count("pk", filter=ZONDER_JOBDOELWIT),
    )
    return geteld
