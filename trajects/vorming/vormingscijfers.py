"""Figures on training: by state, by formula and year, per employee, money that is still open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, ExtractYear

from trajects.keuzes import Fondsgeld, Vormingsformule, Vormingsstand
from trajects.models.vorming import (
    DeelnameQuerySet,
    VormingsactieQuerySet,
    geld_voorwaarde,
    stand_voorwaarde,
)

_NUL: Final = Decimal(0)
_TE_BETALEN: Final = F("bedrag_toegekend") - Coalesce(F("bedrag_betaald"), _NUL)
# What is counted of each kind of money; "open" mixes two and has no amount of its own.
_BEDRAGEN: Final[Mapping[Fondsgeld, Any]] = {
    Fondsgeld.BESLISSING: F("bedrag_gevraagd"),
    Fondsgeld.BETALING: _TE_BETALEN,
    Fondsgeld.GEVRAAGD: F("bedrag_gevraagd"),
    Fondsgeld.TOEGEKEND: F("bedrag_toegekend"),
    Fondsgeld.BETAALD: F("bedrag_betaald"),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with the filters of the list that holds exactly what it counts.

    `bedrag` in euro, for money only.
    """

    naam: str
    aantal: int
    filters: Mapping[str, str]
    bedrag: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Perwerknemer:
    """`zonder_uren` counts followed trainings of which nobody knows the hours."""

    naam: str
    werknemer_id: int
    vormingen: int
    uren: Decimal
    attesten: int
    zonder_uren: int


@dataclass(frozen=True, slots=True)
class Vormingscijfers:
    """`geld` by `Fondsgeld`, in its order."""

    per_stand: tuple[Telling, ...]
    per_formule: tuple[Telling, ...]
    geld: tuple[Telling, ...]


def tel_vormingen(vormingen: VormingsactieQuerySet, op: date) -> Vormingscijfers:
    """Count what was chosen; what each employee followed: `gevolgd_per_werknemer`."""
    standen = vormingen.aggregate(
        **{stand: Count("pk", filter=stand_voorwaarde(stand, op)) for stand in Vormingsstand}
    )
    return Vormingscijfers(
        per_stand=tuple(
            Telling(stand.label, standen[stand], {"stand": stand.value}) for stand in Vormingsstand
        ),
        per_formule=tuple(_per_formule(vormingen)),
        geld=tuple(tel_geld(vormingen, Fondsgeld)),
    )


def tel_geld(vormingen: VormingsactieQuerySet, soorten: Iterable[Fondsgeld]) -> list[Telling]:
    """How many trainings each kind of money is about, and how much it is; one query."""
    sommen: dict[str, Any] = {}
    for geld in soorten:
        sommen[f"{geld}_aantal"] = Count("pk", filter=geld_voorwaarde(geld))
        if geld in _BEDRAGEN:
            som = Sum(_BEDRAGEN[geld], filter=geld_voorwaarde(geld))
            sommen[f"{geld}_bedrag"] = Coalesce(som, _NUL)
    uit = vormingen.aggregate(**sommen)
    return [
        Telling(geld.label, uit[f"{geld}_aantal"], {"geld": geld.value}, uit.get(f"{geld}_bedrag"))
        for geld in soorten
    ]


def gevolgd_per_werknemer(deelnames: DeelnameQuerySet) -> "QuerySet[Any, Any]":
    """Hours followed (those of the training unless said otherwise) and attests, by name; a page
    of it goes to `per_werknemer`."""
    uren = Coalesce(F("uren"), F("vorming__uren"))
    return (
        deelnames.gevolgd()
        .values("werknemer", "werknemer__voornaam", "werknemer__familienaam")
        .annotate(
            vormingen=Count("pk"),
            som=Coalesce(Sum(uren), _NUL),
            attesten=Count("pk", filter=~Q(attest="")),
            zonder_uren=Count("pk", filter=Q(uren=None, vorming__uren=None)),
        )
        .order_by("werknemer__familienaam", "werknemer__voornaam", "werknemer")
    )


def per_werknemer(rijen: Iterable[Mapping[str, Any]]) -> list[Perwerknemer]:
    """Rows of `gevolgd_per_werknemer`."""
    return [
        Perwerknemer(
            f"{rij['werknemer__voornaam']} {rij['werknemer__familienaam']}".strip(),
            rij["werknemer"],
            rij["vormingen"],
            rij["som"],
            rij["attesten"],
            rij["zonder_uren"],
        )
        for rij in rijen
    ]


def _per_formule(vormingen: VormingsactieQuerySet) -> list[Telling]:
    rijen = (
        vormingen.annotate(jaar=ExtractYear("periode__startswith"))
        .values("formule", "jaar")
        .annotate(aantal=Count("pk"))
        .order_by("-jaar", "formule")
    )
    return [
        Telling(
            f"{rij['jaar']}: {Vormingsformule(rij['formule']).label}",
            rij["aantal"],
            {"jaar": str(rij["jaar"]), "formule": rij["formule"]},
        )
        for rij in rijen
    ]
