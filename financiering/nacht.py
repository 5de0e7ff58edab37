"""What the funding does at night."""

from datetime import time
from typing import Final

from financiering.domein.momentopnames import TAAK, bewaar_kerncijfers
from gedeeld.taken.nachtwacht import Nachttaak
from gedeeld.tijd import vandaag


def _kerncijfers_van_vandaag() -> dict[str, int]:
    return bewaar_kerncijfers(op=vandaag())


NACHTTAKEN: Final = (
    Nachttaak(
        TAAK, "Kerncijfers van de financiering bewaren", time(3, 30), _kerncijfers_van_vandaag
    ),
)
