"""Which address of notes and drafts is open to whom."""

from typing import Final

from tests.toegang.adres import (
    BEGELEIDT,
    IEDEREEN,
    NOTITIE,
    OVER_WERKNEMER,
    Adres,
    doe,
    lees,
)
from tests.toegang.wereld import Wie

NOTITIES: Final[dict[str, Adres]] = {
    "trajects:notities": Adres(get=lees(BEGELEIDT)),
    "trajects:notities_xlsx": Adres(get=lees(BEGELEIDT)),
    "trajects:notitie_nieuw": Adres(get=lees(BEGELEIDT), post=doe(BEGELEIDT), vraag=OVER_WERKNEMER),
    "trajects:notitie_verbeter": Adres(
        get=lees(BEGELEIDT),
        post=doe(BEGELEIDT),
        van=NOTITIE,
        anders={Wie.VERVANGER: 403},  # reads it, and is not who wrote it
    ),
    # Everybody has drafts, and only the own ones.
    "trajects:concept_lees": Adres(get=lees(IEDEREEN)),
    "trajects:concept_bewaar": Adres(post=doe(IEDEREEN)),
    "trajects:concept_wis": Adres(post=doe(IEDEREEN)),
}
