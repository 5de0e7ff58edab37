"""Figures on training: by state, by formula and year, per employee, money that is still open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, ExtractYear

from gebruikers.models import Gebruiker
from trajects.keuzes import Standdeelname, Vormingsformule, Vormingsstand
from trajects.models import Deelname, Vormingsactie


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with the filters of the list that holds exactly what it counts."""

    naam: str
    aantal: int
    filters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Perwerknemer:
    naam: str
    werknemer_id: int
    vormingen: int
    uren: Decimal
    attesten: int


@dataclass(frozen=True, slots=True)
class Vormingscijfers:
    """`gevraagd`, `toegekend`, `betaald` in euro; `open_geld` counts trainings."""

    per_stand: tuple[Telling, ...]
    per_formule: tuple[Telling, ...]
    open_geld: Telling
    gevraagd: Decimal
    toegekend: Decimal
    betaald: Decimal
    werknemers: tuple[Perwerknemer, ...]


def tel_vormingen(gebruiker: Gebruiker, op: date) -> Vormingscijfers:
    """What the lists hold, counted with the conditions by which they filter."""
    vormingen = Vormingsactie.objects.zichtbaar_voor(gebruiker)
    geld = vormingen.aggregate(
        gevraagd=Coalesce(Sum("bedrag_gevraagd"), Decimal(0)),
        toegekend=Coalesce(Sum("bedrag_toegekend"), Decimal(0)),
        betaald=Coalesce(Sum("bedrag_betaald"), Decimal(0)),
    )
    return Vormingscijfers(
        per_stand=tuple(
            Telling(stand.label, vormingen.in_stand(stand, op).count(), {"stand": stand.value})
            for stand in Vormingsstand
        ),
        per_formule=tuple(_per_formule(vormingen)),
        open_geld=Telling("geld open", vormingen.geld_open().count(), {"geld": "open"}),
        werknemers=tuple(_per_werknemer(gebruiker)),
        **geld,
    )


def _per_formule(vormingen: "QuerySet[Vormingsactie]") -> list[Telling]:
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


def _per_werknemer(gebruiker: Gebruiker) -> list[Perwerknemer]:
    """Hours followed (those of the training unless said otherwise) and attests, by name."""
    gevolgd = Deelname.objects.zichtbaar_voor(gebruiker).filter(stand=Standdeelname.AANWEZIG)
    rijen = (
        gevolgd.values("werknemer", "werknemer__voornaam", "werknemer__familienaam")
        .annotate(
            vormingen=Count("pk"),
            som=Coalesce(Sum(Coalesce(F("uren"), F("vorming__uren"))), Decimal(0)),
            attesten=Count("pk", filter=~Q(attest="")),
        )
        .order_by("werknemer__familienaam", "werknemer__voornaam", "werknemer")
    )
    return [
        Perwerknemer(
            f"{rij['werknemer__voornaam']} {rij['werknemer__familienaam']}",
            rij["werknemer"],
            rij["vormingen"],
            rij["som"],
            rij["attesten"],
        )
        for rij in rijen
    ]
