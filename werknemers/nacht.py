"""What the imports do at night."""

from datetime import time
from typing import Final

from gedeeld.taken.nachtwacht import Nachttaak
from werknemers.domein.invoer.opdracht import TAAK, ruim_op

NACHTTAKEN: Final = (Nachttaak(TAAK, "Oude importbestanden wissen", time(3), ruim_op),)
