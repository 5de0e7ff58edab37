"""What a user meets first in the morning."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q, QuerySet, Window

from gebruikers.domein.vragen import aangevuld, in_een_rij, per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from trajects.kader.caseload import ZONDER_JOBDOELWIT, caseload, met_einde, wie_eerst_stopt
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
    """The signals to begin with, how many there are in all and how many nobody looked at yet, and
    the employees by end of support."""

    signalen: list[Signaalregel]
    aantal_signalen: int
    nieuwe_signalen: int
    werknemers: list[tuple[Werknemer, Einde]]


@dataclass(frozen=True, slots=True)
class Cijfers:
    """How many are in service and how many of them ask for something, as the list filters."""

    in_dienst: int
    verlopen: int
    binnenkort: int
    zonder_begeleider: int
    zonder_jobdoelwit: int


def dagbeeld(gebruiker: Gebruiker, op: date) -> Dagbeeld:
    """What asks for attention today, and the caseload, in two queries; empty lists for who may
    not see them."""
    signalen = _eerste_signalen(gebruiker, op)
    ook = aangevuld({signaal.werknemer_id for signaal in signalen}, HOOGSTENS_SIGNALEN)
    mensen = _eerste_mensen(gebruiker, op, *ook)
    bekend = {werknemer.pk: werknemer for werknemer in mensen}
    in_dienst = [werknemer for werknemer in mensen if werknemer.diensten]
    return Dagbeeld(
        signalen=regels(signalen, bekend, op, toon_stap=met_knop),
        aantal_signalen=signalen[0].aantal if signalen else 0,
        nieuwe_signalen=signalen[0].aantal_nieuw if signalen else 0,
        werknemers=met_einde(in_dienst[:HOOGSTENS_WERKNEMERS], op),
    )


@per_rol
def _eerste_signalen(gebruiker: HeeftRol, op: date) -> QuerySet[Any]:
    """The most urgent signals, each with how many there are in all; one that is new never waits."""
    signalen = Signaal.objects.zichtbaar_voor(gebruiker).vraagt_aandacht_op(op)
    geteld = signalen.annotate(
        aantal=Window(Count("pk")),
        aantal_nieuw=Window(Count("pk", filter=Q(status=Signaalstatus.NIEUW))),
    )
    eerst = op_urgentie(geteld, op).select_related("advies", "opgevolgd_door")
    return eerst[:HOOGSTENS_SIGNALEN]


@per_rol
def _eerste_mensen(gebruiker: HeeftRol, op: date, *ook: int) -> QuerySet[Any]:
    """Whose support ends first of those in service, and these others, in the same order."""
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).met_laatste_notitie(gebruiker)
    eerst = wie_eerst_stopt(gebruiker, op, HOOGSTENS_WERKNEMERS)
    return mensen.filter(Q(pk__in=eerst) | Q(pk__in=ook))


def cijfers(gebruiker: Gebruiker, op: date) -> Cijfers:
    """The figures of the organisation, in one query."""
    (aantallen,) = _tel(gebruiker, op)
    return Cijfers(*aantallen)


@per_rol
def _tel(gebruiker: HeeftRol, op: date) -> QuerySet[Any, tuple[int, ...]]:
    """One row, also when there is nobody, with the figures in the order of `Cijfers`."""
    return in_een_rij(
        caseload(gebruiker, op),
        in_dienst=Count("pk"),
        verlopen=Count("pk", filter=voorwaarde(Horizon.VERLOPEN, op)),
        binnenkort=Count("pk", filter=voorwaarde(Horizon.DRIE_MAANDEN, op)),
        zonder_begeleider=Count("pk", filter=Q(begeleider=None)),
        zonder_jobdoelwit=Count("pk", filter=ZONDER_JOBDOELWIT),
    )
