"""What a decision does to the support, and how far an advice runs after all of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum, auto
from typing import Final

from django.db.models import Q

from gedeeld.periode import Periode, dag_erna
from regels.keuzes import IN_KWARTALEN, SoortAdvies
from werknemers.domein.schijven import Schijf, eigen_schijven
from werknemers.domein.termijn import bereken_periode, heeft_vaste_termijn
from werknemers.keuzes import GEEFT_ADVIES, MET_GEVOLG, Adviesstap, Stapuitkomst
from werknemers.models import Adviesgebeurtenis, Adviesperiode


class Adviesgevolg(Enum):
    """NIETS: the support stays what it was. STAPPEN: other steps from a day on. EINDE: it stops
    early. ADVIES: a next advice begins."""

    NIETS = auto()
    STAPPEN = auto()
    EINDE = auto()
    ADVIES = auto()


# What happens to an advice itself, not to what comes after it.
_BINNEN: Final = (Adviesgevolg.STAPPEN, Adviesgevolg.EINDE)


def geeft_advies(soort: str, advies: Adviesperiode | None) -> bool:
    """Whether a next advice begins when it is granted: so it does after the evaluation of a
    transition, which has no steps that could change (docs/regels.md#events)."""
    na_overgang = advies is not None and advies.soort == SoortAdvies.LDE_OVERGANG
    return soort in GEEFT_ADVIES or (soort == Adviesstap.EVALUATIE and na_overgang)


def gevolg_van(
    soort: str, uitkomst: str, advies: Adviesperiode | None, tegen: Adviesgebeurtenis | None
) -> Adviesgevolg:
    """What an outcome comes to. An objection that is won does what the decision could have done:
    against the refusal of an extension it gives the extension (docs/regels.md#events)."""
    if uitkomst == Stapuitkomst.GESTOPT:
        return Adviesgevolg.EINDE
    if uitkomst not in MET_GEVOLG:
        return Adviesgevolg.NIETS
    om = tegen if soort == Adviesstap.BEZWAAR else None
    if om is None:
        return Adviesgevolg.ADVIES if geeft_advies(soort, advies) else Adviesgevolg.STAPPEN
    geeft = geeft_advies(om.soort, om.advies) and om.vervolgadvies_id is None
    return Adviesgevolg.ADVIES if geeft else Adviesgevolg.STAPPEN


def doeladvies(
    advies: Adviesperiode | None, tegen: Adviesgebeurtenis | None
) -> Adviesperiode | None:
    """The advice whose steps or end a decision can change: of an objection to a decision that gave
    an advice, that one."""
    if tegen is not None:
        return tegen.vervolgadvies or tegen.advies
    return advies


def volledige_periode(advies: Adviesperiode) -> Periode:
    """Until when the advice was granted, whether it was stopped or not."""
    vast = heeft_vaste_termijn(advies.soort)
    return volle_termijn(advies.soort, advies.periode, () if vast else eigen_schijven(advies))


def volle_termijn(soort: str, periode: Periode, eigen: Sequence[Schijf]) -> Periode:
    """The same of an advice that is read in parts: its kind, the days that count now, and the steps
    that were set by hand at its begin."""
    if heeft_vaste_termijn(soort):
        return bereken_periode(soort, periode.van, periode.van)
    if soort not in IN_KWARTALEN or not eigen:
        return periode
    return Periode(periode.van, max(schijf.periode.tot or date.max for schijf in eigen))


def is_gestopt(advies: Adviesperiode) -> bool:
    """Whether a decision ended it before the day until which it was granted."""
    nu: Periode = advies.periode
    return volledige_periode(advies) != nu


def besloten_over(advies: Adviesperiode) -> list[Adviesgebeurtenis]:
    """What was decided that changed the steps or the end of this advice, in order. One query."""
    over = Adviesgebeurtenis.objects.filter(Q(advies=advies) | Q(tegen__vervolgadvies=advies))
    alle = over.exclude(besluitdatum=None).select_related(
        "advies", "tegen__advies", "tegen__vervolgadvies"
    )
    eigen = (wat for wat in alle if doeladvies(wat.advies, wat.tegen) == advies)
    return in_volgorde(wat for wat in eigen if _gevolg(wat) in _BINNEN)


def _gevolg(wat: Adviesgebeurtenis) -> Adviesgevolg:
    return gevolg_van(wat.soort, wat.uitkomst, wat.advies, wat.tegen)


def periode_na(advies: Adviesperiode, gebeurtenissen: Iterable[Adviesgebeurtenis]) -> Periode:
    """The period that counts after these decisions about it: the last one that says until when."""
    vol = volledige_periode(advies)
    tot = vol.tot
    for wat in in_volgorde(gebeurtenissen):
        gevolg = _gevolg(wat)
        if gevolg is Adviesgevolg.EINDE and wat.laatste_dag is not None:
            # Of an advice that was removed since, the last day says nothing about this one.
            tot = min(dag_erna(wat.laatste_dag), vol.tot or date.max)
        elif gevolg is Adviesgevolg.STAPPEN:
            tot = vol.tot
    return Periode(vol.van, tot)


def in_volgorde(gebeurtenissen: Iterable[Adviesgebeurtenis]) -> list[Adviesgebeurtenis]:
    """Those that were decided, as they were."""
    besloten = [wat for wat in gebeurtenissen if wat.besluitdatum is not None]
    return sorted(besloten, key=lambda wat: (wat.besluitdatum, wat.pk))
