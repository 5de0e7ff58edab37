"""The employer's contribution on a wage: what is left after the structural reduction of the RSZ, a
percentage of the organisation's own, or what the payroll office counted.

Docs: docs/regels.md#employer-contribution. Amounts in euro, fractions exact. What counts is a rate
in whole millionths of the gross wage, per contract and month.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Final

from financiering.domein.rekenmodel.afronding import MILJOEN
from gedeeld.periode import Periode

_GEEN: Final = Fraction(0)


class Bijdragekeuze(StrEnum):
    """How a contribution is known; the last one that there is goes before the others."""

    VERMINDERING = "vermindering"
    EIGEN = "eigen"
    OPGAVE = "opgave"


@dataclass(frozen=True, slots=True)
class Vermindering:
    """The figures of one category on one day, for a full-time quarter. `bruto`: the contribution
    before reductions; as `beta_onder` and `beta_tot` a part of one."""

    bruto: Fraction
    factor: Fraction
    grens: Fraction
    factor_laag: Fraction
    grens_laag: Fraction
    beta: Fraction
    beta_onder: Fraction
    beta_tot: Fraction


def voltijds_kwartaalloon(maandloon: Fraction, breuk: Fraction) -> Fraction:
    """S: what three months would pay in a full-time job."""
    return maandloon * 3 / breuk


def structurele_vermindering(tarief: Vermindering, kwartaalloon: Fraction) -> Fraction:
    """R, for a full-time quarter at the full-time wage S."""
    hoog = tarief.factor * max(tarief.grens - kwartaalloon, _GEEN)
    return hoog + tarief.factor_laag * max(tarief.grens_laag - kwartaalloon, _GEEN)


def beta(tarief: Vermindering, prestatie: Fraction) -> Fraction:
    """β for a performance fraction μ: the highest up to `beta_onder`, 1 from `beta_tot`, and a
    straight line between them."""
    if prestatie <= tarief.beta_onder:
        return tarief.beta
    if prestatie >= tarief.beta_tot:
        return Fraction(1)
    deel = (prestatie - tarief.beta_onder) / (tarief.beta_tot - tarief.beta_onder)
    return tarief.beta - deel * (tarief.beta - 1)


def netto_bijdrage(
    tarief: Vermindering, kwartaalloon: Fraction, prestatie: Fraction = Fraction(1)
) -> Fraction:
    """Part of the gross wage, from the full-time wage S and μ; never below zero."""
    if not kwartaalloon:
        return tarief.bruto
    vermindering = structurele_vermindering(tarief, kwartaalloon) * beta(tarief, prestatie)
    return max(tarief.bruto - vermindering / kwartaalloon, _GEEN)


@dataclass(frozen=True, slots=True)
class Regime:
    """What holds for everybody in a month. `eigen` is the percentage that the organisation gave, as
    a part of one, and goes before the reduction. One of the two is known."""

    vermindering: Vermindering | None
    eigen: Decimal | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when neither is known."""
        if self.vermindering is None and self.eigen is None:
            raise ValueError("De bijdrage van de werkgever is niet bekend.")

    @property
    def eigen_deel(self) -> Fraction | None:
        """The own percentage as a rate."""
        return None if self.eigen is None else op_miljoenste(Fraction(self.eigen))


@dataclass(frozen=True, slots=True)
class Loonbijdrage:
    """The rate that follows from a record of the payroll office; it counts from the day `van`, the
    first of a quarter, until the next one."""

    van: date
    deel: Fraction


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """The rate of one contract in one month, and where it comes from. `prestatie` is the fraction
    of employment that β goes by, `opgave` the record that counts."""

    deel: Fraction
    keuze: Bijdragekeuze
    prestatie: Fraction
    opgave: Loonbijdrage | None = None


def opgave_op(opgaven: Iterable[Loonbijdrage], dag: date) -> Loonbijdrage | None:
    """The last one that counts on this day."""
    return max((o for o in opgaven if o.van <= dag), key=lambda o: o.van, default=None)


def hoogste_breuk(werk: Iterable[tuple[Periode, Decimal]], maand: Periode) -> Fraction:
    """The most of a full-time job that these contracts are together on one day of the month; never
    more than one."""
    delen = [(deel, breuk) for periode, breuk in werk if (deel := periode.doorsnede(maand))]
    op_begin = (sum(b for ander, b in delen if deel.van in ander) for deel, _ in delen)
    return min(Fraction(max(op_begin, default=Decimal(0))), Fraction(1))


def kies_bijdrage(
    regime: Regime,
    maandloon: Decimal,
    breuk: Decimal,
    prestatie: Fraction,
    opgave: Loonbijdrage | None,
) -> Bijdrage:
    """The record goes before the own percentage, and that before the reduction."""
    if opgave is not None:
        return Bijdrage(opgave.deel, Bijdragekeuze.OPGAVE, prestatie, opgave)
    if regime.vermindering is None or regime.eigen_deel is not None:
        return Bijdrage(regime.eigen_deel or _GEEN, Bijdragekeuze.EIGEN, prestatie)
    deel = na_vermindering(regime.vermindering, maandloon, breuk, prestatie)
    return Bijdrage(deel, Bijdragekeuze.VERMINDERING, prestatie)


@lru_cache(maxsize=4096)
def na_vermindering(
    tarief: Vermindering, maandloon: Decimal, breuk: Decimal, prestatie: Fraction
) -> Fraction:
    """The rate of a contract: half-up to a millionth."""
    loon = voltijds_kwartaalloon(Fraction(maandloon), Fraction(breuk))
    return op_miljoenste(netto_bijdrage(tarief, loon, prestatie))


def op_miljoenste(deel: Fraction) -> Fraction:
    """Half-up."""
    return Fraction(floor(deel * MILJOEN + Fraction(1, 2)), MILJOEN)
