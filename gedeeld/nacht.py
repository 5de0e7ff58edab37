"""What the shared ground does at night."""

from datetime import time
from typing import Final

from gedeeld.post import postopruiming
from gedeeld.taken.nachtwacht import Nachttaak
from gedeeld.verzoek import inzendingen

NACHTTAKEN: Final = (
    Nachttaak(postopruiming.TAAK, "Oude mails wissen", time(3, 45), postopruiming.ruim_post_op),
    Nachttaak(
        inzendingen.TAAK,
        "Oude sporen van formulieren wissen",
        time(4),
        inzendingen.ruim_inzendingen_op,
    ),
)
