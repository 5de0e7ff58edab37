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
from regels.keuzes import IN_KWARTALEN, NIET_VERLENGBAAR, SoortAdvies
from regels.models import Startpakket
from werknemers.domein.begeleidingstelling import ketenbegin
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
_Inhoud = tuple[str, date, date, date, str]
_Gelezen = tuple[_Inhoud, _Stappen]
# The last is the begin of a chain that began before the advice.
_Lezer = Callable[[_Inhoud, _Stappen, date | None], Advies]


@dataclass(frozen=True, slots=True)
class Steunverlopen:
    """`van_werknemer` gives a place in `steun` by the key of the employee; the first course is to
    have no support."""

    steun: tuple[Steun, ...]
    van_werknemer: dict[int, int]


def lees_steun(
    organisatie_id: int, periode: Periode, wie: Q, startpakketten: Sequence[Startpakket]
) -> Steunverlopen:
    """The advice that runs in (a part of) the period, of whom `wie` is true. One query, which also
    reads what came before: that may be the begin of a chain."""
    alle = Adviesperiode.objects.filter(wie, organisatie=organisatie_id)
    loopt, voorbij = Q(periode__overlap=periode), Q(periode__endswith__lte=periode.van)
    rijen = (
        alle.filter(loopt | voorbij & Q(werknemer__in=alle.filter(loopt).values("werknemer")))
        .order_by("periode", "pk", "schijven__periode")
        .values_list("pk", "werknemer_id", *_INHOUD, *_STAP)
    )
    per_werknemer: dict[int, list[_Gelezen]] = {}
    for _, groep in groupby(rijen, itemgetter(0)):
        _, werknemer, *inhoud = (stukken := list(groep))[0][:-3]
        stappen = tuple(rij[-3:] for rij in stukken if rij[-1] is not None)
        per_werknemer.setdefault(werknemer, []).append(((*inhoud,), stappen))
    lees = _lezer(startpakketten)
    return _verlopen(
        {werknemer: _steun(gelezen, periode, lees) for werknemer, gelezen in per_werknemer.items()}
    )


def _steun(gelezen: list[_Gelezen], periode: Periode, lees: _Lezer) -> Steun:
    """What runs in the period, of the advice of one employee."""
    if len(gelezen) == 1:
        return (lees(*gelezen[0], None),)
    perioden = [Periode(inhoud[2], inhoud[3]) for inhoud, _ in gelezen]
    imw = [p for p, (inhoud, _) in zip(perioden, gelezen, strict=True) if inhoud[0] in IN_KWARTALEN]
    begin = ketenbegin(imw)
    return tuple(
        lees(*advies, None if (van := begin.get(p)) == p.van else van)
        for p, advies in zip(perioden, gelezen, strict=True)
        if not p.voorbij(periode.van)
    )


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
        soort: str,
        pakket: Startpakket | None,
        periode: Periode,
        niveau: str,
        eigen: _Stappen,
        keten_van: date | None,
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
            keten_van=keten_van,
        )

    def lees(inhoud: _Inhoud, eigen: _Stappen, keten_van: date | None) -> Advies:
        soort, besluitdatum, van, tot, niveau = inhoud
        periode = Periode(van, tot)
        return advies(soort, pakket(soort, besluitdatum), periode, niveau, eigen, keten_van)

    return lees
