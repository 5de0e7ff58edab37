"""What the shared ground does at night."""

from datetime import time
from typing import Final

from gedeeld import inzendingen, postopruiming
from gedeeld.nachtwacht import Nachttaak

NACHTTAKEN: Final = (
    Nachttaak(postopruiming.TAAK, "Oude mails wissen", time(3, 45), postopruiming.ruim_post_op),
    Nachttaak(
        inzendingen.TAAK, "Oude inzendingen vergeten", time(4), inzendingen.ruim_inzendingen_op
    ),
)
