"""What decisions made of an advice that runs, as the model counts it: by whole quarters.

A decision holds from a day; which quarter it first counts in is a Regelparameter
(docs/regels.md#events).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from financiering.domein.rekenmodel.mensen import Steun
from financiering.domein.rekenmodel.persoon import Advies, Rekenbesluit, Rekenschijf
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from werknemers.domein.schijven import Bijstelling, Schijf, bijgesteld, niveaus
from werknemers.keuzes import Begeleidingsniveau


def rekenniveau(niveau: str) -> str:
    """As the model names a level: "" without guidance."""
    return "" if niveau == Begeleidingsniveau.GEEN else niveau


def stel_bij(
    advies: Advies, niveau: str, besluiten: Sequence[Bijstelling], meteen: Callable[[date], bool]
) -> Steun:
    """The advice with the steps of the decisions, as one part for each level of guidance. `meteen`
    says of a day in the middle of a quarter whether the whole quarter counts."""
    dagen = {besluit: _telt_vanaf(besluit.van, meteen) for besluit in besluiten}
    geteld = [_vanaf(besluit, dag) for besluit, dag in dagen.items()]
    tellend = [besluit for besluit in geteld if besluit is not None]
    begin = [Schijf(schijf.periode, schijf.percentage) for schijf in advies.schijven]
    schijven = bijgesteld(begin, tellend, advies.periode)
    gedaan = tuple(Rekenbesluit(b.besluitdatum, b.van, dag) for b, dag in dagen.items())
    return tuple(
        replace(
            advies,
            periode=periode,
            schijven=_binnen(schijven, periode),
            niveau=rekenniveau(deelniveau),
            vanaf=None if periode.van == advies.periode.van else advies.periode.van,
            besluiten=gedaan,
        )
        for periode, deelniveau in niveaus(niveau, tellend, advies.periode)
    )


def _telt_vanaf(dag: date, meteen: Callable[[date], bool]) -> date:
    kwartaal = Kwartaal.van(dag)
    if dag == kwartaal.eerste_dag or meteen(dag):
        return kwartaal.eerste_dag
    return (kwartaal + 1).eerste_dag


def _vanaf(besluit: Bijstelling, dag: date) -> Bijstelling | None:
    """The steps from the day on, the first of them also when it begins later; None when the advice
    ends before it."""
    na = Periode(dag)
    stukken = ((schijf, schijf.periode.doorsnede(na)) for schijf in besluit.schijven)
    over = [Schijf(stuk, schijf.percentage) for schijf, stuk in stukken if stuk is not None]
    if not over:
        return None
    eerste, *rest = over
    vroeger = Schijf(Periode(dag, eerste.periode.tot), eerste.percentage)
    return replace(besluit, schijven=(vroeger, *rest))


def _binnen(schijven: Sequence[Schijf], periode: Periode) -> tuple[Rekenschijf, ...]:
    binnen = bijgesteld(schijven, (), periode)
    return tuple(Rekenschijf(schijf.periode, schijf.percentage) for schijf in binnen)
