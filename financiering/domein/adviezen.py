"""The support behind a forecast: each course of it once, and who follows which."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from django.db.models import Q

from financiering.domein.rekenmodel.mensen import Steun
from financiering.domein.rekenmodel.persoon import Advies, Rekenschijf
from gedeeld.periode import Periode
from regels.keuzes import NIET_VERLENGBAAR, SoortAdvies
from regels.models import Startpakket
from werknemers.domein.premies import Schijf, pas_toe, standaardpakket
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode

# What says the same of the advice of many people, and what is read once for each own step.
_INHOUD: Final = (
    "soort",
    "besluitdatum",
    "periode__startswith",
    "periode__endswith",
    "begeleidingsniveau",
)
_STAP: Final = (
    "schijven__periode__startswith",
    "schijven__periode__endswith",
    "schijven__percentage",
)
# Steps that were set by hand: first day, day after the last, percentage.
_Stappen = tuple[tuple[date, date, int], ...]
_Lezer = Callable[[tuple[str, date, date, date, str], _Stappen], Advies]


@dataclass(frozen=True, slots=True)
class Steunverlopen:
    """`van_werknemer` gives a place in `steun` by the key of the employee; the first course is to
    have no support."""

    steun: tuple[Steun, ...]
    van_werknemer: dict[int, int]


def lees_steun(
    organisatie_id: int, periode: Periode, wie: Q, startpakketten: Sequence[Startpakket]
) -> Steunverlopen:
    """The advice that runs in (a part of) the period, of whom `wie` is true. One query."""
    rijen = (
        Adviesperiode.objects.filter(wie, organisatie=organisatie_id, periode__overlap=periode)
        .order_by("periode", "pk", "schijven__periode")
        .values_list("pk", "werknemer_id", *_INHOUD, *_STAP)
    )
    lees = _lezer(startpakketten)
    per_werknemer: dict[int, Steun] = {}
    for _, groep in groupby(rijen, itemgetter(0)):
        _, werknemer, *inhoud = (alle := list(groep))[0][:-3]
        stappen = tuple(rij[-3:] for rij in alle if rij[-1] is not None)
        advies = lees((*inhoud,), stappen)
        per_werknemer[werknemer] = (*per_werknemer.get(werknemer, ()), advies)
    return _verlopen(per_werknemer)


def _verlopen(per_werknemer: dict[int, Steun]) -> Steunverlopen:
    """Equal advice is one object here, so that a course is known by which objects it is made of:
    to compare all their days would cost more than to read them."""
    sleutels = {wie: tuple(map(id, steun)) for wie, steun in per_werknemer.items()}
    verlopen: dict[tuple[int, ...], Steun] = {(): ()}
    for wie, sleutel in sleutels.items():
        verlopen.setdefault(sleutel, per_werknemer[wie])
    plaatsen = {sleutel: plaats for plaats, sleutel in enumerate(verlopen)}
    van_werknemer = {wie: plaatsen[sleutel] for wie, sleutel in sleutels.items()}
    return Steunverlopen(tuple(verlopen.values()), van_werknemer)


def _lezer(startpakketten: Sequence[Startpakket]) -> _Lezer:
    """Makes each advice once: there are few packages, and few quarters in which they begin."""

    @cache
    def pakket(soort: str, besluitdatum: date) -> Startpakket | None:
        return standaardpakket(startpakketten, soort, besluitdatum)

    @cache
    def advies(
        soort: str, pakket: Startpakket | None, periode: Periode, niveau: str, eigen: _Stappen
    ) -> Advies:
        gezet = (Schijf(Periode(van, tot), procent) for van, tot, procent in eigen)
        uit_pakket = () if pakket is None else pas_toe(pakket, periode)
        return Advies(
            periode=periode,
            schijven=tuple(
                Rekenschijf(s.periode, s.percentage) for s in (tuple(gezet) or uit_pakket)
            ),
            niveau="" if niveau == Begeleidingsniveau.GEEN else niveau,
            lde=soort == SoortAdvies.LDE_OVERGANG,
            verlengbaar=soort not in NIET_VERLENGBAAR,
        )

    def lees(inhoud: tuple[str, date, date, date, str], eigen: _Stappen) -> Advies:
        soort, besluitdatum, van, tot, niveau = inhoud
        return advies(soort, pakket(soort, besluitdatum), Periode(van, tot), niveau, eigen)

    return lees
