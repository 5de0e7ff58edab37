"""What the shared ground does at night."""

from datetime import time
from typing import Final

from gedeeld.post import postopruiming
from gedeeld.taken.nachtwacht import Nachttaak
from gedeeld.uitvoer import opruiming
from gedeeld.verzoek import inzendingen

NACHTTAKEN: Final = (
    Nachttaak(postopruiming.TAAK, "Oude mails wissen", time(3, 45), postopruiming.ruim_post_op),
    Nachttaak(
        inzendingen.TAAK,
        "Oude sporen van formulieren wissen",
        time(4),
        inzendingen.ruim_inzendingen_op,
    ),
    Nachttaak(opruiming.TAAK, "Gemaakte documenten wissen", time(4, 15), opruiming.ruim_uitvoer_op),
)
