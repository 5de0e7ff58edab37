"""A wage beside the guaranteed minimum: somebody looks at it when it lies under it, or when it is
more than three times as much, and it is never refused (docs/regels.md#plausibility)."""

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
# A list of other years, or of a job that was shorter then, lies under it: an import asks about all
# of those at once, and only about what lies further off row by row.
_VER_ONDER: Final = Decimal("0.5")
_VER_BOVEN: Final = 3


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
    minimum = _minimum(periode, tewerkstellingsbreuk, verloop, op)
    if maandloon is None or minimum is None or maandloon >= minimum:
        return ""
    return f"Dit loon ligt onder {_het_minimum(minimum, tewerkstellingsbreuk)}."


def vreemd_loon(
    periode: Periode,
    tewerkstellingsbreuk: Decimal,
    maandloon: Decimal | None,
    *,
    verloop: Parameterverloop,
    op: date,
) -> str:
    """The question about a wage of more than three times the minimum, or less than half of it;
    "" when there is nothing to ask. Which minimum counts, as in `onder_minimum`."""
    minimum = _minimum(periode, tewerkstellingsbreuk, verloop, op)
    if maandloon is None or minimum is None:
        return ""
    if maandloon > minimum * _VER_BOVEN:
        waar = "is meer dan drie keer"
    elif maandloon < minimum * _VER_ONDER:
        waar = "is minder dan de helft van"
    else:
        return ""
    return (
        f"Het loon ({bedrag(maandloon)}) {waar} {_het_minimum(minimum, tewerkstellingsbreuk)}. "
        "Kijk het loon en de breuk na."
    )


def loonvraag(
    periode: Periode,
    tewerkstellingsbreuk: Decimal,
    maandloon: Decimal | None,
    *,
    verloop: Parameterverloop,
    op: date,
) -> str:
    """What the form of one contract asks about its wage: either of both; "" when it is in order."""
    if vreemd := vreemd_loon(periode, tewerkstellingsbreuk, maandloon, verloop=verloop, op=op):
        return vreemd
    laag = onder_minimum(periode, tewerkstellingsbreuk, maandloon, verloop=verloop, op=op)
    return f"{laag} Kijk het loon en de breuk na." if laag else ""


def loon_onder_minimum(contract: Arbeidsovereenkomst) -> str:
    """The same about a contract that is there, today. One query."""
    return onder_minimum(
        contract.periode,
        contract.tewerkstellingsbreuk,
        contract.bruto_maandloon,
        verloop=laad_parameterverloop(contract.organisatie_id),
        op=vandaag(),
    )


def _minimum(
    periode: Periode, tewerkstellingsbreuk: Decimal, verloop: Parameterverloop, op: date
) -> Decimal | None:
    ggmmi = verloop.op(_dag(periode, op)).waarde(Parametercode.GGMMI)
    return None if ggmmi is None else minimumloon(tewerkstellingsbreuk, ggmmi)


def _het_minimum(minimum: Decimal, tewerkstellingsbreuk: Decimal) -> str:
    return f"het gewaarborgd minimum ({bedrag(minimum)}) voor {_job(tewerkstellingsbreuk)}"


def _dag(periode: Periode, op: date) -> date:
    laatste = periode.laatste_dag
    return max(periode.van, op if laatste is None else min(op, laatste))


def _job(tewerkstellingsbreuk: Decimal) -> str:
    if tewerkstellingsbreuk == 1:
        return "een voltijdse job"
    return f"een job van {breuk(Fraction(tewerkstellingsbreuk))}"
