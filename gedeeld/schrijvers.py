"""What the trail keeps of what is ordered: who, what kind and how much, never about whom."""

from typing import Final

from gedeeld.models import Uitvoer
from gedeeld.schrijver import Schrijver

UITVOEREN: Final = Schrijver(
    Uitvoer,
    organisatie="organisatie_id",
    spoor=(
        "organisatie",
        "door",
        "rol",
        "soort",
        "aantal",
        "status",
        "gevraagd_op",
        "verder_op",
        "klaar_op",
    ),
    verzwegen=("parameters", "titel", "bundelnaam", "terug", "fout"),
)
