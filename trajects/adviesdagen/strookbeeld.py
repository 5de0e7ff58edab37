"""The days of the advice of one employee, and of the guidance that goes with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from gebruikers.rechten import HeeftRol
from gedeeld.periode import ketens
from regels.domein.parameters import Parameters
from trajects.keuzes import GESPROKEN
from trajects.models import Begeleidingsteam
from trajects.rechten import mag_plan_zien
from werknemers.domein.adviesdagen.dagregel import Dagregel
from werknemers.domein.adviesdagen.stroken import Strookgegevens, stroken_van
from werknemers.domein.adviesdagen.strook import Strook
from werknemers.domein.adviesdagen.werkvloer import (
    beschikbaar_tegen,
    kwalificatiedagen,
    volgende_opvolging,
)
from werknemers.domein.adviesverhaal import als_gebeurtenissen
from werknemers.domein.schijven import niveau_op
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Werknemer


@dataclass(frozen=True, slots=True)
class Strookbeeld:
    """`begeleiding` are the days of who guides on the work floor, each with its label; none for who
    may not see the plan, or without guidance."""

    stroken: list[Strook]
    begeleiding: list[tuple[str, Dagregel]]


def strookbeeld(werknemer: Werknemer, lezer: HeeftRol, parameters: Parameters) -> Strookbeeld:
    """Of an employee as the pages read one; no query."""
    rijen: list[dict[str, Any]] = werknemer.gebeurtenisrijen  # type: ignore[attr-defined]
    gegevens = Strookgegevens(
        adviezen=list(werknemer.adviezen.all()),
        gebeurtenissen=als_gebeurtenissen(rijen),
        geboren=werknemer.geboortedatum,
        sinds=_sinds(werknemer, parameters.op),
    )
    stroken = stroken_van(gegevens, parameters)
    begeleid = [strook for strook in stroken if _is_begeleid(strook)]
    if not begeleid or not mag_plan_zien(lezer):
        return Strookbeeld(stroken, [])
    return Strookbeeld(stroken, list(_begeleiding(werknemer, begeleid[0], parameters)))


def _sinds(werknemer: Werknemer, op: date) -> date | None:
    """The first day in service of the unbroken row of contracts that the day lies in."""
    reeksen = ketens(contract.periode for contract in werknemer.contracten.all())
    return next((reeks.van for reeks in reeksen if op in reeks), None)


def _is_begeleid(strook: Strook) -> bool:
    op, advies = strook.uitkijk.op, strook.advies
    return op in advies.periode and niveau_op(advies, op) != Begeleidingsniveau.GEEN


def _begeleiding(
    werknemer: Werknemer, strook: Strook, parameters: Parameters
) -> Iterator[tuple[str, Dagregel]]:
    gesprek = _laatste_gesprek(werknemer)
    if gesprek and (opvolging := volgende_opvolging(gesprek, parameters)):
        yield "Volgende opvolging, na het laatste gesprek", opvolging
    if er := beschikbaar_tegen(parameters.op, parameters):
        yield "Wie vandaag om hulp vraagt, krijgt ze ten laatste op", er
    if (team := _zonder_kwalificatie(werknemer)) is not None:
        begin = team.begeleider_sinds or strook.advies.periode.van
        dagen = kwalificatiedagen(begin, parameters)
        if dagen is not None:
            yield "Begeleider zonder kwalificatie: opleidingsplan, uiterlijk", dagen.opleidingsplan
            yield "Daarna coaching, tot", dagen.coaching


def _laatste_gesprek(werknemer: Werknemer) -> date | None:
    """Of the talks that the reader may know about."""
    rijen: list[dict[str, Any]] = werknemer.notitierijen or []  # type: ignore[attr-defined]
    dagen = (rij["datum"] for rij in rijen if rij["soort"] in GESPROKEN)
    return max((date.fromisoformat(dag) for dag in dagen), default=None)


def _zonder_kwalificatie(werknemer: Werknemer) -> Begeleidingsteam | None:
    """Of whom somebody is named, and nothing says what makes them qualified."""
    try:
        team: Begeleidingsteam = werknemer.begeleidingsteam
    except Begeleidingsteam.DoesNotExist:
        return None
    return team if team.gekwalificeerd_begeleider and not team.kwalificatie else None
