"""Where the advice in a row belongs among those the employee has.

The sheet shows one advice per person, mended by hand. Three readings are possible:

- the same kind and decision date: that advice;
- a decision less than a year from the begin of an advice it overlaps: a correction of that one,
  since nothing can be decided on a running advice before its fifth quarter
  (docs/regels.md#adjustment-and-extension);
- a later decision inside an advice that runs: an extension, which follows on when it ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from regels.keuzes import EIGEN_SCHIJVEN
from werknemers.domein.invoer.gegevens import GelezenAdvies
from werknemers.domein.termijn import (
    begin_volgens_regel,
    bereken_periode,
    botsen,
    heeft_vaste_termijn,
)
from werknemers.models import Adviesperiode

KWARTALEN_VOOR_BIJSTURING: Final = 4


@dataclass(frozen=True, slots=True)
class Plaats:
    """`bestaand` is the advice that the row is about, None for a new one; `verlengt` the one that
    a new one follows on."""

    periode: Periode
    bestaand: Adviesperiode | None = None
    verlengt: Adviesperiode | None = None


def plaats_advies(rij: GelezenAdvies, eigen: Sequence[Adviesperiode]) -> Plaats:
    """Which advice of an employee the row is about, and the period it gets."""
    zelfde = _zelfde(rij, eigen)
    if zelfde is not None:
        return Plaats(_met_eigen_begin(rij, zelfde), zelfde)
    zelf = rij.soort, rij.periode
    geraakt = [advies for advies in eigen if botsen(zelf, (advies.soort, advies.periode))]
    verbeterd = next((advies for advies in geraakt if _verbetert(rij, advies)), None)
    if verbeterd is not None:
        return Plaats(rij.periode, verbeterd)
    for advies in geraakt:
        aansluitend = _aansluitend(rij, advies)
        if aansluitend is not None:
            return Plaats(aansluitend, verlengt=advies)
    return Plaats(rij.periode)


def _zelfde(rij: GelezenAdvies, eigen: Sequence[Adviesperiode]) -> Adviesperiode | None:
    """One decision may have brought two, one after the other: the end in the sheet says which."""
    besluit = [a for a in eigen if (a.soort, a.besluitdatum) == (rij.soort, rij.besluitdatum)]
    met_einde = [advies for advies in besluit if advies.periode.laatste_dag == rij.einde]
    return next(iter(met_einde or besluit), None)


def _met_eigen_begin(rij: GelezenAdvies, zelfde: Adviesperiode) -> Periode:
    """A begin that somebody chose, such as that of an extension, stays; the end is computed."""
    begin = zelfde.periode.van
    if begin == begin_volgens_regel(zelfde.soort, zelfde.besluitdatum):
        return rij.periode
    return _vanaf(rij, begin) or rij.periode


def _verbetert(rij: GelezenAdvies, advies: Adviesperiode) -> bool:
    if (rij.soort in EIGEN_SCHIJVEN) != (advies.soort in EIGEN_SCHIJVEN):
        return False
    kwartalen = Kwartaal.van(rij.periode.van) - Kwartaal.van(advies.periode.van)
    return abs(kwartalen) < KWARTALEN_VOOR_BIJSTURING


def _aansluitend(rij: GelezenAdvies, advies: Adviesperiode) -> Periode | None:
    """The row's advice from the day after `advies` ends; None when it cannot follow on."""
    if advies.periode.tot is None or not advies.periode.van < rij.periode.van:
        return None
    return _vanaf(rij, advies.periode.tot)


def _vanaf(rij: GelezenAdvies, begin: date) -> Periode | None:
    laatste_dag = None if heeft_vaste_termijn(rij.soort) else rij.periode.laatste_dag
    try:
        return bereken_periode(rij.soort, rij.besluitdatum, begin, laatste_dag)
    except ValidationError:
        return None
