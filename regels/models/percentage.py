"""The rule on percentages of wage premium, once."""

from typing import Final

from django.db.models import F, Q
from django.db.models.functions import Mod
from django.db.models.lookups import Exact

LAAGSTE: Final = 20
HOOGSTE: Final = 75
STAP: Final = 5
PERCENTAGE_ZIN: Final = "Een percentage is een veelvoud van 5, van 20 tot en met 75."


def percentage_voorwaarde(veld: str = "percentage") -> Q:
    """A multiple of 5 from 20 to 75 (docs/regels.md#start-packages)."""
    return Q(**{f"{veld}__range": (LAAGSTE, HOOGSTE)}) & Q(Exact(Mod(F(veld), STAP), 0))
