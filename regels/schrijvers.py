"""What the trail keeps of the values that an organisation chose: they say nothing about people.

Of what was written beside them it keeps only that it changed.
"""

from typing import Final

from gedeeld.schrijver import Schrijver
from regels.models import Regelparameter

PARAMETERS: Final = Schrijver(
    Regelparameter,
    organisatie="organisatie_id",
    spoor=(
        "code",
        "organisatie",
        "waarde",
        "geldig",
        "bron",
        "bronvermelding",
        "zekerheid",
    ),
    verzwegen=("toelichting", "tegenspraak"),
)
