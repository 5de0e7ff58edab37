"""When an adjustment of a running advice can be asked (docs/regels.md#adjustment-and-extension)."""

from datetime import date

from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, plus_maanden
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from werknemers.domein.adviesdagen.dagregel import Dagregel, dagregel, getal_van


def vroegste_bijsturing(
    advies: Periode, parameters: Parameters, geevalueerd: date | None = None
) -> Dagregel | None:
    """From the quarter of the advice that `BIJSTURING_VANAF` names. After an evaluation of the day
    `geevalueerd` there is but one reading: as `bijsturing_anders`. None when that is not known, or
    the advice is over by then."""
    if geevalueerd is not None:
        return bijsturing_anders(advies, parameters, geevalueerd)
    kwartaal = getal_van(parameters, Parametercode.BIJSTURING_VANAF)
    if kwartaal is None:
        return None
    dag = (Kwartaal.van(advies.van) + (kwartaal - 1)).eerste_dag
    regel = f"Vanaf kwartaal {kwartaal} van het advies."
    return _binnen(advies, dagregel(dag, regel, parameters, Parametercode.BIJSTURING_VANAF))


def bijsturing_anders(
    advies: Periode, parameters: Parameters, geevalueerd: date | None = None
) -> Dagregel | None:
    """When the second year is over, since the advice began or since the evaluation."""
    maanden = getal_van(parameters, Parametercode.BIJSTURING_ANDERS)
    if maanden is None:
        return None
    sinds = "het begin van het advies" if geevalueerd is None else "de evaluatie"
    regel = f"{maanden} maanden na {sinds}."
    dag = plus_maanden(geevalueerd or advies.van, maanden)
    return _binnen(advies, dagregel(dag, regel, parameters, Parametercode.BIJSTURING_ANDERS))


def _binnen(advies: Periode, regel: Dagregel) -> Dagregel | None:
    return regel if regel.dag in advies else None
