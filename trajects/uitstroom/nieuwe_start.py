"""Somebody new on IMW where the employer ended a contract around a falling premium: worth a look.

It is a fact to look at, no accusation: the coordinator sees both names and the dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from gebruikers.domein.vragen import per_rol
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol, heeft_rol
from gedeeld.meelezen import mee
from gedeeld.periode import plus_maanden
from regels.domein.parameters import Parameters, meegelezen_verloop, parameters_mee
from regels.keuzes import IN_KWARTALEN, Parametercode
from regels.models import Regelparameter
from trajects.keuzes import Initiatief
from trajects.models import Uitstroom
from trajects.uitstroom.vervangingsvenster import VENSTERREGELS, keerpunt_rond
from werknemers.domein.premies import laad_startpakketten
from werknemers.domein.schijven import adviezen_erbij, als_adviezen
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer
from werknemers.models.naam import Naam

# In days.
LANGSTE_MAAND: Final = 31


@dataclass(frozen=True, slots=True)
class NieuweStart:
    """`werknemer` began on the day `van` in the `dienst` that `vertrokken` left on the day
    `vertrokken_op`, within the months before it."""

    werknemer: Naam
    van: date
    dienst: str
    vertrokken: Naam
    vertrokken_op: date


@dataclass(frozen=True, slots=True)
class _Vertrek:
    """Who was dismissed, with what the window follows from and who began there since; the
    parameters are those of the organisation, the same for each."""

    datum: date
    werknemer_id: int
    voornaam: str
    familienaam: str
    adviezen: list[dict[str, Any]]
    parameters: list[dict[str, Any]]
    begonnen: list[dict[str, Any]]


def nieuwe_starts(
    gebruiker: Gebruiker, op: date, *, wie: Werknemer | None = None
) -> list[NieuweStart]:
    """For a coordinator, as long as the window runs on `op`; empty for everybody else.

    With `wie` only the starts of this employee. One query when nobody began where somebody was
    dismissed, two otherwise.
    """
    if not heeft_rol(gebruiker, Rol.COORDINATOR):
        return []
    rijen = _vertrokken(gebruiker, op, *((wie.pk,) if wie else ()))
    opgevolgd = [vertrek for rij in rijen if (vertrek := _Vertrek(*rij)).begonnen]
    if not opgevolgd:
        return []
    pakketten, vensters = laad_startpakketten(), meegelezen_verloop(opgevolgd[0].parameters)
    return [
        start
        for vertrek in opgevolgd
        if _in_venster(vertrek, pakketten, vensters.op(vertrek.datum), op)
        for start in _starts(vertrek)
    ]


@per_rol
def _vertrokken(gebruiker: HeeftRol, op: date, *wie: int) -> "QuerySet[Any, Any]":
    """Whom the employer dismissed in the longest window that there is, as `_Vertrek`."""
    vertrokken = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(
        initiatief=Initiatief.WERKGEVER, datum__gte=_sinds(gebruiker, op), datum__lte=op
    )
    adviezen = Adviesperiode.objects.zichtbaar_voor(gebruiker)
    parameters = Regelparameter.objects.zichtbaar_voor(gebruiker).filter(code__in=VENSTERREGELS)
    begonnen = _begonnen(gebruiker, op)
    return vertrokken.values_list(
        "datum",
        "werknemer_id",
        "werknemer__voornaam",
        "werknemer__familienaam",
        adviezen_erbij(adviezen.filter(werknemer=OuterRef("werknemer"))),
        parameters_mee(parameters),
        _kort(begonnen.filter(werknemer__in=wie) if wie else begonnen),
    )


def _sinds(gebruiker: HeeftRol, op: date) -> "ExpressionWrapper[Any]":
    """No window that is open on `op` began before this day; `_in_venster` knows it to the day."""
    vensters = Regelparameter.objects.zichtbaar_voor(gebruiker)
    langst = vensters.filter(code=Parametercode.VERVANGING_NA, waarde__isnull=False)
    maanden = Cast(Subquery(langst.order_by("-waarde").values("waarde")[:1]), IntegerField())
    begin = Value(op, DateField()) - Coalesce(maanden, 0) * LANGSTE_MAAND
    return ExpressionWrapper(begin, DateField())


def _begonnen(gebruiker: HeeftRol, op: date) -> "QuerySet[Arbeidsovereenkomst]":
    """Inside a query on outflows: contracts of somebody else with IMW, since that day in a service
    that was left, of who was not in that service before. Everything names the organisation."""
    hier = {"organisatie": gebruiker.organisatie_id}
    advies = Adviesperiode.objects.filter(
        **hier,
        werknemer=OuterRef("werknemer"),
        soort__in=IN_KWARTALEN,
        periode__endswith__gt=OuterRef("periode__startswith"),
    )
    verlaten = Arbeidsovereenkomst.objects.filter(
        **hier,
        werknemer=OuterRef(OuterRef("werknemer")),
        periode__contains=OuterRef(OuterRef("datum")),
    )
    eerder = Arbeidsovereenkomst.objects.filter(
        **hier,
        werknemer=OuterRef("werknemer"),
        dienst=OuterRef("dienst"),
        periode__startswith__lte=OuterRef(OuterRef("datum")),
    ).exclude(pk=OuterRef("pk"))
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(gebruiker).filter(
        Exists(advies),
        ~Exists(eerder),
        dienst__in=verlaten.order_by().values("dienst"),
        periode__startswith__gte=OuterRef("datum"),
        periode__startswith__lte=op,
    )
    return contracten.exclude(werknemer=OuterRef("werknemer")).order_by("-periode", "pk")


def _kort(begonnen: "QuerySet[Arbeidsovereenkomst]") -> ArraySubquery:
    return mee(
        begonnen,
        pk=F("werknemer"),
        voornaam=F("werknemer__voornaam"),
        familienaam=F("werknemer__familienaam"),
        dienst=F("dienst__naam"),
        van=F("periode__startswith"),
    )


def _in_venster(vertrek: _Vertrek, pakketten: list[Any], regels: Parameters, op: date) -> bool:
    """Whether the premium of who left fell around that day, and the window runs on `op`."""
    adviezen = als_adviezen(vertrek.adviezen)
    if keerpunt_rond(adviezen, pakketten, regels, vertrek.datum) is None:
        return False
    return op <= plus_maanden(vertrek.datum, regels.aantal(Parametercode.VERVANGING_NA))


def _starts(vertrek: _Vertrek) -> Iterator[NieuweStart]:
    weg = Naam(vertrek.werknemer_id, vertrek.voornaam, vertrek.familienaam)
    return (_start(weg, vertrek.datum, **rij) for rij in vertrek.begonnen)


def _start(
    vertrokken: Naam,
    vertrokken_op: date,
    *,
    pk: int,
    voornaam: str,
    familienaam: str,
    dienst: str,
    van: str,
) -> NieuweStart:
    nieuw = Naam(pk, voornaam, familienaam)
    return NieuweStart(nieuw, date.fromisoformat(van), dienst, vertrokken, vertrokken_op)
