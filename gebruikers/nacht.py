"""What the users do at night."""

from datetime import time
from typing import Final

from gebruikers.domein import vervangingsbegin
from gedeeld.taken.nachtwacht import Nachttaak

NACHTTAKEN: Final = (
    Nachttaak(
        vervangingsbegin.TAAK,
        "Vervangers verwittigen",
        time(4, 45),
        vervangingsbegin.meld_vervangingen,
    ),
)
