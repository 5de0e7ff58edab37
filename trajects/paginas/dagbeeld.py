"""What a user meets first in the morning."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q, QuerySet, Window

from gebruikers.domein.vragen import aangevuld, per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from trajects.kader.caseload import ZONDER_JOBDOELWIT, caseload, met_einde, op_einde
from trajects.kader.horizon import Einde, voorwaarde
from trajects.kader.views.stap import met_knop
from trajects.keuzes import Horizon, Signaalstatus
from trajects.models import Signaal
from trajects.rechten import mag_plan_zien
from trajects.signalen.inbox import Signaalregel, op_urgentie, regels
from werknemers.models import Werknemer
from werknemers.models.begeleiding import zonder_begeleiding
from werknemers.rechten import ziet_alle_werknemers

HOOGSTENS_SIGNALEN: Final = 7
# A whole caseload; of an organisation those to begin with.
HOOGSTENS_WERKNEMERS: Final = 20
HOOGSTENS_VAN_ALLEN: Final = 10


@dataclass(frozen=True, slots=True)
class Cijfers:
    """How many are in service and how many of them ask for something, as the list filters."""

    in_dienst: int = 0
    verlopen: int = 0
    binnenkort: int = 0
    zonder_begeleider: int = 0
    zonder_jobdoelwit: int = 0


@dataclass(frozen=True, slots=True)
class Dagbeeld:
    """The signals to begin with, how many there are in all and how many nobody looked at yet; the
    employees by end of support, how many are in service, and the figures of the organisation for
    who sees all plans."""

    signalen: list[Signaalregel]
    aantal_signalen: int
    nieuwe_signalen: int
    werknemers: list[tuple[Werknemer, Einde]]
    in_dienst: int
    cijfers: Cijfers | None


def dagbeeld(gebruiker: Gebruiker, op: date) -> Dagbeeld:
    """What asks for attention today, and the caseload, in three queries; empty lists for who may
    not see them."""
    signalen = _eerste_signalen(gebruiker, op)
    wie_eerst = _wie_eerst(gebruiker, op)
    met_signaal = {s.werknemer_id for s in signalen if s.werknemer_id is not None}
    sleutels = {pk for pk, *_ in wie_eerst} | met_signaal
    hoogstens = _hoogstens(gebruiker) + HOOGSTENS_SIGNALEN
    mensen = _mensen(gebruiker, op, *aangevuld(sleutels, hoogstens))
    bekend = {werknemer.pk: werknemer for werknemer in mensen}
    aantallen: tuple[int, ...] = wie_eerst[0][1:] if wie_eerst else ()
    cijfers = Cijfers(*aantallen)
    return Dagbeeld(
        signalen=regels(signalen, bekend, gebruiker, op, toon_stap=met_knop),
        aantal_signalen=signalen[0].aantal if signalen else 0,
        nieuwe_signalen=signalen[0].aantal_nieuw if signalen else 0,
        werknemers=met_einde((bekend[pk] for pk, *_ in wie_eerst if pk in bekend), op),
        in_dienst=cijfers.in_dienst,
        cijfers=cijfers if _ziet_cijfers(gebruiker) else None,
    )


def _ziet_cijfers(gebruiker: HeeftRol) -> bool:
    return ziet_alle_werknemers(gebruiker) and mag_plan_zien(gebruiker)


def _hoogstens(gebruiker: HeeftRol) -> int:
    return HOOGSTENS_VAN_ALLEN if ziet_alle_werknemers(gebruiker) else HOOGSTENS_WERKNEMERS


@per_rol
def _eerste_signalen(gebruiker: HeeftRol, op: date) -> QuerySet[Any]:
    """The most urgent signals, each with how many there are in all; one that is new never waits."""
    signalen = Signaal.objects.zichtbaar_voor(gebruiker).vraagt_aandacht_op(op)
    geteld = signalen.annotate(
        aantal=Window(Count("pk")),
        aantal_nieuw=Window(Count("pk", filter=Q(status=Signaalstatus.NIEUW))),
    )
    eerst = op_urgentie(geteld, op).select_related("werknemer", "opgevolgd_door")
    return eerst[:HOOGSTENS_SIGNALEN]


@per_rol
def _wie_eerst(gebruiker: HeeftRol, op: date) -> QuerySet[Any, tuple[int, ...]]:
    """The keys of whose support ends first of those in service, each with how many there are, and
    the figures in the order of `Cijfers`: the end of each of them is worked out once for both."""
    mensen = op_einde(gebruiker, op)
    tellingen = [Count("pk")]
    if _ziet_cijfers(gebruiker):
        mensen = mensen.met_traject()
        vragen = (
            voorwaarde(Horizon.VERLOPEN, op),
            voorwaarde(Horizon.DRIE_MAANDEN, op),
            zonder_begeleiding(op),
            ZONDER_JOBDOELWIT,
        )
        tellingen += [Count("pk", filter=vraag) for vraag in vragen]
    rijen: QuerySet[Any, tuple[int, ...]] = mensen.values_list("pk", *map(Window, tellingen))
    return rijen[: _hoogstens(gebruiker)]


@per_rol
def _mensen(gebruiker: HeeftRol, op: date, *sleutels: int) -> QuerySet[Any]:
    """These employees with what a row shows of them."""
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).met_laatste_notitie(gebruiker)
    return mensen.filter(pk__in=sleutels)
