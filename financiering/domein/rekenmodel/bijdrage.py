"""What is left of the employer's contribution after the structural reduction of the RSZ.

Docs: docs/regels.md#employer-contribution. Amounts in euro, fractions exact; rounding comes at the
end, elsewhere.
"""

from dataclasses import dataclass
from fractions import Fraction

_GEEN = Fraction(0)


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
