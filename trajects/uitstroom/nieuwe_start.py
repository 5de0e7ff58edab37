"""Somebody new on IMW where the employer ended a contract around a falling premium: worth a look.

It is a fact to look at, no accusation: the coordinator sees both names and the dates.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from gebruikers.domein.vragen import per_rol
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gebruikers.rechten import HeeftRol, heeft_rol
from gedeeld.meelezen import Meelijst
from gedeeld.periode import plus_maanden
from regels.domein.parameters import Parameters, meegelezen_verloop, parameters_mee
from regels.keuzes import Parametercode
from regels.models import Regelparameter
from trajects.uitstroom.opvolging import vertrekken_erbij
from trajects.uitstroom.vervangingsvenster import VENSTERREGELS, keerpunt_rond
from werknemers.domein.premies import als_startpakketten, standaardpakketten_erbij
from werknemers.domein.schijven import als_adviezen
from werknemers.models import Werknemer
from werknemers.models.naam import Naam


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
    """Who was dismissed, with what the window follows from and who began there since."""

    datum: date
    wie: Naam
    adviezen: list[dict[str, Any]]
    begonnen: list[dict[str, Any]]


def nieuwe_starts(
    gebruiker: Gebruiker, op: date, *, wie: Werknemer | None = None
) -> list[NieuweStart]:
    """For a coordinator, as long as the window runs on `op`; empty for everybody else.

    With `wie` only the starts of this employee. One query.
    """
    if not heeft_rol(gebruiker, Rol.COORDINATOR):
        return []
    (rij,) = _lees(gebruiker, op, *((wie.pk,) if wie else ()))
    return starts_uit(rij, op)


@per_rol
def _lees(gebruiker: HeeftRol, op: date, *wie: int) -> QuerySet[Any, Any]:
    eigen = Gebruiker.objects.zichtbaar_voor(gebruiker).filter(pk=gebruiker.pk)
    rij: QuerySet[Any, Any] = eigen.order_by().values(**startkolommen(gebruiker, op, *wie))
    return rij


def startkolommen(gebruiker: HeeftRol, op: date, *wie: int) -> dict[str, Meelijst]:
    """What `starts_uit` needs, to read in a row of who asks; nothing for who is no coordinator."""
    if not heeft_rol(gebruiker, Rol.COORDINATOR):
        return {}
    parameters = Regelparameter.objects.zichtbaar_voor(gebruiker).filter(code__in=VENSTERREGELS)
    return {
        "vertrokken": vertrekken_erbij(gebruiker, op, *wie),
        "vensterregels": parameters_mee(parameters),
        "pakketrijen": standaardpakketten_erbij(),
    }


def starts_uit(rij: Mapping[str, Any], op: date) -> list[NieuweStart]:
    """From `startkolommen`."""
    opgevolgd = [_vertrek(**een) for een in rij.get("vertrokken", ()) if een["begonnen"]]
    if not opgevolgd:
        return []
    pakketten = als_startpakketten(rij["pakketrijen"])
    vensters = meegelezen_verloop(rij["vensterregels"])
    return [
        start
        for vertrek in opgevolgd
        if _in_venster(vertrek, pakketten, vensters.op(vertrek.datum), op)
        for start in _starts(vertrek)
    ]


def _vertrek(
    datum: str,
    pk: int,
    voornaam: str,
    familienaam: str,
    adviezen: list[dict[str, Any]],
    begonnen: list[dict[str, Any]],
) -> _Vertrek:
    return _Vertrek(date.fromisoformat(datum), Naam(pk, voornaam, familienaam), adviezen, begonnen)


def _in_venster(vertrek: _Vertrek, pakketten: list[Any], regels: Parameters, op: date) -> bool:
    """Whether the premium of who left fell around that day, and the window runs on `op`."""
    adviezen = als_adviezen(vertrek.adviezen)
    if keerpunt_rond(adviezen, pakketten, regels, vertrek.datum) is None:
        return False
    return op <= plus_maanden(vertrek.datum, regels.aantal(Parametercode.VERVANGING_NA))


def _starts(vertrek: _Vertrek) -> Iterator[NieuweStart]:
    return (_start(vertrek.wie, vertrek.datum, **rij) for rij in vertrek.begonnen)


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
