"""Every row, in the order in which they are measured."""

from collections.abc import Sequence
from typing import Final

from tests.meting.rij import Rij
from tests.meting.rijen import (
    bank,
    bladen,
    geld,
    logboek,
    model,
    nacht,
    paginas,
    plannen,
    ploeg,
    schrijven,
    web,
)

_FAMILIES: Final = (
    nacht, schrijven, web, paginas, geld, model, plannen, ploeg, logboek, bladen, bank,
)  # fmt: skip
RIJEN: Final[tuple[Rij, ...]] = tuple(rij for familie in _FAMILIES for rij in familie.RIJEN)


def kies(namen: Sequence[str]) -> tuple[list[Rij], list[str]]:
    """Those with such a name, or all; and the names that there are no rows for."""
    bekend = {rij.naam for rij in RIJEN}
    gekozen = [rij for rij in RIJEN if not namen or rij.naam in namen]
    return gekozen, [naam for naam in namen if naam not in bekend]
