"""What the trajectories do at night."""

from datetime import time
from typing import Final

from gebruikers.domein.opzoeken import sleutels_van_organisaties
from gedeeld.taken.nachtdelen import Delen
from gedeeld.taken.nachtwacht import NACHTTAAK, Nachttaak
from trajects.concepten import concepten
from trajects.signalen.bepaal_signalen import signalen_van_vandaag

NACHTTAKEN: Final = (
    Nachttaak(concepten.TAAK, "Oude concepten wissen", time(3, 15), concepten.ruim_op),
    Nachttaak(
        NACHTTAAK,
        "Signalen bepalen",
        time(5),
        Delen(sleutels_van_organisaties, signalen_van_vandaag),
    ),
)
