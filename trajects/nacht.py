"""What the trajectories do at night."""

from datetime import time
from typing import Final

from gedeeld.taken.nachtwacht import NACHTTAAK, Nachttaak
from gedeeld.tijd import vandaag
from trajects.concepten import concepten
from trajects.signalen.bepaal_signalen import Signaaluitkomst, bepaal_signalen


def _signalen_van_vandaag() -> Signaaluitkomst:
    return bepaal_signalen(op=vandaag())


NACHTTAKEN: Final = (
    Nachttaak(concepten.TAAK, "Oude concepten wissen", time(3, 15), concepten.ruim_op),
    Nachttaak(NACHTTAAK, "Signalen bepalen", time(5), _signalen_van_vandaag),
)
