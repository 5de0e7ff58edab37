"""Which employees changed hands: for the successor, the predecessor and the coordinator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import JSONObject

from gebruikers.models import Gebruiker
from gebruikers.models.gebruiker import GebruikerQuerySet
from gebruikers.rechten import HeeftRol
from gedeeld.periode import plus_dagen
from trajects.models import Begeleiderswissel
from trajects.rechten import mag_begeleiding_overdragen
from werknemers.models import Caseloadwissel, Werknemer

# How long what is settled still shows: a choice of this application.
DAGEN_ZICHTBAAR: Final = 7


@dataclass(frozen=True, slots=True)
class Wisselregel:
    """As much of a `Begeleiderswissel` as a line shows; `collega` is who had the employee before,
    or has them now; None: nobody had."""

    pk: int
    werknemer: Werknemer
    collega: Gebruiker | None
    op: date
    bevestigd_op: str | None


@dataclass(frozen=True, slots=True)
class Caseloadwissels:
    """`te_lezen`: sheets of the own caseload that are not confirmed; `toegewezen`: employees who
    came without a sheet in the last days; `overgedragen`: what this user gave away."""

    te_lezen: tuple[Wisselregel, ...] = ()
    toegewezen: tuple[Werknemer, ...] = ()
    overgedragen: tuple[Wisselregel, ...] = ()

    def __bool__(self) -> bool:
        return any((self.te_lezen, self.toegewezen, self.overgedragen))


def wisselkolommen(gebruiker: HeeftRol, op: date) -> dict[str, Any]:
    """What `wissels_uit` needs, to read in a row of who asks; nothing for who guides nobody."""
    if not mag_begeleiding_overdragen(gebruiker):
        return {}
    bronnen = {
        "te_lezen": _te_lezen(gebruiker),
        "overgedragen": _overgedragen(gebruiker, op),
        "toegewezen": _toegewezen(gebruiker, op),
    }
    lijsten = {naam: ArraySubquery(bron) for naam, bron in bronnen.items()}
    return {"wissels": JSONObject(**lijsten)}


def wissels_uit(rij: Mapping[str, Any]) -> Caseloadwissels:
    """From `wisselkolommen`."""
    lijsten = rij.get("wissels", {})
    return Caseloadwissels(
        te_lezen=tuple(_wissel(**een) for een in lijsten.get("te_lezen", ())),
        toegewezen=tuple(Werknemer(**een) for een in lijsten.get("toegewezen", ())),
        overgedragen=tuple(_wissel(**een) for een in lijsten.get("overgedragen", ())),
    )


def onbevestigde_wissels(gebruiker: Gebruiker) -> list[Begeleiderswissel]:
    """Every sheet that nobody confirmed yet, of the employees whom this user sees; one query."""
    wissels = Begeleiderswissel.objects.zichtbaar_voor(gebruiker).onbevestigd()
    return list(wissels.select_related("werknemer", "van", "naar").defer("werknemer__insz"))


def begeleiders_met_caseload(gebruiker: HeeftRol) -> GebruikerQuerySet:
    """Who guides somebody, active or not, with `aantal` annotated."""
    collegas: GebruikerQuerySet = Gebruiker.objects.zichtbaar_voor(gebruiker)
    met_aantal = collegas.annotate(aantal=Count("werknemers")).filter(aantal__gt=0)
    return met_aantal.order_by("voornaam", "naam", "pk")


def _te_lezen(gebruiker: HeeftRol) -> QuerySet[Any, Any]:
    """Those that wait for this user."""
    wissels = Begeleiderswissel.objects.filter(
        bevestigd_op=None, werknemer__begeleider=gebruiker.pk
    )
    return _rijen(wissels, collega="van")


def _overgedragen(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    """Those from this user that wait or were just confirmed.

    The predecessor does not see the employee any more, only whether the sheet was read.
    """
    recent = Q(bevestigd_op=None) | Q(bevestigd_op__date__gte=plus_dagen(op, -DAGEN_ZICHTBAAR))
    return _rijen(Begeleiderswissel.objects.filter(recent, van=gebruiker.pk), collega="naar")


def _rijen(wissels: QuerySet[Begeleiderswissel], *, collega: str) -> QuerySet[Any, Any]:
    rij = JSONObject(
        pk="pk",
        op="op",
        bevestigd_op="bevestigd_op",
        werknemer=_naam("werknemer", "voornaam", "familienaam"),
        collega=_naam(collega, "voornaam", "naam"),
    )
    return wissels.values(rij=rij)


def _naam(pad: str, *velden: str) -> JSONObject:
    return JSONObject(**{veld: f"{pad}__{veld}" for veld in ("pk", *velden)})


def _wissel(
    werknemer: dict[str, Any], collega: dict[str, Any], op: str, **velden: Any
) -> Wisselregel:
    return Wisselregel(
        werknemer=Werknemer(**werknemer),
        collega=Gebruiker(**collega) if collega["pk"] else None,
        op=date.fromisoformat(op),
        **velden,
    )


def _toegewezen(gebruiker: HeeftRol, op: date) -> QuerySet[Any, Any]:
    """Who got this counsellor by the form or the import, instead of another one."""
    wissels = Caseloadwissel.objects.filter(
        naar=gebruiker.pk, met_blad=False, op__date__gte=plus_dagen(op, -DAGEN_ZICHTBAAR)
    ).exclude(van=None)
    mensen = Werknemer.objects.zichtbaar_voor(gebruiker).filter(begeleider=gebruiker.pk)
    wachten = Begeleiderswissel.objects.onbevestigd()
    zonder_blad = mensen.exclude(pk__in=wachten.values("werknemer"))
    rij = JSONObject(pk="pk", voornaam="voornaam", familienaam="familienaam")
    return zonder_blad.filter(pk__in=wissels.values("werknemer")).values(rij=rij)
