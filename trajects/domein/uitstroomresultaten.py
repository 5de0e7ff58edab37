"""Who left, where to, and whether they are still at work; who is ready to leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gebruikers.models import Gebruiker
from regels.domein.parameters import laad_parameters
from regels.keuzes import Parametercode
from trajects.domein.caseload import CaseloadQuerySet
from trajects.keuzes import AAN_HET_WERK, Bestemming, Horizon, Klaar
from trajects.models import Nazorgmoment, Uitstroom

BINNEN_ZES_MAANDEN: Final = (Horizon.DRIE_MAANDEN, Horizon.ZES_MAANDEN)


@dataclass(frozen=True, slots=True)
class Getal:
    """A figure with its name and the filters of the list that holds exactly those people."""

    naam: str
    aantal: int
    filters: Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Uitstroomresultaten:
    """Of one calendar year; `weken` is when outflow counts as lasting."""

    jaar: int
    samen: Getal
    bestemmingen: tuple[Getal, ...]
    aan_het_werk: Getal
    gemeten: Getal
    weken: int


@dataclass(frozen=True, slots=True)
class Klaarheid:
    """Of the people whose support stops within six months: how many have what."""

    samen: Getal
    stappen: tuple[Getal, ...]


def uitgestroomd(gebruiker: Gebruiker, jaar: int) -> "QuerySet[Uitstroom]":
    """The outflows of a calendar year that this user may see."""
    return Uitstroom.objects.zichtbaar_voor(gebruiker).filter(datum__year=jaar)


def duurzaam(
    uitstromen: "QuerySet[Uitstroom]", weken: int, *, aan_het_werk: bool | None = None
) -> "QuerySet[Uitstroom]":
    """Measured at that moment; with `aan_het_werk` only those who were, or were not, at work."""
    return uitstromen.filter(_gemeten(weken, aan_het_werk))


def _gemeten(weken: int, aan_het_werk: bool | None = None) -> Exists:
    momenten = Nazorgmoment.objects.filter(uitstroom=OuterRef("pk"), weken=weken)
    momenten = momenten.exclude(resultaat="")
    if aan_het_werk is not None:
        wel = Q(resultaat__in=AAN_HET_WERK)
        momenten = momenten.filter(wel if aan_het_werk else ~wel)
    return Exists(momenten)


def tel_uitstroom(gebruiker: Gebruiker, op: date) -> Uitstroomresultaten:
    """The calendar year of `op`; three queries."""
    jaar = str(op.year)
    weken = laad_parameters(op, gebruiker.organisatie_id).aantal(Parametercode.DUURZAAM)
    uitstromen = uitgestroomd(gebruiker, op.year)
    telling = dict(uitstromen.order_by().values_list("bestemming").annotate(aantal=Count("pk")))
    na = uitstromen.aggregate(
        aan_het_werk=Count("pk", filter=_gemeten(weken, aan_het_werk=True)),
        gemeten=Count("pk", filter=_gemeten(weken)),
    )
    return Uitstroomresultaten(
        jaar=op.year,
        samen=Getal("uitgestroomd", sum(telling.values()), {"jaar": jaar}),
        bestemmingen=tuple(
            Getal(b.label, telling[b], {"jaar": jaar, "bestemming": b.value})
            for b in Bestemming
            if b in telling
        ),
        aan_het_werk=Getal(
            "nog aan het werk",
            na["aan_het_werk"],
            {"jaar": jaar, "duurzaam": "ja"},
        ),
        gemeten=Getal("gemeten", na["gemeten"], {"jaar": jaar, "duurzaam": "gemeten"}),
        weken=weken,
    )


def tel_klaarheid(mensen: CaseloadQuerySet, op: date) -> Klaarheid:
    """Of a caseload of that day; one query for each figure."""
    nabij = mensen.in_horizon(*BINNEN_ZES_MAANDEN, op=op)
    horizon = {"horizon": tuple(h.value for h in BINNEN_ZES_MAANDEN)}
    return Klaarheid(
        samen=Getal("stoppen binnen 6 maanden", nabij.count(), horizon),
        stappen=tuple(
            Getal(stap.label, nabij.klaar_voor(stap).count(), {**horizon, "klaar": stap.value})
            for stap in Klaar
        ),
    )
