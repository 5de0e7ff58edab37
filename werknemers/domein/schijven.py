"""The steps of an advice as they are kept: those it began with, and what decisions made of them.

A decision inside a running advice (an adjustment, an evaluation, an objection that was won) says
what counts from a day on, to the end of the advice. What was decided later goes first from that day
on; what was before stays what it was (docs/regels.md#events).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from django.db.models import F, OuterRef

from gedeeld.meelezen import HeleRij, Meelijst, als_record, mee
from gedeeld.periode import Periode
from werknemers.models import Adviesperiode, Premieschijf
from werknemers.models.adviesperiode import AdviesperiodeQuerySet


@dataclass(frozen=True, slots=True)
class Schijf:
    """`percentage` of the capped reference wage during `periode`."""

    periode: Periode
    percentage: int


@dataclass(frozen=True, slots=True)
class Bijstelling:
    """What a decision made of an advice from its first step on; `niveau` is the level of guidance
    from then on. `nummer` is the key of the event: what was decided on one day is in that order."""

    besluitdatum: date
    nummer: int
    niveau: str
    schijven: tuple[Schijf, ...]

    @property
    def van(self) -> date:
        return self.schijven[0].periode.van


# Percentage, first day, day after; decision date, key and level of the event, or none.
Schijfrij = tuple[int, date, date, date | None, int | None, str | None]
_GEBEURTENIS: Final = (
    "gebeurtenis__besluitdatum",
    "gebeurtenis",
    "gebeurtenis__begeleidingsniveau",
)


def eigen_schijven(advies: Adviesperiode) -> tuple[Schijf, ...]:
    """The steps that were set by hand at the begin, in order; empty when the package counts."""
    return eigen_uit(_rijen(advies))


def eigen_uit(rijen: Iterable[Schijfrij]) -> tuple[Schijf, ...]:
    return tuple(_schijf(rij) for rij in rijen if rij[4] is None)


def bijstellingen(advies: Adviesperiode) -> tuple[Bijstelling, ...]:
    """What decisions changed, in the order in which they were taken."""
    return als_bijstellingen(_rijen(advies))


def als_bijstellingen(rijen: Iterable[Schijfrij]) -> tuple[Bijstelling, ...]:
    besluiten = sorted(rij for rij in map(_besluitrij, rijen) if rij is not None)
    return tuple(
        Bijstelling(
            besluit, nummer, niveau, tuple(Schijf(Periode(van, tot), p) for *_, van, tot, p in rij)
        )
        for (besluit, nummer, niveau), rij in groupby(besluiten, key=lambda rij: rij[:3])
    )


def bijgesteld(
    begin: Sequence[Schijf], besluiten: Iterable[Bijstelling], periode: Periode
) -> tuple[Schijf, ...]:
    """The steps that count, within the period of the advice, which may have been stopped."""
    stand = list(begin)
    for besluit in besluiten:
        stand = [*_tot(stand, besluit.van), *besluit.schijven]
    return tuple(_binnen(stand, periode))


def niveaus(
    begin: str, besluiten: Iterable[Bijstelling], periode: Periode
) -> tuple[tuple[Periode, str], ...]:
    """The level of guidance of each part of an advice, in order; parts differ in level."""
    grenzen = [(periode.van, begin)]
    for besluit in besluiten:
        grenzen = [*(g for g in grenzen if g[0] < besluit.van), (besluit.van, besluit.niveau)]
    delen = [next(groep) for _, groep in groupby(grenzen, key=lambda grens: grens[1])]
    eindes = [*(van for van, _ in delen[1:]), None]
    stukken = (
        (Periode(van, tot).doorsnede(periode), niveau)
        for (van, niveau), tot in zip(delen, eindes, strict=True)
    )
    return tuple((stuk, niveau) for stuk, niveau in stukken if stuk is not None)


def niveau_op(advies: Adviesperiode, dag: date) -> str:
    """The level of guidance on a day; before the advice as it begins, after it as it ended."""
    delen = niveaus(advies.begeleidingsniveau, bijstellingen(advies), advies.periode)
    begonnen = [niveau for periode, niveau in delen if periode.van <= dag]
    return begonnen[-1] if begonnen else advies.begeleidingsniveau


def met_eigen_schijven(adviezen: AdviesperiodeQuerySet) -> AdviesperiodeQuerySet:
    """With the steps of each that were set by hand, for `verloop_van`: no query of their own."""
    return adviezen.annotate(eigen=_schijven_erbij())


def adviezen_erbij(adviezen: AdviesperiodeQuerySet) -> Meelijst:
    """Advice to read along in another query, for `als_adviezen`."""
    return mee(adviezen, rij=HeleRij(), eigen=_schijven_erbij())


def als_adviezen(rijen: Iterable[dict[str, Any]] | None) -> list[Adviesperiode]:
    """From `adviezen_erbij`; as from `met_eigen_schijven`."""
    return [_advies(**rij) for rij in rijen or ()]


def _schijven_erbij() -> Meelijst:
    eigen = Premieschijf.objects.filter(advies=OuterRef("pk"))
    besluit, nummer, niveau = map(F, _GEBEURTENIS)
    return mee(
        eigen,
        "percentage",
        van=F("periode__startswith"),
        tot=F("periode__endswith"),
        besluit=besluit,
        nummer=nummer,
        niveau=niveau,
    )


def _advies(rij: dict[str, Any], eigen: list[dict[str, Any]]) -> Any:
    advies: Any = als_record(Adviesperiode, rij)
    advies.eigen = eigen
    return advies


def _rijen(advies: Adviesperiode) -> Iterator[Schijfrij]:
    """From what came along, or from the records."""
    if (rijen := getattr(advies, "eigen", None)) is not None:
        for rij in rijen:
            dagen = (rij["van"], rij["tot"], rij["besluit"])
            van, tot, besluit = (dag and date.fromisoformat(dag) for dag in dagen)
            yield rij["percentage"], van, tot, besluit, rij["nummer"], rij["niveau"]
        return
    for schijf in advies.schijven.all():
        van, tot = schijf.periode.van, schijf.periode.tot
        assert tot is not None  # noqa: S101 - a step ends with its advice
        door = schijf.gebeurtenis
        uit = (None,) * 3 if door is None else (door.besluitdatum, door.pk, door.begeleidingsniveau)
        yield schijf.percentage, van, tot, *uit


def _schijf(rij: Schijfrij) -> Schijf:
    percentage, van, tot, *_ = rij
    return Schijf(Periode(van, tot), percentage)


def _besluitrij(rij: Schijfrij) -> tuple[date, int, str, date, date, int] | None:
    percentage, van, tot, besluit, nummer, niveau = rij
    if besluit is None or nummer is None:
        return None
    return besluit, nummer, niveau or "", van, tot, percentage


def _tot(schijven: Iterable[Schijf], dag: date) -> Iterator[Schijf]:
    """What lies before the day."""
    for schijf in schijven:
        if schijf.periode.van < dag:
            tot = dag if schijf.periode.tot is None else min(schijf.periode.tot, dag)
            yield Schijf(Periode(schijf.periode.van, tot), schijf.percentage)


def _binnen(schijven: Iterable[Schijf], periode: Periode) -> Iterator[Schijf]:
    for schijf in schijven:
        if (stuk := schijf.periode.doorsnede(periode)) is not None:
            yield Schijf(stuk, schijf.percentage)
