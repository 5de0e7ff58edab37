"""What the funding does at night."""

from datetime import time
from typing import Final

from financiering.domein import bewijsopruiming
from financiering.domein.momentopnames import TAAK, kerncijfers_van_vandaag
from gebruikers.domein.opzoeken import sleutels_van_organisaties
from gedeeld.taken.nachtdelen import Delen
from gedeeld.taken.nachtwacht import Nachttaak

NACHTTAKEN: Final = (
    Nachttaak(
        TAAK,
        "Kerncijfers van de financiering bewaren",
        time(3, 30),
        Delen(sleutels_van_organisaties, kerncijfers_van_vandaag),
    ),
    Nachttaak(
        bewijsopruiming.TAAK,
        "Oude bewijzen van nachten wissen",
        time(4, 30),
        Delen(sleutels_van_organisaties, bewijsopruiming.ruim_bewijzen_op),
    ),
)
