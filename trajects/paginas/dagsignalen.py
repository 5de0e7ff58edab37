"""Which signals each role begins the day with, and how many there are of each kind."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from gebruikers.domein.vragen import per_rol
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gebruikers.models.waarneming import begeleiders_van
from gebruikers.rechten import HeeftRol
from gedeeld.tijd import vandaag
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.models.signaal import DOORGEGEVEN, SignaalQuerySet
from trajects.signaalsoorten.register import SOORTEN, plaats_van, soort_van
from trajects.signaalsoorten.soorten import zonder_begeleider
from trajects.signalen.inbox import DRINGEND, op_urgentie
from werknemers.models.begeleiding import zonder_begeleiding

HOOGSTENS_EERST: Final = 7
HOOGSTENS_GOED: Final = 5
# So many of one kind stand together before another one that is as urgent has its turn.
VAN_EEN_SOORT: Final = 3


@dataclass(frozen=True, slots=True)
class Soorttelling:
    """How many signals of a kind ask for attention, and how many of those nobody looked at."""

    soort: str
    aantal: int
    nieuw: int

    @property
    def naam(self) -> str:
        return soort_van(self.soort).naam


@per_rol
def eerste_signalen(gebruiker: HeeftRol, op: date) -> QuerySet[Any]:
    """The most urgent that wait for this user, of each person one, and after those some that are
    good to do. `ook` is how many others wait about the same person."""
    alle = Signaal.objects.zichtbaar_voor(gebruiker).vraagt_aandacht_op(op)
    if gebruiker.rol == Rol.COORDINATOR:
        # Vandaag tells who has nobody, by counsellor, above the signals.
        alle = alle.filter(_van_coordinator(gebruiker, op)).exclude(soort=zonder_begeleider.CODE)
    vraagt = alle.filter(DRINGEND)
    dringend = _op_volgorde(_een_van_ieder(vraagt, gebruiker), gebruiker, op)[:HOOGSTENS_EERST]
    goed = _op_volgorde(alle.exclude(DRINGEND), gebruiker, op)[:HOOGSTENS_GOED]
    gekozen = dringend.values("pk").union(goed.values("pk"), all=True)
    rijen = Signaal.objects.zichtbaar_voor(gebruiker).filter(pk__in=gekozen)
    met = rijen.select_related("werknemer", "opgevolgd_door").defer("werknemer__insz")
    return _op_volgorde(met.annotate(ook=_ook(gebruiker, op)), gebruiker, op)


def _een_van_ieder(signalen: SignaalQuerySet, gebruiker: HeeftRol) -> SignaalQuerySet:
    """Of each person the most urgent; what is about the organisation stays."""
    plaats = Window(
        RowNumber(),
        partition_by=[Coalesce(F("werknemer_id"), -F("pk"))],
        order_by=[F("urgentie").asc(), *_eerst(gebruiker), F("dag").asc(), F("pk").asc()],
    )
    meest = signalen.annotate(plaats=plaats).filter(plaats=1)
    return signalen.filter(pk__in=meest.values("pk"))


def _ook(gebruiker: HeeftRol, op: date) -> Coalesce:
    alle = Signaal.objects.zichtbaar_voor(gebruiker).vraagt_aandacht_op(op).filter(DRINGEND)
    van_persoon = alle.filter(werknemer=OuterRef("werknemer")).exclude(pk=OuterRef("pk"))
    geteld = van_persoon.order_by().values("werknemer").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(geteld), 0)


def _eerst(gebruiker: HeeftRol) -> list[Any]:
    """For a coordinator first what nobody took up."""
    if gebruiker.rol != Rol.COORDINATOR:
        return []
    return [F("doorgegeven_op").asc(nulls_last=True)]


def tellingen(gebruiker: Gebruiker, op: date) -> list[Soorttelling]:
    """Of each kind that has any, as many as the inbox shows, in the order of the registry."""
    gevonden = (Soorttelling(*rij) for rij in _per_soort(gebruiker, op))
    bekend = [telling for telling in gevonden if telling.soort in SOORTEN]
    return sorted(bekend, key=lambda telling: plaats_van(telling.soort))


@per_rol
def _per_soort(gebruiker: HeeftRol, op: date) -> QuerySet[Any, tuple[str, int, int]]:
    signalen = Signaal.objects.zichtbaar_voor(gebruiker).vraagt_aandacht_op(op).filter(DRINGEND)
    nieuw = Count("pk", filter=Q(status=Signaalstatus.NIEUW))
    geteld: QuerySet[Any, tuple[str, int, int]] = (
        signalen.order_by()
        .values("soort")
        .annotate(aantal=Count("pk"), nieuw=nieuw)
        .values_list("soort", "aantal", "nieuw")
    )
    return geteld


def _van_coordinator(gebruiker: HeeftRol, op: date) -> Q:
    """What nobody took up, what is about people whom nobody serves, and what no counsellor gets;
    and of the own caseload everything. The rest is the daily work of a counsellor."""
    eigen = Q(werknemer__begeleider__in=begeleiders_van(gebruiker, vandaag()))
    alleen = zonder_begeleiding(op, "werknemer__", organisatie=gebruiker.organisatie_id)
    niemand = Q(werknemer__isnull=False) & alleen
    ander_werk = ~Q(voor__contains=[Rol.BEGELEIDER])
    return eigen | (DRINGEND & (DOORGEGEVEN | niemand | ander_werk))


def _op_volgorde(signalen: QuerySet[Signaal], gebruiker: HeeftRol, op: date) -> QuerySet[Signaal]:
    """As the inbox, but of what is as urgent some of each kind before the rest of them, and for a
    coordinator first what nobody took up."""
    eerst = _eerst(gebruiker)
    in_soort = Window(
        RowNumber(),
        partition_by=[F("urgentie"), F("soort")],
        order_by=[*eerst, F("dag").asc(), F("pk").asc()],
    )
    gelijk = signalen.annotate(beurt=(in_soort - 1) / VAN_EEN_SOORT)
    return op_urgentie(gelijk, op, "beurt", *eerst)
