"""The support behind a forecast: each course of it once, and who follows which."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from financiering.domein.bijgestuurd import rekenniveau, stel_bij
from financiering.domein.rekenmodel.mensen import Steun
from financiering.domein.rekenmodel.persoon import Advies, Rekenschijf
from gedeeld.dagnummers import Uitdag, Uitdagen, dagen_van
from gedeeld.periode import Periode
from gedeeld.vastevraag import vaste_vraag
from regels.domein.parameters import Parameterverloop
from regels.keuzes import IN_KWARTALEN, NIET_VERLENGBAAR, Parametercode, SoortAdvies
from regels.models import Startpakket
from werknemers.domein.adviesloop import volle_termijn
from werknemers.domein.begeleidingstelling import ketenbegin
from werknemers.domein.premies import (
    Kwartaalstappen,
    kwartaalstappen,
    op_kwartalen,
    standaardpakket,
)
from werknemers.domein.schijven import Schijfrij, als_bijstellingen, bijgesteld, eigen_uit
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
    "schijven__percentage",
    "schijven__periode__startswith",
    "schijven__periode__endswith",
    "schijven__gebeurtenis__besluitdatum",
    "schijven__gebeurtenis",
    "schijven__gebeurtenis__begeleidingsniveau",
)
# Steps that were set by hand, at the begin or by a decision since.
_Stappen = tuple[Schijfrij, ...]
_Gelezen = tuple[str, date, date, date, str, _Stappen]
# The last is the begin of a chain that began before the advice.
_Lezer = Callable[[str, date, date, date, str, _Stappen, date | None], Steun]
# Whether a decision in the middle of a quarter counts for the whole of it, by its day.
_Meteen = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Steunverlopen:
    """`van_werknemer` gives a place in `steun` by the key of the employee; the first course is to
    have no support."""

    steun: tuple[Steun, ...]
    van_werknemer: dict[int, int]


def lees_steun(
    organisatie_id: int,
    periode: Periode,
    wie: Q | None,
    startpakketten: Sequence[Startpakket],
    verloop: Parameterverloop,
) -> Steunverlopen:
    """The advice of everybody that runs in (a part of) the period, or of whom `wie` is true. One
    query."""
    sleutels = organisatie_id, *dagen_van(periode)
    rijen = _van_iedereen(*sleutels) if wie is None else _adviezen(*sleutels).filter(wie)
    per_werknemer: dict[int, list[_Gelezen]] = {}
    for _, groep in groupby(rijen, itemgetter(0)):
        eerste, *meer = groep
        _, werknemer, soort, besluitdatum, van, tot, niveau, procent, *_ = eerste
        stappen = () if procent is None else tuple(rij[-len(_STAP) :] for rij in (eerste, *meer))
        gelezen = soort, besluitdatum, van, tot, niveau, stappen
        per_werknemer.setdefault(werknemer, []).append(gelezen)
    lees = _lezer(startpakketten, lambda dag: _telt_meteen(verloop, dag))
    return _verlopen(
        {werknemer: _steun(alle, periode, lees) for werknemer, alle in per_werknemer.items()}
    )


def _steun(gelezen: list[_Gelezen], periode: Periode, lees: _Lezer) -> Steun:
    """What runs in the period, of the advice of one employee."""
    if len(gelezen) == 1:
        return lees(*gelezen[0], None)
    perioden = [Periode(van, tot) for _, _, van, tot, *_ in gelezen]
    imw = [p for p, (soort, *_) in zip(perioden, gelezen, strict=True) if soort in IN_KWARTALEN]
    begin = ketenbegin(imw)
    return tuple(
        deel
        for p, advies in zip(perioden, gelezen, strict=True)
        if not p.voorbij(periode.van)
        for deel in lees(*advies, None if begin.get(p) == p.van else begin.get(p))
    )


def _adviezen(organisatie: int, van: int, tot: int) -> QuerySet[Any, tuple[Any, ...]]:
    """A row for each advice, or for each of its own steps. What came before the period may be the
    begin of a chain, and is read of who has advice in it."""
    loopt = Q(periode__overlap=Uitdagen(van, tot))
    alle = Adviesperiode.objects.filter(organisatie=organisatie)
    nog = Exists(alle.filter(loopt, werknemer=OuterRef("werknemer")))
    rijen = alle.filter(loopt | Q(nog, periode__endswith__lte=Uitdag(van)))
    return rijen.order_by("periode", "pk", "schijven__periode").values_list(
        "pk", "werknemer_id", *_INHOUD, *_STAP
    )


_van_iedereen: Final = vaste_vraag(_adviezen, voorbereid=False)


def _verlopen(per_werknemer: dict[int, Steun]) -> Steunverlopen:
    """Equal advice is one object here, so that a course is known by which objects it is made of: to
    compare all their days would cost more than to read them."""
    sleutels = {wie: tuple(map(id, steun)) for wie, steun in per_werknemer.items()}
    verlopen: dict[tuple[int, ...], Steun] = {(): ()}
    for wie, sleutel in sleutels.items():
        verlopen.setdefault(sleutel, per_werknemer[wie])
    plaatsen = {sleutel: plaats for plaats, sleutel in enumerate(verlopen)}
    van_werknemer = {wie: plaatsen[sleutel] for wie, sleutel in sleutels.items()}
    return Steunverlopen(tuple(verlopen.values()), van_werknemer)


def _telt_meteen(verloop: Parameterverloop, dag: date) -> bool:
    return bool(verloop.op(dag).waarde(Parametercode.BIJSTURING_TELT_METEEN))


def _lezer(startpakketten: Sequence[Startpakket], telt_meteen: _Meteen) -> _Lezer:
    van_soort: dict[str, list[Startpakket]] = defaultdict(list)
    for pakket in startpakketten:
        van_soort[pakket.soort].append(pakket)
    stappen = {pakket.pk: kwartaalstappen(pakket) for pakket in startpakketten}

    def lees(
        soort: str,
        besluitdatum: date,
        van: date,
        tot: date,
        niveau: str,
        eigen: _Stappen,
        keten_van: date | None,
    ) -> Steun:
        begin = tuple(rij for rij in eigen if rij[4] is None)
        pakket = None if begin else standaardpakket(van_soort[soort], soort, besluitdatum)
        uit_pakket = () if pakket is None else stappen[pakket.pk]
        heel = _advies(
            soort, van, tot, niveau, begin, uit_pakket,
            keten_van, None if pakket is None else pakket.pk,
        )  # fmt: skip
        if len(begin) == len(eigen):
            return (heel,)
        return stel_bij(heel, niveau, als_bijstellingen(eigen), telt_meteen)

    return lees


# By what it says, so that it is never of before: there are few packages, and few quarters in which
# they begin, in all organisations of a night together.
@lru_cache(maxsize=4096)
def _advies(
    soort: str,
    van: date,
    tot: date,
    niveau: str,
    eigen: _Stappen,
    uit_pakket: Kwartaalstappen,
    keten_van: date | None,
    pakket: int | None,
) -> Advies:
    """With the steps that were set by hand, or those of the package."""
    periode = Periode(van, tot)
    bij_begin = eigen_uit(eigen)
    gezet = bijgesteld(bij_begin, (), periode)
    vol = volle_termijn(soort, periode, bij_begin)
    return Advies(
        periode=periode,
        schijven=tuple(
            Rekenschijf(schijf.periode, schijf.percentage)
            for schijf in gezet or op_kwartalen(uit_pakket, periode)
        ),
        niveau=rekenniveau(niveau),
        lde=soort == SoortAdvies.LDE_OVERGANG,
        verlengbaar=soort not in NIET_VERLENGBAAR and periode == vol,
        keten_van=keten_van,
        soort=soort,
        pakket=pakket,
    )
