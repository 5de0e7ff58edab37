"""What the law hangs on notice: leave to look for work, outplacement, reasons, the C4.

Sources: docs/regels.md#end-of-a-contract. Every term is a dated value; what is not known is not
said.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gedeeld.periode import plus_dagen, plus_jaren, plus_maanden
from gedeeld.werkdagen import werkdag_tot
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from werknemers.domein.contracteinde.opzegging import Opzegging


class Regeling(StrEnum):
    ALGEMEEN = "algemeen"
    VANAF_LEEFTIJD = "45+"


@dataclass(frozen=True, slots=True)
class Outplacement:
    """What whoever gets this notice has a right to; the days are None where no term is known."""

    regeling: Regeling
    aanbod_tegen: date | None = None
    ingebreke_tegen: date | None = None


def sollicitatieverlof(
    opzegging: Opzegging, breuk: Decimal, parameters: Parameters, *, met_outplacement: bool = False
) -> Decimal:
    """Days of leave to look for work in the whole of the notice, for who works the fraction `breuk`
    of full time: a day a week at its end, half a day a week before that unless there is
    outplacement."""
    heel = parameters.aantal(Parametercode.SOLLICITATIE_HEEL)
    volle = opzegging.weken if met_outplacement else min(opzegging.weken, heel)
    halve = opzegging.weken - volle
    return (volle + Decimal(halve) / 2) * breuk


def outplacement(
    opzegging: Opzegging, geboren: date | None, parameters: Parameters
) -> Outplacement | None:
    """None for who has no right to it; without a birth date only long notice gives it."""
    if opzegging.weken >= parameters.aantal(Parametercode.OUTPLACEMENT_WEKEN):
        return Outplacement(Regeling.ALGEMEEN)
    if not _telt_leeftijd(opzegging, geboren, parameters):
        return None
    aanbod = plus_dagen(opzegging.laatste_dag, parameters.aantal(Parametercode.OUTPLACEMENT_AANBOD))
    weken = parameters.aantal(Parametercode.OUTPLACEMENT_INGEBREKE)
    return Outplacement(Regeling.VANAF_LEEFTIJD, aanbod, plus_dagen(aanbod, 7 * weken))


def _telt_leeftijd(opzegging: Opzegging, geboren: date | None, parameters: Parameters) -> bool:
    """Whether they are old enough when the notice begins, and were in service long enough."""
    if geboren is None:
        return False
    jaren = parameters.aantal(Parametercode.OUTPLACEMENT_LEEFTIJD)
    lang_genoeg = opzegging.maanden >= parameters.aantal(Parametercode.OUTPLACEMENT_DIENST)
    return lang_genoeg and plus_jaren(geboren, jaren) <= opzegging.begin


def motivering_vragen_tot(
    opzegging: Opzegging, kennisgeving: date, parameters: Parameters
) -> date | None:
    """The last day on which they can ask for the reasons; None in the first months of service."""
    if opzegging.maanden < parameters.aantal(Parametercode.MOTIVERING_DIENST):
        return None
    na_einde = parameters.aantal(Parametercode.MOTIVERING_EINDE)
    na_kennis = parameters.aantal(Parametercode.MOTIVERING_KENNIS)
    return min(plus_maanden(opzegging.laatste_dag, na_einde), plus_maanden(kennisgeving, na_kennis))


def c4_op(laatste_dag: date) -> date:
    """The last working day: by then the C4 is handed over, whatever the reason."""
    return werkdag_tot(laatste_dag)
