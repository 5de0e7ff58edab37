"""What a premium is. Each formula stands here once, for one quarter of one employee in fractions,
which is what the screen explains, and for whole tables of amounts.

Docs: docs/regels.md; the rates are in `tarieven`.
"""

from fractions import Fraction
from typing import TypeVar

import numpy as np

from financiering.domein.rekenmodel.afronding import Bedragen

Bedrag = TypeVar("Bedrag", Fraction, Bedragen)


def geplafonneerd(referteloon: Bedrag, plafond: Bedrag) -> Bedrag:
    """The reference wage, up to the cap for the fraction of employment."""
    laagste: Bedrag = np.minimum(referteloon, plafond)  # type: ignore[call-overload]
    return laagste


def loonpremie(referteloon: Bedrag, plafond: Bedrag, deel: Bedrag) -> Bedrag:
    """`deel` is the percentage of the step over 100."""
    return geplafonneerd(referteloon, plafond) * deel


def begeleidingspremie(vast: Bedrag, variabel: Bedrag, vte: Bedrag) -> Bedrag:
    """`variabel` is the other part for a full-time job."""
    return vast + variabel * vte
