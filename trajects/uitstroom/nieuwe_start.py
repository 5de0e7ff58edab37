"""Somebody new on IMW where the employer ended a contract around a falling premium: worth a look.

It is a fact to look at, no accusation: the coordinator sees both names and the dates.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
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
from regels.domein.parameters import Parameterverloop, laad_parameterverloop
from regels.keuzes import IN_KWARTALEN, Parametercode
from regels.models import Regelparameter
from trajects.keuzes import Initiatief
from trajects.models import Uitstroom
from trajects.uitstroom.vervangingsvenster import bepaal_venster
from werknemers.domein.premies import laad_startpakketten, met_eigen_schijven
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Werknemer

_GETOOND: Final = (
    *("periode", "werknemer_id", "dienst_id", "dienst__naam"),
    *("werknemer__voornaam", "werknemer__familienaam"),
)
# In days.
LANGSTE_MAAND: Final = 31


@dataclass(frozen=True, slots=True)
class NieuweStart:
    """`contract` began in the service that `uitstroom` left, within the months after it."""

    uitstroom: Uitstroom
    contract: Arbeidsovereenkomst


def nieuwe_starts(
    gebruiker: Gebruiker, op: date, *, wie: Werknemer | None = None
) -> list[NieuweStart]:
    """For a coordinator, as long as the window runs on `op`; empty for everybody else.

    With `wie` only the starts of this employee. One query when nobody began where somebody was
    dismissed, five otherwise.
    """
    if not heeft_rol(gebruiker, Rol.COORDINATOR):
        return []
    begonnen = _begonnen(gebruiker, op, *((wie.pk,) if wie else ()))
    if not begonnen:
        return []
    verloop = laad_parameterverloop(gebruiker.organisatie_id)
    sinds = plus_maanden(op, -int(verloop.hoogste(Parametercode.VERVANGING_NA)))
    vertrokken = _van_de_werkgever(gebruiker, sinds, op)
    return list(_koppel(begonnen, vertrokken, verloop, op))


def _sinds(gebruiker: HeeftRol, op: date) -> "ExpressionWrapper[Any]":
    """No window that is open on `op` began before this day; `_koppel` knows it to the day."""
    vensters = Regelparameter.objects.zichtbaar_voor(gebruiker)
    langst = vensters.filter(code=Parametercode.VERVANGING_NA, waarde__isnull=False)
    maanden = Cast(Subquery(langst.order_by("-waarde").values("waarde")[:1]), IntegerField())
    begin = Value(op, DateField()) - Coalesce(maanden, 0) * LANGSTE_MAAND
    return ExpressionWrapper(begin, DateField())


@per_rol
def _begonnen(gebruiker: HeeftRol, op: date, *wie: int) -> "QuerySet[Arbeidsovereenkomst]":
    """New contracts of people with IMW, in a service where the employer ended one in the window;
    `_volgt_op` knows which came first. With `wie` only those of this employee.

    Everything names the organisation, and the services are looked up once for all contracts.
    """
    sinds, hier = _sinds(gebruiker, op), {"organisatie": gebruiker.organisatie_id}
    advies = Adviesperiode.objects.filter(
        **hier,
        werknemer=OuterRef("werknemer"),
        soort__in=IN_KWARTALEN,
        periode__endswith__gt=OuterRef("periode__startswith"),
    )
    vertrek = Uitstroom.objects.filter(
        **hier,
        initiatief=Initiatief.WERKGEVER,
        datum__gte=sinds,
        datum__lte=op,
        werknemer__contracten__organisatie=gebruiker.organisatie_id,
        werknemer__contracten__periode__contains=F("datum"),
    )
    contracten = Arbeidsovereenkomst.objects.zichtbaar_voor(gebruiker).filter(
        Exists(advies),
        dienst__in=vertrek.order_by().values("werknemer__contracten__dienst"),
        periode__startswith__gte=sinds,
        periode__startswith__lte=op,
    )
    if wie:
        contracten = contracten.filter(werknemer__in=wie)
    eigen = Arbeidsovereenkomst.objects.filter(**hier, werknemer=OuterRef("werknemer"))
    met_namen = contracten.select_related("werknemer", "dienst").only(*_GETOOND)
    return met_namen.annotate(
        contractrijen=mee(eigen, "pk", "dienst_id", van=F("periode__startswith"))
    ).order_by("-periode", "pk")


def _van_de_werkgever(gebruiker: Gebruiker, sinds: date, op: date) -> "QuerySet[Uitstroom]":
    """Each with `verlaten`, the services where the employee worked on that day."""
    contracten = Arbeidsovereenkomst.objects.filter(
        werknemer=OuterRef("werknemer"), periode__contains=OuterRef("datum")
    )
    uitstromen = Uitstroom.objects.zichtbaar_voor(gebruiker).filter(
        initiatief=Initiatief.WERKGEVER, datum__range=(sinds, op)
    )
    adviezen = met_eigen_schijven(Adviesperiode.objects.all())
    return (
        uitstromen.select_related("werknemer")
        .defer("werknemer__insz")
        .annotate(verlaten=ArraySubquery(contracten.values("dienst_id")))
        .prefetch_related(Prefetch("werknemer__adviezen", adviezen))
    )


def _koppel(
    contracten: list[Arbeidsovereenkomst],
    uitstromen: Iterable[Any],
    verloop: Parameterverloop,
    op: date,
) -> Iterator[NieuweStart]:
    pakketten = laad_startpakketten()
    per_dienst: dict[int, list[Any]] = defaultdict(list)
    for contract in contracten:
        per_dienst[contract.dienst_id].append(contract)
    for uitstroom in uitstromen:
        regels = verloop.op(uitstroom.datum)
        adviezen = uitstroom.werknemer.adviezen.all()
        if bepaal_venster(adviezen, pakketten, regels, uitstroom.datum) is None:
            continue
        laatste_dag = plus_maanden(uitstroom.datum, regels.aantal(Parametercode.VERVANGING_NA))
        if op <= laatste_dag:
            daar = chain.from_iterable(per_dienst[dienst] for dienst in set(uitstroom.verlaten))
            passend = (contract for contract in daar if _volgt_op(contract, uitstroom))
            yield from (NieuweStart(uitstroom, contract) for contract in passend)


def _volgt_op(contract: Any, uitstroom: Uitstroom) -> bool:
    """Somebody else began on or after that day, and was not in that service before."""
    was_er_al = any(
        eerder["dienst_id"] == contract.dienst_id
        and date.fromisoformat(eerder["van"]) <= uitstroom.datum
        for eerder in contract.contractrijen
        if eerder["pk"] != contract.pk
    )
    return (
        uitstroom.datum <= contract.periode.van
        and contract.werknemer_id != uitstroom.werknemer_id
        and not was_er_al
    )
