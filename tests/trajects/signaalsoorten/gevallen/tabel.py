"""Every scene, by its kind."""

from itertools import chain
from typing import Final

from tests.trajects.signaalsoorten.gevallen import (
    eerste_dagen,
    komen_en_gaan,
    organisatie,
    steun,
    traject,
    werk,
    werkvloer,
)
from tests.trajects.signaalsoorten.gevallen.geval import Geval

_DELEN: Final = (komen_en_gaan, eerste_dagen, steun, traject, werk, werkvloer, organisatie)
GEVALLEN: Final[tuple[Geval, ...]] = tuple(chain(*(deel.GEVALLEN for deel in _DELEN)))
