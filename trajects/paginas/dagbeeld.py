"""What a user meets first in the morning."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, QuerySet, Window

from gebruikers.domein.vragen import aangevuld, per_rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol
from trajects.kader.caseload import caseload, met_einde, op_einde, zonder_jobdoelwit_samen
from trajects.kader.horizon import Einde, voorwaarde
from trajects.kader.views.stap import met_knop_voor
from trajects.keuzes import Horizon
from trajects.paginas.dagsignalen import (
    HOOGSTENS_EERST,
    HOOGSTENS_GOED,
    Soorttelling,
    eerste_signalen,
    tellingen,
)
from trajects.rechten import mag_plan_zien
from trajects.signalen.inbox import Signaalregel, regels, sleutels_van
from werknemers.models import Werknemer
from werknemers.models.begeleiding import zonder_begeleiding
from werknemers.rechten import ziet_alle_werknemers

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
    """The signals to begin with and those that are good to do, how many there are of each kind;
    the employees by end of support, how many are in service, and the figures of the organisation
    for who sees all plans."""

    signalen: list[Signaalregel]
    goed_om_te_doen: list[Signaalregel]
    per_soort: list[Soorttelling]
    werknemers: list[tuple[Werknemer, Einde]]
    in_dienst: int
    cijfers: Cijfers | None

    @property
    def gezegd(self) -> set[tuple[int | None, str]]:
        """Of whom which kinds stand in what comes first."""
        return {(rij.signaal.werknemer_id, rij.signaal.soort) for rij in self.signalen}

    @property
    def aantal_signalen(self) -> int:
        """How many the inbox shows."""
        return sum(telling.aantal for telling in self.per_soort)

    @property
    def nieuwe_signalen(self) -> int:
        """How many of those nobody looked at."""
        return sum(telling.nieuw for telling in self.per_soort)


def dagbeeld(gebruiker: Gebruiker, op: date) -> Dagbeeld:
    """What asks for attention today, and the caseload, in five queries; empty lists for who may
    not see them."""
    signalen = eerste_signalen(gebruiker, op)
    wie_eerst = _wie_eerst(gebruiker, op)
    sleutels = {pk for pk, *_ in wie_eerst} | sleutels_van(signalen)
    hoogstens = _hoogstens(gebruiker) + HOOGSTENS_EERST + HOOGSTENS_GOED
    mensen = _mensen(gebruiker, op, *aangevuld(sleutels, hoogstens))
    bekend = {werknemer.pk: werknemer for werknemer in mensen}
    aantallen: tuple[int, ...] = wie_eerst[0][1:] if wie_eerst else ()
    cijfers = Cijfers(*aantallen)
    rijen = regels(signalen, bekend, gebruiker, op, toon_stap=met_knop_voor(gebruiker))
    return Dagbeeld(
        signalen=[rij for rij in rijen if not rij.is_zacht],
        goed_om_te_doen=[rij for rij in rijen if rij.is_zacht],
        per_soort=tellingen(gebruiker, op),
        werknemers=met_einde((bekend[pk] for pk, *_ in wie_eerst if pk in bekend), op),
        in_dienst=cijfers.in_dienst,
        cijfers=cijfers if _ziet_cijfers(gebruiker) else None,
    )


def _ziet_cijfers(gebruiker: HeeftRol) -> bool:
    return ziet_alle_werknemers(gebruiker) and mag_plan_zien(gebruiker)


def _hoogstens(gebruiker: HeeftRol) -> int:
    return HOOGSTENS_VAN_ALLEN if ziet_alle_werknemers(gebruiker) else HOOGSTENS_WERKNEMERS


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
            zonder_begeleiding(op, organisatie=gebruiker.organisatie_id),
            zonder_jobdoelwit_samen(gebruiker),
        )
        tellingen += [Count("pk", filter=vraag) for vraag in vragen]
    rijen: QuerySet[Any, tuple[int, ...]] = mensen.values_list("pk", *map(Window, tellingen))
    return rijen[: _hoogstens(gebruiker)]


@per_rol
def _mensen(gebruiker: HeeftRol, op: date, *sleutels: int) -> QuerySet[Any]:
    """These employees with what a row shows of them."""
    mensen = caseload(gebruiker, op, ook_uit_dienst=True).met_laatste_notitie(gebruiker)
    return mensen.filter(pk__in=sleutels)
