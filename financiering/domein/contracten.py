"""The contracts behind a forecast, read as columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

import numpy as np
from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast

from financiering.domein.rekenmodel.dagen import OPEN, Getallen, dagnummer, getallen
from financiering.domein.rekenmodel.mensen import MILJOEN, Contractkolommen
from gedeeld.dagnummers import Uitdagen, dagen_van
from gedeeld.periode import Periode
from gedeeld.vastevraag import vaste_vraag
from trajects.models import Uitstroom
from werknemers.models import Arbeidsovereenkomst


class _Rij(NamedTuple):
    """What is read of a contract; `tot` is the day after the last one, `breuk` in millionths,
    `bruto` in cents a month and None when the wage is not known."""

    werknemer: int
    voornaam: str
    familienaam: str
    nummer: str
    contract: int
    dienst: str
    van: date
    tot: date | None
    breuk: int
    bruto: int | None


_VELDEN: Final = (
    "werknemer_id",
    "werknemer__voornaam",
    "werknemer__familienaam",
    "werknemer__personeelsnummer",
    "pk",
    "dienst__naam",
    "periode__startswith",
    "periode__endswith",
    "miljoensten",
    "centen",
)


@dataclass(frozen=True, slots=True)
class Contracten:
    """By person, in order of their names: `werknemers` are keys, `nummers` those of the employee.
    `dienst[contract]` is a place in `diensten`. `zonder_loon` are names."""

    werknemers: tuple[int, ...]
    namen: tuple[str, ...]
    nummers: tuple[str, ...]
    zonder_loon: tuple[str, ...]
    diensten: tuple[str, ...]
    dienst: Getallen
    kolommen: Contractkolommen


def lees_contracten(organisatie_id: int, periode: Periode, wie: Q | None) -> Contracten:
    """Everybody with a contract in (a part of) the period, or of whom `wie` is true. Two
    queries."""
    sleutels = organisatie_id, *dagen_van(periode)
    gelezen = _van_iedereen(*sleutels) if wie is None else _contracten(*sleutels).filter(wie)
    rijen = [_Rij._make(rij) for rij in gelezen]
    groepen = [list(groep) for _, groep in groupby(rijen, key=attrgetter("werknemer"))]
    eersten = [groep[0] for groep in groepen]
    namen = tuple(f"{rij.voornaam} {rij.familienaam}" for rij in eersten)
    diensten = {naam: nr for nr, naam in enumerate(dict.fromkeys(rij.dienst for rij in rijen))}
    return Contracten(
        werknemers=tuple(rij.werknemer for rij in eersten),
        namen=namen,
        nummers=tuple(rij.nummer for rij in eersten),
        zonder_loon=tuple(
            naam
            for naam, groep in zip(namen, groepen, strict=True)
            if any(rij.bruto is None for rij in groep)
        ),
        diensten=tuple(diensten),
        dienst=getallen(diensten[rij.dienst] for rij in rijen),
        # The first day of those on which somebody left counts, so it comes last.
        kolommen=_kolommen(groepen, dict(_vertrokken(*sleutels))),
    )


def _contracten(organisatie: int, van: int, tot: int) -> QuerySet[Any, tuple[Any, ...]]:
    return (
        Arbeidsovereenkomst.objects.filter(
            organisatie=organisatie, periode__overlap=Uitdagen(van, tot)
        )
        .annotate(
            miljoensten=Cast(F("tewerkstellingsbreuk") * MILJOEN, IntegerField()),
            centen=Cast(F("bruto_maandloon") * 100, IntegerField()),
        )
        .order_by("werknemer__familienaam", "werknemer__voornaam", "werknemer", "periode", "pk")
        .values_list(*_VELDEN)
    )


_van_iedereen: Final = vaste_vraag(_contracten)


@vaste_vraag
def _vertrokken(organisatie: int, van: int, tot: int) -> QuerySet[Any, tuple[int, date]]:
    """The contracts that ran when somebody left, each with the last day. Leaving can be on file
    before the contract is ended."""
    periode = Uitdagen(van, tot)
    vertrekken = Uitstroom.objects.filter(
        organisatie=organisatie,
        werknemer__contracten__periode__overlap=periode,
        datum__gte=F("werknemer__contracten__periode__startswith"),
    )
    return vertrekken.order_by("-datum").values_list("werknemer__contracten", "datum")


def _kolommen(
    groepen: Sequence[Sequence[_Rij]], vertrokken: Mapping[int, date]
) -> Contractkolommen:
    """An unknown wage counts as nothing; the page says for whom."""
    rijen = list(chain.from_iterable(groepen))
    weg = getallen(
        vertrokken[rij.contract].toordinal() + 1 if rij.contract in vertrokken else OPEN
        for rij in rijen
    )
    tot = getallen(dagnummer(rij.tot) for rij in rijen)
    return Contractkolommen(
        persoon=np.repeat(np.arange(len(groepen)), [len(groep) for groep in groepen]),
        van=getallen(rij.van.toordinal() for rij in rijen),
        tot=np.minimum(tot, weg),
        breuk=getallen(rij.breuk for rij in rijen) / MILJOEN,
        bruto=getallen(rij.bruto or 0 for rij in rijen).astype(np.float64),
    )
