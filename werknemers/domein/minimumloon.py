"""Whether a wage lies under the guaranteed minimum: a remark, never a refusal."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from gedeeld.periode import Periode
from gedeeld.tijd import vandaag
from gedeeld.weergeven import bedrag, breuk
from regels.domein.parameters import Parameterverloop, laad_parameterverloop
from regels.keuzes import Parametercode
from werknemers.models import Arbeidsovereenkomst

_CENT: Final = Decimal("0.01")


def minimumloon(tewerkstellingsbreuk: Decimal, ggmmi: Decimal) -> Decimal:
    """The least gross monthly wage for this fraction, in euro, rounded half-up to the cent."""
    return (ggmmi * tewerkstellingsbreuk).quantize(_CENT, ROUND_HALF_UP)


def onder_minimum(
    periode: Periode,
    tewerkstellingsbreuk: Decimal,
    maandloon: Decimal | None,
    *,
    verloop: Parameterverloop,
    op: date,
) -> str:
    """The sentence about a contract whose wage is too low; "" when it is not, or nobody knows.

    The minimum of the day `op` counts, or of the day of the contract that lies nearest to it.
    """
    ggmmi = verloop.op(_dag(periode, op)).waarde(Parametercode.GGMMI)
    if maandloon is None or ggmmi is None:
        return ""
    minimum = minimumloon(tewerkstellingsbreuk, ggmmi)
    if maandloon >= minimum:
        return ""
    return (
        f"Dit loon ligt onder het gewaarborgd minimum ({bedrag(minimum)}) voor "
        f"{_job(tewerkstellingsbreuk)}."
    )


def loon_onder_minimum(contract: Arbeidsovereenkomst) -> str:
    """The same about a contract that is there, today. One query."""
    return onder_minimum(
        contract.periode,
        contract.tewerkstellingsbreuk,
        contract.bruto_maandloon,
        verloop=laad_parameterverloop(contract.organisatie_id),
        op=vandaag(),
    )


def _dag(periode: Periode, op: date) -> date:
    laatste = periode.laatste_dag
    return max(periode.van, op if laatste is None else min(op, laatste))


def _job(tewerkstellingsbreuk: Decimal) -> str:
    if tewerkstellingsbreuk == 1:
        return "een voltijdse job"
    return f"een job van {breuk(Fraction(tewerkstellingsbreuk))}"
