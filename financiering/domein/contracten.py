"""The contracts behind a forecast, read as columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast

from financiering.domein.rekenmodel.afronding import MILJOEN
from financiering.domein.rekenmodel.dagen import OPEN, Getallen, dagnummer, getallen
from financiering.domein.rekenmodel.mensen import Contractkolommen
from gedeeld.dagnummers import Uitdagen, dagen_van
from gedeeld.periode import Periode
from gedeeld.vastevraag import vaste_vraag
from trajects.models import Uitstroom
from werknemers.models import Arbeidsovereenkomst


class _Gelezen(NamedTuple):
    """What is read of the contracts, a column each; `tot` is the day after the last one, `breuk`
    in millionths, `bruto` in cents a month and None when the wage is not known."""

    werknemer: tuple[int, ...] = ()
    voornaam: tuple[str, ...] = ()
    familienaam: tuple[str, ...] = ()
    nummer: tuple[str, ...] = ()
    contract: tuple[int, ...] = ()
    dienst: tuple[str, ...] = ()
    van: tuple[date, ...] = ()
    tot: tuple[date | None, ...] = ()
    breuk: tuple[int, ...] = ()
    bruto: tuple[int | None, ...] = ()


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
    alle = _Gelezen(*zip(*gelezen, strict=True))
    nieuw = np.diff(getallen(alle.werknemer), prepend=-1) != 0
    persoon = np.cumsum(nieuw) - 1
    eersten = np.flatnonzero(nieuw).tolist()
    namen = tuple(f"{alle.voornaam[nr]} {alle.familienaam[nr]}".strip() for nr in eersten)
    zonder = [wie for wie, bruto in zip(persoon.tolist(), alle.bruto, strict=True) if bruto is None]
    diensten = {naam: nr for nr, naam in enumerate(dict.fromkeys(alle.dienst))}
    return Contracten(
        werknemers=tuple(alle.werknemer[nr] for nr in eersten),
        namen=namen,
        nummers=tuple(alle.nummer[nr] for nr in eersten),
        zonder_loon=tuple(namen[wie] for wie in dict.fromkeys(zonder)),
        diensten=tuple(diensten),
        dienst=getallen(map(diensten.__getitem__, alle.dienst)),
        # The first day of those on which somebody left counts, so it comes last.
        kolommen=_kolommen(alle, persoon, dict(_vertrokken(*sleutels))),
    )


def _contracten(organisatie: int, van: int, tot: int) -> QuerySet[Any, tuple[Any, ...]]:
    return (
        Arbeidsovereenkomst.objects.filter(
            organisatie=organisatie,
            # Or the employees of the whole country are read.
            werknemer__organisatie=organisatie,
            periode__overlap=Uitdagen(van, tot),
        )
        .annotate(
            miljoensten=Cast(F("tewerkstellingsbreuk") * MILJOEN, IntegerField()),
            centen=Cast(F("bruto_maandloon") * 100, IntegerField()),
        )
        .order_by("werknemer__familienaam", "werknemer__voornaam", "werknemer", "periode", "pk")
        .values_list(*_VELDEN)
    )


def _vertrekken(organisatie: int, van: int, tot: int) -> QuerySet[Any, tuple[int, date]]:
    """The contracts that ran when somebody left, each with the last day. Leaving can be on file
    before the contract is ended."""
    periode = Uitdagen(van, tot)
    vertrekken = Uitstroom.objects.filter(
        organisatie=organisatie,
        werknemer__contracten__periode__overlap=periode,
        datum__gte=F("werknemer__contracten__periode__startswith"),
    )
    return vertrekken.order_by("-datum").values_list("werknemer__contracten", "datum")


_van_iedereen: Final = vaste_vraag(_contracten, voorbereid=False)
_vertrokken: Final = vaste_vraag(_vertrekken, voorbereid=False)


def _kolommen(
    alle: _Gelezen, persoon: Getallen, vertrokken: Mapping[int, date]
) -> Contractkolommen:
    """An unknown wage counts as nothing; the page says for whom."""
    weg = getallen(
        vertrokken[contract].toordinal() + 1 if contract in vertrokken else OPEN
        for contract in alle.contract
    )
    return Contractkolommen(
        persoon=persoon,
        van=getallen(map(date.toordinal, alle.van)),
        tot=np.minimum(getallen(map(dagnummer, alle.tot)), weg),
        breuk=getallen(alle.breuk) / MILJOEN,
        bruto=getallen(bruto or 0 for bruto in alle.bruto).astype(np.float64),
    )
