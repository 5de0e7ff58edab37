"""Who stands in for whom, as the one who reads it has to know: the own, or of the organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, Count, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from gebruikers.domein.vervangingen import (
    Rooster,
    Roosterregel,
    in_dagen,
    lees_rooster,
    onvervangen,
    rooster_erbij,
)
from gebruikers.rechten import HeeftRol, mag_waarneming_regelen
from gedeeld.periode import Periode, plus_dagen
from gedeeld.weergeven import dagen_in_woorden, datum_voluit, meervoud
from trajects.rechten import mag_begeleiding_overdragen
from werknemers.models import Werknemer

# How long before it begins a stand-in is announced: a choice of this application.
DAGEN_VOORAF: Final = 14


@dataclass(frozen=True, slots=True)
class Vervangregel:
    """Who stands in for whom and until when, and what is wrong with it; "" when nothing is.
    `regelen`: for whom the one who reads it can arrange somebody else."""

    zin: str
    knelpunt: str
    regelen: int | None


def vervangkolommen(gebruiker: HeeftRol, op: date) -> dict[str, Any]:
    """What `vervangingen_uit` needs, in a row of who asks; nothing for who guides nobody."""
    if not mag_begeleiding_overdragen(gebruiker):
        return {}
    return {"rooster": rooster_erbij(gebruiker, op, aantal=_aantal(gebruiker, op))}


def vervangingen_uit(
    rij: Mapping[str, Any], gebruiker: HeeftRol, op: date
) -> tuple[Vervangregel, ...]:
    """From `vervangkolommen`: what runs or begins soon, of who arranges them everybody's."""
    rooster = lees_rooster(rij.get("rooster") or (), op)
    grens = plus_dagen(op, DAGEN_VOORAF)
    alle = mag_waarneming_regelen(gebruiker)
    return tuple(
        _regel(regel, rooster, gebruiker, op)
        for regel in rooster
        if regel.periode.van <= grens
        and (alle or gebruiker.pk in {regel.begeleider, regel.vervanger})
    )


def _aantal(gebruiker: HeeftRol, op: date) -> Coalesce | Case:
    """How many people it is about, in service on the day; of somebody else's not asked."""
    mensen = Werknemer.objects.in_dienst_op(op).filter(
        organisatie=OuterRef("organisatie"), begeleider=OuterRef("begeleider")
    )
    geteld = mensen.order_by().values("begeleider").annotate(aantal=Count("pk")).values("aantal")
    aantal = Coalesce(Subquery(geteld), 0)
    if mag_waarneming_regelen(gebruiker):
        return aantal
    van_mij = Q(begeleider=gebruiker.pk) | Q(vervanger=gebruiker.pk)
    return Case(When(van_mij, then=aantal), default=Value(None, IntegerField()))


def _regel(regel: Roosterregel, rooster: Rooster, gebruiker: HeeftRol, op: date) -> Vervangregel:
    zelf, voor_mij = regel.vervanger == gebruiker.pk, regel.begeleider == gebruiker.pk
    wie = "Je" if zelf else regel.vervanger_naam
    wiens = "je" if voor_mij else regel.begeleider_naam
    mensen = "" if voor_mij else f": {meervoud(regel.aantal or 0, 'persoon', 'mensen')}"
    weg = onvervangen(regel, rooster)
    regelt = mag_waarneming_regelen(gebruiker)
    return Vervangregel(
        zin=f"{wie} vervangt {wiens} {_wanneer(regel.periode, op)}{mensen}.",
        knelpunt=_knelpunt(regel, weg, zelf=zelf, regelt=regelt) if weg else "",
        regelen=regel.begeleider if weg and regelt else None,
    )


def _wanneer(periode: Periode, op: date) -> str:
    """Of what runs only how long it still does."""
    if periode.van > op:
        return dagen_in_woorden(periode)
    laatste = periode.laatste_dag
    return f"t.e.m. {datum_voluit(laatste)}" if laatste else "zonder einddatum"


def _knelpunt(regel: Roosterregel, weg: list[Periode], *, zelf: bool, regelt: bool) -> str:
    wie = "Je bent" if zelf else f"{regel.vervanger_naam} is"
    wat = f"{wie} zelf afwezig"
    if not regel.begeleidt:
        wat = f"{regel.vervanger_naam} begeleidt niemand meer. Er is geen vervanger"
    wat_nu = "Regel iemand anders." if regelt else "Vraag je coördinator wie het dan overneemt."
    return f"{wat} {in_dagen(weg)}. {wat_nu}"
